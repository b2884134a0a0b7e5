import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditEntries, members } from "../../db/schema/tables.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedProfiles } from "../support/profiles.ts";
import { formFields } from "../support/questionnaire-fixtures.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let database: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedProfiles(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

const PAGE = "/leden/lindestad/profiel";
const CONFIRMATION = "/leden/lindestad/profiel/bevestiging";
const open = async () => formFields(await (await app.get(PAGE, "editor")).text(), CONFIRMATION);
const current = () =>
  database.db.all<{ field: string; value: string; referenceOn: string; saidBy: string }>(sql`
    select field, value, reference_on as referenceOn, said_by as saidBy from profile_values
    where member_id = 'lindestad' and superseded_at is null order by field`);

test("one action says of everything on the page that it still holds, and the page says until when", async () => {
  const before = await current();
  expect(textOf(await (await app.get(PAGE, "editor")).text())).toContain(
    "De oudste peildatum op deze pagina is zaterdag 1 juni 2024.",
  );
  const fields = await open();
  app.roundTrips();
  const answer = await app.post(CONFIRMATION, fields, "editor");
  expect(answer.headers.get("location")).toBe(`${PAGE}?melding=alles-bevestigd`);
  expect(app.roundTrips()).toBe(2);
  const after = await current();
  expect(after.map(({ field, value }) => [field, value])).toEqual(
    before.map(({ field, value }) => [field, value]),
  );
  expect(new Set(after.map(({ referenceOn, saidBy }) => `${referenceOn} ${saidBy}`))).toEqual(
    new Set(["2026-11-21 editor"]),
  );
  const text = textOf(await (await app.get(PAGE, "editor")).text());
  expect(text).toContain("De oudste peildatum op deze pagina is zaterdag 21 november 2026.");
  expect(text).not.toContain("Alles op deze pagina klopt nog");
});

test("twice is once, and the log tells it once", async () => {
  const fields = await open();
  await app.post(CONFIRMATION, fields, "editor");
  const once = await database.db.all(sql`select id from profile_values order by id`);
  expect((await app.post(CONFIRMATION, fields, "editor")).headers.get("location")).toContain(
    "alles-bevestigd",
  );
  expect(await database.db.all(sql`select id from profile_values order by id`)).toEqual(once);
  const entries = await database.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, "profile_changed"));
  expect(entries).toMatchObject([{ subject: "lindestad/alles", personId: "editor" }]);
});

test("what a colleague changed meanwhile is not confirmed, and the page says so", async () => {
  const fields = await open();
  await database.db.run(sql`update profile_values set superseded_at = 1 where id = 'lindestad-fte'`);
  await database.db.run(sql`insert into profile_values (id, member_id, field, state, value, reference_on, source, said_by, said_at)
    values ('nieuwer', 'lindestad', 'fte', 'given', '{"number":90}', '2026-10-01', 'typed', 'host', 1)`);
  const answer = await app.post(CONFIRMATION, fields, "editor");
  expect(answer.headers.get("location")).toBe(`${PAGE}?melding=deels-bevestigd`);
  expect((await current()).find(({ field }) => field === "fte")).toMatchObject({
    value: '{"number":90}',
    referenceOn: "2026-10-01",
  });
  expect((await current()).find(({ field }) => field === "legal_form")?.referenceOn).toBe("2026-11-21");
});

test("is an editor's own, of an organisation that is a member", async () => {
  const fields = await open();
  for (const [as, status] of [
    [null, 401],
    ["professional", 403],
    ["bureau", 403],
    ["otherEditor", 404],
  ] as const)
    expect((await app.post(CONFIRMATION, fields, as)).status).toBe(status);
  await database.db.update(members).set({ leftOn: "2026-01-01" }).where(eq(members.id, "lindestad"));
  expect((await app.post(CONFIRMATION, fields, "editor")).status).toBe(403);
  expect((await current()).every(({ referenceOn }) => referenceOn === "2024-06-01")).toBe(true);
});
