import { afterEach, beforeEach, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { roundMessages } from "../../db/schema/tables.ts";
import { paths } from "../../web/paths.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast, seedRound } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

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

const pageOf = async (path: string, who: CastKey) => textOf(await (await app.get(path, who)).text());
const propose = () => app.post(paths.roundMessages(2026), {}, "bureau");

test("a proposal that stands already is not said to be made again", async () => {
  const first = (await propose()).headers.get("location") ?? "";
  expect(await pageOf(first, "bureau")).toContain("Het voorstel staat klaar.");
  const made = await store.db.$count(roundMessages);
  const second = (await propose()).headers.get("location") ?? "";
  expect(await pageOf(second, "bureau")).toContain("Er is niets toegevoegd.");
  expect(await store.db.$count(roundMessages)).toBe(made);
});

test("all that is wrong with a message is told at once, also a day outside the round", async () => {
  const fields = { id: "abcdefghij0123456789", soort: "reminder", tekst: "Dag", gezien: "0" };
  const wrong = { ...fields, onderwerp: "", dag: "2026-12-20" };
  const response = await app.post(paths.newRoundMessage(2026), wrong, "bureau");
  expect(response.status).toBe(422);
  const text = textOf(await response.text());
  for (const sentence of ["Vul een onderwerp in.", "Kies een dag op of voor de laatste dag van de ronde."])
    expect(text.split(sentence), sentence).toHaveLength(3);
});

test("a round that is closed before its last day does not say that this day has passed", async () => {
  expect((await app.post(paths.roundMove(2026, "sluiting"), {}, "bureau")).status).toBe(303);
  const tasks = await pageOf(paths.questionnaire(2026), "editor");
  expect(tasks).toContain("Gesloten door het bureau.");
  expect(tasks).not.toContain("Gesloten op");
  expect(await pageOf(paths.roundExtensions(2026), "bureau")).toContain("De ronde is gesloten.");
});

test("after its last day a closed round says when that was", async () => {
  await app.post(paths.roundMove(2026, "sluiting"), {}, "bureau");
  await store.db.$client.execute("update rounds set closes_on = '2026-11-20'");
  expect(await pageOf(paths.questionnaire(2026), "editor")).toContain("Gesloten op 20 november 2026.");
});
