import { afterEach, beforeEach, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { auditEntries, outbox, responses, roundExtensions, rounds } from "../../db/schema/tables.ts";
import { takesAnswers } from "../../functions/questionnaires/round-window.ts";
import { paths } from "../../web/paths.ts";
import { type Fields, startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, seedRound, TODAY } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { costOf } from "../support/visit-fixtures.ts";

/** Sessions of the cast end before the round does, so this round ends sooner. */
const AFTER = Date.parse("2026-11-25T11:00:00Z");
let store: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  store = await openTemporaryDatabase();
  await seedRegistry(store.db);
  await seedCast(store.db);
  await seedRound(store.db);
  app = startApp(store.db);
});
afterEach(() => store.close());

const AT = paths.roundExtensions(2026);
const give = (fields: Fields = {}, who: CastKey | null = "bureau") =>
  app.post(AT, { lid: "lindestad", tot: "2027-01-15", reden: "De directeur is ziek.", ...fields }, who);
const extensions = () => store.db.select().from(roundExtensions);
const ready = (who: CastKey) =>
  app.post(paths.questionnaireReady(2026), { inzending: `inzending-${who}` }, who);
const begin = (memberId: string, who: CastKey) =>
  store.db.insert(responses).values({
    ...{ id: `inzending-${who}`, roundId: "round-2026", memberId, state: "in_progress", startedAt: TODAY },
  });

test("more time is given once, told to editors and signatories, changed and taken back", async () => {
  const page = await costOf(app, () => app.get(AT, "bureau"));
  expect([page.response.status, page.trips]).toEqual([200, 1]);
  const given = await costOf(app, () => give());
  expect([given.response.status, given.trips]).toEqual([303, 2]);
  expect((await give()).status).toBe(303);
  expect(await extensions()).toMatchObject([
    { memberId: "lindestad", until: "2027-01-15", givenBy: "bureau" },
  ]);
  const mail = await store.db.select().from(outbox);
  expect(mail.map(({ toEmail }) => toEmail).sort()).toEqual([
    "editor@proef.example",
    "signatory@proef.example",
  ]);
  expect(mail[0]?.text).toContain("tot en met vrijdag 15 januari 2027");
  app.setNow(TODAY + 60_000);
  expect((await give({ tot: "2027-01-20", stond: `lindestad ${TODAY}` })).status).toBe(303);
  expect(await extensions()).toMatchObject([{ until: "2027-01-20" }]);
  const gezien = `${TODAY + 60_000}`;
  for (let click = 0; click < 2; click++) expect((await withdraw({ gezien })).status).toBe(303);
  expect(await extensions()).toEqual([]);
  const log = (await store.db.select().from(auditEntries)).filter(
    ({ action }) => action === "extension_changed",
  );
  expect(log.at(-1)?.subject).toBe("2026 ingetrokken");
});

const withdraw = (fields: Fields, who: CastKey | null = "bureau") =>
  app.post(paths.roundExtensionWithdrawal(2026, "lindestad"), fields, who);

test("who gives or takes back over what a colleague did since sees both, and changes nothing yet", async () => {
  await give();
  const mails = (await store.db.select().from(outbox)).length;
  app.setNow(TODAY + 60_000);
  const second = await costOf(app, () => give({ tot: "2027-01-31", reden: "De tekenaar is nieuw." }));
  expect([second.response.status, second.trips]).toEqual([409, 2]);
  const html = await second.response.text();
  const text = textOf(html);
  for (const said of [
    ...["Een collega veranderde net het uitstel van Buurtkracht Lindestad", "Persoon bureau"],
    ...["15 januari 2027. De directeur is ziek.", "31 januari 2027. De tekenaar is nieuw."],
  ])
    expect(text).toContain(said);
  expect(html).toContain('value="De tekenaar is nieuw."');
  expect(await extensions()).toMatchObject([{ until: "2027-01-15", reason: "De directeur is ziek." }]);
  expect(await store.db.select().from(outbox)).toHaveLength(mails);

  const stood = /name="stond" value="([^"]+)"/.exec(html)?.[1] ?? "";
  expect((await give({ tot: "2027-01-31", reden: "De tekenaar is nieuw.", stond: stood })).status).toBe(303);
  expect(await extensions()).toMatchObject([{ until: "2027-01-31" }]);

  const late = await withdraw({ gezien: `${TODAY}` });
  expect(late.status).toBe(409);
  expect(textOf(await late.text())).toContain("Het uitstel intrekken");
  expect(await extensions()).toHaveLength(1);
  await withdraw({ gezien: `${TODAY + 60_000}` });
  const gone = await give({ tot: "2027-02-10", stond: `lindestad ${TODAY + 60_000}` });
  expect([gone.status, textOf(await gone.text()).includes("Geen uitstel")]).toEqual([409, true]);
  expect(await extensions()).toEqual([]);
});

test("a mistake in a field does not make what a colleague did meanwhile seen", async () => {
  await give();
  const wrong = await give({ reden: " ", tot: "2027-01-31" });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).not.toContain('name="stond"');
  expect((await give({ tot: "2027-01-31" })).status).toBe(409);
});

test("of two colleagues who give one organisation more time at once, one is shown the other's", async () => {
  const both = await Promise.all([give({ tot: "2027-01-20" }), give({ tot: "2027-01-25" })]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
});

test("who has more time writes, makes ready and signs after the others; its pages say until when", async () => {
  await store.db.update(rounds).set({ closesOn: "2026-11-22" });
  await give({ tot: "2026-11-26" });
  await begin("lindestad", "editor");
  await begin("waterrand", "otherEditor");
  await store.db.update(rounds).set({ state: "closed" });
  app.setNow(AFTER);
  const tasks = textOf(await (await app.get(paths.questionnaire(2026), "editor")).text());
  expect(tasks).toContain("Jullie hebben uitstel tot en met donderdag 26 november 2026");
  expect(textOf(await (await app.get(paths.home(), "editor")).text())).toContain("Vragenlijst 2026");
  expect((await ready("otherEditor")).status).toBe(409);
  expect((await ready("editor")).status).toBe(303);
  const check = await (await app.get(paths.questionnaireCheck(2026), "signatory")).text();
  const gezien = /name="gezien" value="([^"]+)"/.exec(check)?.[1] ?? "";
  const sign = () =>
    app.post(
      paths.questionnaireSignature(2026),
      { inzending: "inzending-editor", gezien, akkoord: "ja" },
      "signatory",
    );
  expect((await sign()).status).toBe(303);
  app.setNow(Date.parse("2026-11-27T11:00:00Z"));
  expect(
    (
      await app.post(
        paths.questionnaireReopening(2026),
        { inzending: "inzending-editor", nieuw: "abcdefghij0123456789" },
        "editor",
      )
    ).status,
  ).toBe(409);
});

test.each([
  [{ lid: "" }, "Kies een organisatie."],
  [{ lid: "nergens" }, "Kies een organisatie uit de lijst."],
  [{ tot: "2026-12-15" }, "Kies een dag na de laatste dag van de ronde."],
  [{ tot: "ooit" }, "Vul de laatste dag in"],
  [{ reden: " " }, "Vul in waarom."],
])("with %j it is refused", async (fields, sentence) => {
  const response = await give(fields);
  expect(response.status).toBe(422);
  expect(textOf(await response.text())).toContain(sentence);
  expect(await extensions()).toEqual([]);
});

test("everything that is wrong is told at once, also what only the round can tell", async () => {
  const response = await give({ lid: "nergens", tot: "2026-12-15", reden: " " });
  expect(response.status).toBe(422);
  const text = textOf(await response.text());
  for (const sentence of [
    "Kies een organisatie uit de lijst.",
    "Kies een dag na de laatste dag van de ronde.",
    "Vul in waarom.",
  ])
    expect(text.split(sentence), sentence).toHaveLength(3);
});

test("is the bureau's alone", async () => {
  for (const who of ["professional", "editor", "signatory", "host", "monitoring"] as const) {
    expect((await app.get(AT, who)).status).toBe(403);
    expect((await give({}, who)).status).toBe(403);
    expect((await app.post(paths.roundExtensionWithdrawal(2026, "lindestad"), {}, who)).status).toBe(403);
  }
  expect((await give({}, null)).status).toBe(401);
  expect((await app.get(paths.roundExtensions(1999), "bureau")).status).toBe(404);
  expect(await extensions()).toEqual([]);
});

test.each([
  ["open", "2026-12-15", null, true],
  ["open", "2026-12-16", null, false],
  ["open", "2026-12-16", "2026-12-16", true],
  ["open", "2026-12-17", "2026-12-16", false],
  ["closed", "2026-12-16", "2026-12-20", true],
  ["published", "2026-12-16", "2026-12-20", true],
  ["concept", "2026-12-16", "2026-12-20", false],
  ["open", "2026-11-01", "2026-12-20", false],
] as const)(
  "a round that is %s on %s, with extra time until %s: %s",
  (state, today, extendedUntil, takes) => {
    const round = { state, opensOn: "2026-11-02", closesOn: "2026-12-15", acceptsLate: false, extendedUntil };
    expect(takesAnswers(round, today)).toBe(takes);
  },
);
