import { afterEach, beforeEach, expect, it } from "vitest";
import { releaseFacts } from "../../functions/insights/fact-release.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedRoundToRelease } from "../support/round-to-release.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let database: TemporaryDatabase;
let app: TestApp;
const ROUND = { id: "round-2024", year: 2024, state: "published" as const, referenceOn: "2024-06-01" };

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedRoundToRelease(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

const page = async (query = "") =>
  textOf(await (await app.get(`/inzicht/2024/vraag/3B1${query}`, "editor")).text());

it("a number has its middle with an interval of given numbers, and its mean from ten on", async () => {
  await releaseFacts(database.db, ROUND, () => 1);
  // 1..19: R qbinom gives k = 5 of 19, so from 5 to 15 at 98 %; the mean is 10
  expect(await page()).toContain(
    "Met 98 % zekerheid ligt het midden tussen 5 en 15 locaties. Het gemiddelde is 10 locaties. (n = 19)",
  );
});

it("under ten there is no mean, and under six no interval", async () => {
  await releaseFacts(database.db, ROUND, () => 1);
  const few = await page("?wet=jeugdwet");
  expect(few).toContain("(n = 7)");
  expect(few).toContain(
    "Met 98 % zekerheid ligt het midden tussen 1 en 7 locaties. Geen gemiddelde onder 10 antwoorden.",
  );
  const one = await page("?wet=anders");
  expect(one).toContain(
    "Voor een marge om het midden gaven te weinig organisaties een getal. Geen gemiddelde onder 10",
  );
});

it("says the same before the job stored it", async () => {
  const before = await page();
  expect(before).toContain("Met 98 % zekerheid ligt het midden tussen 5 en 15 locaties.");
  await releaseFacts(database.db, ROUND, () => 1);
  expect(await page()).toBe(before);
});
