import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { figuresAnswer } from "../../web/insights/api-contract.ts";
import { type HandResponse, seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { readSheets } from "../support/workbook.ts";

/* What small numbers may say: a mean from ten on, an interval from six on, a share only beside its n. */

let database: TemporaryDatabase;
let app: TestApp;
beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedRegistry(database.db);
  await seedCast(database.db);
  await seedRoundOf2024(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

/** So many teams with 1, 2, 3 and on locations, and one that does not know. */
async function answer(count: number): Promise<void> {
  const teams = await seedTeams(database.db, count + 1);
  await seedResponses(
    database.db,
    teams.map(
      (member, at): HandResponse => ({
        member,
        signedAt: "2024-07-01T10:00:00Z",
        answers: { "3B1": at === count ? "unknown" : { number: at + 1 }, "3A2": { choices: ["wmo"] } },
      }),
    ),
  );
}

const PAGE = "/inzicht/2024/vraag/3B1";
const get = async (path: string) => {
  const found = await app.get(path, "editor");
  expect(found.status, path).toBe(200);
  return found;
};

describe.each([
  // Interval by the 1st and 6th of 6, the 2nd and 8th of 9, and the 2nd and 9th of 10: as in statistics-middle.test.ts
  { count: 5, interval: null, mean: null },
  { count: 6, interval: [1, 6], mean: null },
  { count: 9, interval: [2, 8], mean: null },
  { count: 10, interval: [2, 9], mean: 5.5 },
])("a number that $count organisations gave", ({ count, interval, mean }) => {
  it("says its middle, how sure that is, and a mean from ten on: on page, in Excel and over the API", async () => {
    await answer(count);
    const sure = interval
      ? `ligt het midden tussen ${interval[0]} en ${interval[1]} locaties.`
      : "Voor een marge om het midden gaven te weinig organisaties een getal.";
    const average =
      mean === null ? "Geen gemiddelde onder 10 antwoorden." : "Het gemiddelde is 5,5 locaties.";
    const page = textOf(await (await get(PAGE)).text());
    const [, notes = []] = await readSheets(await get(`${PAGE}/cijfers.xlsx`));
    const file = notes.flat().join(" ");
    for (const said of [page, file]) {
      expect(said).toContain(sure);
      expect(said).toContain(`${average} (n = ${count})`);
      if (mean === null) expect(said).not.toContain("Het gemiddelde is");
    }
    const api = figuresAnswer.parse(await (await get("/api/v1/rondes/2024/feiten")).json());
    const size = api.omvang.find(({ vraag }) => vraag === "3B1");
    expect(size).toMatchObject({
      organisaties: count,
      mediaan: (count + 1) / 2,
      mediaanVan: interval?.[0] ?? null,
      mediaanTot: interval?.[1] ?? null,
      gemiddelde: mean,
    });
    expect(size?.zekerheid === null).toBe(interval === null);
    if (interval) expect(size?.zekerheid).toBeGreaterThanOrEqual(0.95);
  });
});

it("gives no share without its n: not in a table, a file or a sentence", async () => {
  await answer(9);
  const page = textOf(await (await get("/inzicht/2024/vraag/3A2")).text());
  expect(page).toContain("%");
  expect(page).toContain("n = 10");
  const csv = (await (await get("/inzicht/2024/vraag/3A2/cijfers.csv")).text()).replace("\uFEFF", "").trim();
  const [head = [], ...lines] = csv.split("\r\n").map((line) => line.split(";"));
  const share = head.findIndex((label) => label.startsWith("Deel van"));
  expect(share).toBeGreaterThan(0);
  expect(lines.some((line) => line[share] !== "")).toBe(true);
  for (const line of lines) expect(line[head.indexOf("n")]).toBe("10");
});
