import { afterEach, beforeEach, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { factsStored, secondRound } from "../support/second-round.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { twentyTeams } from "../support/twenty-teams.ts";
import { readSheets } from "../support/workbook.ts";

let database: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedRegistry(database.db);
  await seedCast(database.db);
  await seedRoundOf2024(database.db);
  const teams = await seedTeams(database.db, 30);
  await seedResponses(database.db, twentyTeams(teams));
  await secondRound(database.db, teams);
  app = startApp(database.db);
});
afterEach(() => database.close());

const read = async (path: string) => {
  const answer = await app.get(path, "editor");
  expect(answer.status, path).toBe(200);
  return answer;
};
const page = async (concept: string) => (await read(`/inzicht/ontwikkeling/${concept}`)).text();
const bothStored = async () => {
  await factsStored(database.db, 2024);
  await factsStored(database.db, 2025);
};

it("of numbers shows the middle of both and the test of pairs", async () => {
  await bothStored();
  const text = textOf(await page("3B1"));
  // 2024: 1..19, middle 10. 2025: 7..28, middle 17,5. Both times: 5..19 against 7..21; one did not know in 2024
  expect(text).toContain("Midden (mediaan) in locaties: 10 locaties in 2024, 17,5 locaties in 2025.");
  expect(text).toContain(
    "Het midden van wie beide keren een getal gaven: 12 locaties in 2024, 14 locaties in 2025 (n = 15).",
  );
  // R 4.2.2: fifteen rises of 2, all tied: exact p = 2 / 2^15 = 0.00006
  expect(text).toContain(
    "Van 15 paren verschillen er 15. Toets van Wilcoxon voor paren: p &lt; 0,001 (exact).",
  );
  // One of the twenty did not know: the middle is of nineteen.
  expect(text).toContain("2024 (n = 19)");
});

it("gives the middle of both and the test of pairs to CSV and Excel, with what the test is", async () => {
  await bothStored();
  const tested = "Van 15 paren verschillen er 15. Toets van Wilcoxon voor paren: p < 0,001 (exact).";
  const csv = (await (await read("/inzicht/ontwikkeling/3B1/cijfers.csv")).text()).split("\r\n").slice(1, -1);
  expect(csv).toEqual([
    "2024;Midden (mediaan) in locaties;10;;;19;",
    "2025;Midden (mediaan) in locaties;17,5;;;22;gelijk",
    "2024;Midden (mediaan) in locaties (deden beide keren mee);12;;;15;",
    "2025;Midden (mediaan) in locaties (deden beide keren mee);14;;;15;",
    `2025;p van de toets van Wilcoxon voor paren;0,000061;;${tested};15;`,
  ]);
  const [data = [], notes = []] = await readSheets(await read("/inzicht/ontwikkeling/3B1/cijfers.xlsx"));
  expect(data.slice(1).map((row) => row[2])).toEqual(["10", "17.5", "12", "14", "0.000061"]);
  expect(notes).toContainEqual(["Toets van Wilcoxon", tested]);
  expect(notes.find(([label]) => label === "Wat die toets is")?.[1]).toMatch(
    /^Tekenrangtoets van Wilcoxon, tweezijdig\./,
  );
});

it("compares two rounds whichever of them was counted last", async () => {
  await factsStored(database.db, 2025);
  expect(textOf(await page("3A2"))).not.toContain("Veranderden organisaties");
  await factsStored(database.db, 2024);
  expect(textOf(await page("3A2"))).toMatch(/Jeugdwet \+29 punten \+31 punten −3 punten/);
});
