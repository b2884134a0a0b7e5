import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { releaseRound } from "../../functions/insights/release-job.ts";
import { loadSolver } from "../../functions/insights/solver.ts";
import { figuresAnswer } from "../../web/insights/api-contract.ts";
import { type HandResponse, seedResponses } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { TODAY } from "../support/cast.ts";
import { seedRoundToRelease } from "../support/round-to-release.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { readSheets } from "../support/workbook.ts";

/** The number of locations, made confidential for once, through the release job to page and files. */
let database: TemporaryDatabase;
let app: TestApp;
let teams: string[];
let solver: Awaited<ReturnType<typeof loadSolver>>;
const PAGE = "/inzicht/2024/vraag/3B1";

const rows = async (sql: string) => (await database.db.$client.execute(sql)).rows.map((row) => ({ ...row }));
const release = () => releaseRound(database.db, 2024, { solver, now: () => TODAY });

beforeAll(async () => {
  database = await openTemporaryDatabase();
  teams = await seedRoundToRelease(database.db);
  const { $client } = database.db;
  await $client.execute("update items set audience = 'members'");
  await $client.execute("update items set audience = 'confidential' where concept = '3B1'");
  await $client.execute(
    `update answers set state = 'given', value = json_object('number', 3 + 2 * cast(substr(response_id, -7, 3) as integer))
     where item_id = (select id from items where concept = '3B1')`,
  );
  // A seed by which no lot falls on the figures that these tests are about.
  await $client.execute("update release_secrets set secret = 'loten-1'");
  solver = await loadSolver();
  await release();
  app = startApp(database.db);
});
afterAll(() => database.close());

describe("a confidential number", () => {
  it("is released in classes, with median, sum and mean where the rules allow", async () => {
    const [all] = await rows("select * from release_magnitudes where filter_key = 'alle'");
    const [told] = await rows(
      "select count(*) as n, sum(value ->> 'number') as sum from answers where item_id = 'item-3b1'",
    );
    expect(all).toMatchObject({ organisations: 20 });
    expect(Number(all?.sum)).toBe(Number(Number(told?.sum).toPrecision(3)));
    expect(Number(all?.mean)).toBeCloseTo(Number(all?.sum) / 20, 0);
  });

  it("can be filtered by size class only, for there its groups do not overlap", async () => {
    const keys = (await rows("select distinct filter_key as key from release_cells")).map(({ key }) => key);
    expect(keys).toContain("alle");
    expect(keys.length).toBeGreaterThan(1);
    for (const key of keys) expect(key).toMatch(/^(alle|grootte=\w+)$/);
    expect((await app.get(`${PAGE}?landsdeel=west`, "editor")).status).toBe(404);
  });

  it("shows sum and mean on its page and in its files, never a value of somebody", async () => {
    const [all] = await rows("select * from release_magnitudes where filter_key = 'alle'");
    const said = `Samen noemen 20 organisaties ongeveer ${all?.sum} locaties, gemiddeld ${String(all?.mean).replace(".", ",")}.`;
    const text = textOf(await (await app.get(PAGE, "editor")).text());
    expect(text).toContain(said);
    expect(text).toContain("(mediaan)");
    const [, notes] = await readSheets(await app.get(`${PAGE}/cijfers.xlsx`, "editor"));
    expect(notes?.flat()).toContain(said);
    expect((await app.get(`${PAGE}/wie?optie=0`, "editor")).status).toBe(404);
  });

  it("gives the same sizes over the API, with every cell of its question", async () => {
    const [all] = await rows("select * from release_magnitudes where filter_key = 'alle'");
    const answer = figuresAnswer.parse(
      await (await app.get("/api/v1/rondes/2024/cijfers?vraag=3B1", "editor")).json(),
    );
    expect(answer.omvang[0]).toEqual({
      ...{ vraag: "3B1", filters: [], organisaties: 20 },
      ...{ mediaan: all?.median, som: all?.sum, gemiddelde: all?.mean },
      // The ends of an interval would be somebody's own number.
      ...{ mediaanVan: null, mediaanTot: null, zekerheid: null },
    });
    expect(answer.omvang).toHaveLength((await rows("select * from release_magnitudes")).length);
  });

  it("repeats its sizes in a next edition: the difference would be about the late ones", async () => {
    const late = teams.slice(20, 25).map(
      (member, at): HandResponse => ({
        member,
        signedAt: `2025-03-0${at + 1}T10:00:00Z`,
        answers: { "3B1": { number: 400 + 50 * at } },
      }),
    );
    await seedResponses(database.db, late);
    expect(await release()).toMatchObject({ edition: 2, organisations: 25 });
    const sizes = await rows(
      `select r.edition, m.filter_key, m.organisations, m.sum, m.mean, m.median
       from release_magnitudes m join releases r on r.id = m.release_id order by m.filter_key, r.edition`,
    );
    const of = (edition: number) =>
      sizes.filter((row) => row.edition === edition).map(({ edition: _, ...row }) => row);
    expect(of(2)).toEqual(of(1));
    expect(of(1).length).toBeGreaterThan(0);
  });
});
