import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditEntries, people, sessions } from "../../db/schema/tables.ts";
import { type Fields, startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { formFields } from "../support/questionnaire-fixtures.ts";
import { browserOf } from "../support/sign-in.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedCast(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const sessionsOf = async (personId: string) =>
  (await store.db.select().from(sessions).where(eq(sessions.personId, personId))).length;
const log = async () =>
  (await store.db.select().from(auditEntries)).map(({ action, subject }) => `${action} ${subject}`);

test("corrected contact data are logged once; another address ends sessions and open codes", async () => {
  const change = (fields: Fields, who = "editor") =>
    app.post(`/bureau/mensen/${who}/bewerken`, { naam: "Nieuwe Naam", telefoon: "", ...fields }, "bureau");
  const browser = browserOf(app, store.db);
  const { request } = await browser.ask("editor@proef.example");
  expect((await change({ email: "host@proef.example" })).status).toBe(422);
  expect(await log()).toEqual([]);
  for (let click = 0; click < 2; click++) await change({ email: "editor@proef.example" });
  expect(await log()).toEqual(["person_changed editor"]);
  expect(await sessionsOf("editor")).toBe(1);

  app.roundTrips();
  for (let click = 0; click < 2; click++) await change({ email: "nieuw@proef.example" });
  expect(app.roundTrips()).toBe(4);
  expect(await log()).toEqual(["person_changed editor", "person_changed editor"]);
  expect(await sessionsOf("editor")).toBe(0);
  expect(await sessionsOf("host")).toBe(1);
  expect((await browser.typeCode(request, await browser.newestCode())).status).toBe(422);

  await change({ email: "kantoor@proef.example" }, "bureau");
  expect(await sessionsOf("bureau")).toBe(1);
});

test("two colleagues who correct one person at once: the second sees what the first made of it, and may save after all", async () => {
  const path = "/bureau/mensen/editor/bewerken";
  const open = async () => formFields(await (await app.get(path, "bureau")).text(), path);
  const [first, second] = [await open(), await open()];
  const send = (fields: Fields) => app.post(path, fields, "bureau");
  expect((await send({ ...first, telefoon: "030 111 11 11" })).status).toBe(303);
  app.roundTrips();
  const late = await send({ ...second, naam: "Andere Naam", email: "anders@proef.example" });
  expect([late.status, app.roundTrips()]).toEqual([409, 2]);
  const html = await late.text();
  expect(textOf(html)).toContain("Een collega veranderde deze gegevens net");
  expect(textOf(html)).toContain("Telefoonnummer nu 030 111 11 11");
  expect(html).toContain('value="Andere Naam"');
  expect(await log()).toEqual(["person_changed editor"]);
  expect(await sessionsOf("editor")).toBe(1);
  // An address that is somebody else's stays a mistake in a field, and passes over nothing.
  const wrong = await send({ ...formFields(html, path), email: "host@proef.example" });
  expect(wrong.status).toBe(422);
  for (let click = 0; click < 2; click++) expect((await send(formFields(html, path))).status).toBe(303);
  const [person] = await store.db.select().from(people).where(eq(people.id, "editor"));
  expect(person).toMatchObject({ name: "Andere Naam", email: "anders@proef.example" });
});
