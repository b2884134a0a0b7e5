import { afterEach, beforeEach, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { answers, previewAnswers, profileValues, responses } from "../../db/schema/tables.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, TODAY } from "../support/cast.ts";
import { ANNUAL, addRound, itemOf, makeCopy, revisionOf, sectionsOf } from "../support/editing.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let open: TemporaryDatabase;
let app: TestApp;
let copy: string;
beforeEach(async () => {
  open = await openTemporaryDatabase();
  await seedRegistry(open.db);
  await seedCast(open.db);
  app = startApp(open.db);
  copy = await makeCopy(app);
});
afterEach(() => open.close());

const proof = () => `/vragenlijsten/${copy}/proef`;
const section = async (at: number) => `${proof()}/${(await sectionsOf(open.db, copy))[at]?.id}`;
const TYPED = { "3A1": "adults", "3A1-toelichting": "Om te proberen.", lid: "lindestad" };

test("test answers are stored apart, come back for who typed them, and are cleared again", async () => {
  app.roundTrips();
  expect((await app.post(await section(0), TYPED, "monitoring")).status).toBe(303);
  expect(app.roundTrips()).toBe(2);
  expect((await app.post(await section(0), TYPED, "monitoring")).status).toBe(303);
  expect(await open.db.select().from(previewAnswers)).toMatchObject([
    {
      personId: "monitoring",
      state: "given",
      value: { choices: ["adults"] },
      explanation: "Om te proberen.",
    },
  ]);
  expect(await open.db.$count(answers)).toBe(0);
  expect(await open.db.$count(responses)).toBe(0);
  expect(await (await app.get(await section(0), "monitoring")).text()).toContain("Om te proberen.");
  expect(await (await app.get(await section(0), "bureau")).text()).not.toContain("Om te proberen.");
  app.roundTrips();
  const overview = await (await app.get(proof(), "monitoring")).text();
  expect(app.roundTrips()).toBe(1);
  expect(overview).toContain("Mijn proefantwoorden weggooien");
  expect((await app.post(`${proof()}/verwijdering`, {}, "monitoring")).status).toBe(303);
  expect((await app.post(`${proof()}/verwijdering`, {}, "monitoring")).status).toBe(303);
  expect(await open.db.$count(previewAnswers)).toBe(0);
});

test("the open profile of the chosen member is filled in, and nothing that it answered before", async () => {
  await open.db.insert(profileValues).values({
    id: "value",
    memberId: "lindestad",
    field: "locations",
    state: "given",
    value: { number: 17 },
    referenceOn: "2026-06-01",
    saidAt: TODAY,
    saidBy: "editor",
    source: "profile",
  });
  const round = await addRound(open.db, ANNUAL, 2025, "published");
  await open.db.insert(responses).values({
    id: "r",
    roundId: round,
    memberId: "lindestad",
    state: "signed",
    startedAt: TODAY,
    signedAt: TODAY,
  });
  const [fact, secret] = [await itemOf(open.db, ANNUAL, "3B2"), await itemOf(open.db, ANNUAL, "4C1")];
  const given = { responseId: "r", revision: 1, state: "given", source: "typed", savedAt: TODAY } as const;
  await open.db.insert(answers).values([
    {
      ...given,
      itemId: fact.id,
      value: { choices: ["playground"] },
      explanation: "Onze speeltuin van toen.",
    },
    { ...given, itemId: secret.id, value: { text: "Een vertrouwelijk antwoord." } },
  ]);
  const shown = await (await app.get(`${await section(1)}?lid=lindestad`, "monitoring")).text();
  expect(shown).toContain('value="17"');
  expect(shown).not.toContain("Onze speeltuin van toen.");
  expect(await (await app.get(await section(1), "monitoring")).text()).not.toContain('value="17"');
  for (let at = 0; at < 10; at++)
    expect(await (await app.get(`${await section(at)}?lid=lindestad`, "monitoring")).text()).not.toContain(
      "vertrouwelijk antwoord",
    );
});

test("routing works on the test answers", async () => {
  const target = await itemOf(open.db, copy, "3A2");
  await app.post(
    `/vragenlijsten/${copy}/vragen/${target.id}/voorwaarde`,
    {
      id: "z123456789abcdefghjk",
      versie: String(await revisionOf(open.db, copy)),
      bij: "3A1",
      keuzes: "adults",
      hoe: "wel",
      reden: "",
    },
    "monitoring",
  );
  const asked = async () => textOf(await (await app.get(await section(0), "monitoring")).text());
  expect(await asked()).not.toContain("Welke wetten voert");
  await app.post(await section(0), TYPED, "monitoring");
  expect(await asked()).toContain("Welke wetten voert");
  await app.post(await section(0), { ...TYPED, "3A1": "all_ages" }, "monitoring");
  expect(await asked()).not.toContain("Welke wetten voert");
});

test("what cannot be an answer is refused, and stays in the form", async () => {
  const wrong = await app.post(await section(1), { "3B1": "heel veel", lid: "" }, "monitoring");
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('value="heel veel"');
  expect(await open.db.$count(previewAnswers)).toBe(0);
});

test.each<[CastKey | null, number]>([
  [null, 401],
  ["professional", 403],
  ["editor", 403],
  ["otherSignatory", 403],
  ["bureau", 303],
])("%s tries it out: %i", async (as, status) => {
  expect((await app.post(await section(0), TYPED, as)).status).toBe(status);
  expect((await app.post(`${proof()}/verwijdering`, {}, as)).status).toBe(status);
  expect((await app.get(`${proof()}/bestaat-niet`, "monitoring")).status).toBe(404);
});

test("the passport of a round is read by its members, on paper and in Excel; that of a concept is not", async () => {
  await addRound(open.db, ANNUAL, 2026);
  const page = textOf(await (await app.get(`/vragenlijsten/${ANNUAL}/paspoort`, "editor")).text());
  expect(page).toContain("Teams met dezelfde doelgroep kunnen elkaar zo vinden.");
  expect(page).toContain("Het staat in jullie profiel en als verdeling in het rapport.");
  const file = await app.get(`/vragenlijsten/${ANNUAL}/paspoort.xlsx`, "professional");
  expect(file.status).toBe(200);
  expect(file.headers.get("content-type")).toContain("spreadsheetml");
  expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(3000);
  expect((await app.get(`/vragenlijsten/${copy}/paspoort.xlsx`, "editor")).status).toBe(404);
  expect((await app.get(`/vragenlijsten/${ANNUAL}/paspoort`, null)).status).toBe(401);
  await addRound(open.db, copy, 2027, "concept");
  expect((await app.get(`/vragenlijsten/${copy}/paspoort`, "editor")).status).toBe(404);
});
