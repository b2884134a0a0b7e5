import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEntries } from "../../db/schema/tables.ts";
import { releaseRound } from "../../functions/insights/release-job.ts";
import { loadSolver } from "../../functions/insights/solver.ts";
import { seedResponses } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { CAST, type CastKey, TODAY } from "../support/cast.ts";
import { readSources } from "../support/house.ts";
import { lateTeams, SECRET, seedRoundToRelease } from "../support/round-to-release.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { readSheets } from "../support/workbook.ts";

const PATHS = ["/inzicht/2024/vrijgave", "/inzicht/2024/vrijgave.csv", "/inzicht/2024/vrijgave.xlsx"];
const EVERYBODY = [null, ...(Object.keys(CAST) as CastKey[])];

let database: TemporaryDatabase;
let app: TestApp;
let teams: string[];

beforeAll(async () => {
  database = await openTemporaryDatabase();
  teams = await seedRoundToRelease(database.db);
  app = startApp(database.db);
});
afterAll(() => database.close());

const read = async (path: string, as: CastKey | null = "monitoring"): Promise<string> => {
  const answer = await app.get(path, as);
  return path.endsWith(".xlsx") && answer.status === 200
    ? JSON.stringify(await readSheets(answer))
    : textOf(await answer.text());
};

describe("monitoring's account of a release", () => {
  it("says before the release that figures are being made", async () => {
    const text = await read("/inzicht/2024/vrijgave");
    expect(text).toContain("De cijfers van deze ronde worden nog gemaakt.");
    expect(text).toContain("14 vragen hebben nog geen cijfers.");
    await releaseRound(database.db, 2024, { solver: await loadSolver(), now: () => TODAY });
  });

  it("says no reasons and no costs while questions are added: the sums would grow by those of one", async () => {
    const text = await read("/inzicht/2024/vrijgave");
    expect(text).toMatch(/\d+ van de \d+ cijfers zijn te zien, over 9 vragen\./);
    expect(text).toContain("5 vragen hebben nog geen cijfers.");
    expect(text).toContain("Redenen en kosten staan hier pas als alle vragen cijfers hebben.");
    const file = await read("/inzicht/2024/vrijgave.xlsx");
    for (const told of ["Bij toeval", "Verborgen: samen", "oplosser", "gezocht"]) {
      expect(text).not.toContain(told);
      expect(file).not.toContain(told);
    }
  });

  it("says per question what was kept, and for the round why and at what cost", async () => {
    await database.db.run(sql`update items set withdrawn_at = 1 where audience = 'confidential'
      and id not in (select item_id from releases)`);
    const text = await read("/inzicht/2024/vrijgave");
    expect(text).not.toContain("nog geen cijfers");
    expect(text).toContain("Bij toeval verborgen: ongeveer 1 op de 10");
    const lines = (await read("/inzicht/2024/vrijgave.csv")).trim().split(" 4");
    expect(lines).toHaveLength(10);
    const [data, notes] = JSON.parse(await read("/inzicht/2024/vrijgave.xlsx"));
    expect(data).toHaveLength(10);
    for (const row of data.slice(1)) {
      const [edition, organisations, ...numbers] = row.slice(2, 12).map(Number);
      const [totals, totalsOf, one, oneOf, two, twoOf, withheld, margin] = numbers;
      expect([edition, organisations]).toEqual([1, 20]);
      expect(totals + one + two + withheld).toBe(totalsOf + oneOf + twoOf);
      expect(margin).toBeGreaterThan(0);
    }
    const reasons = notes.filter(([label]: [string]) => /^(Bij toeval v|V)erborgen/.test(label));
    const withheld = data.slice(1).reduce((sum: number, row: string[]) => sum + Number(row[10]), 0);
    expect(reasons.reduce((sum: number, [, count]: string[]) => sum + Number(count), 0)).toBe(withheld);
  });

  it("says how many late answers wait", async () => {
    await seedResponses(database.db, lateTeams(teams.slice(20, 24)));
    expect(await read("/inzicht/2024/vrijgave")).toContain(
      "4 organisaties tekenden later. Bij 5 komt een nieuwe versie.",
    );
    await seedResponses(database.db, lateTeams(teams.slice(20, 25)).slice(4));
    expect(await read("/inzicht/2024/vrijgave")).toContain(
      "5 organisaties tekenden later: genoeg voor een nieuwe versie.",
    );
  });

  it("is for monitoring and bureau, and costs one round trip", async () => {
    const logged = (await database.db.select().from(auditEntries)).length;
    for (const path of PATHS)
      for (const as of EVERYBODY) {
        app.roundTrips();
        const { status } = await app.get(path, as);
        expect(app.roundTrips()).toBe(1);
        const expected = as === "monitoring" || as === "bureau" ? 200 : as === null ? 401 : 403;
        expect(status, `${path} ${as}`).toBe(expected);
      }
    const log = (await database.db.select().from(auditEntries)).slice(logged);
    expect(log.map(({ personId, action, subject }) => [personId, action, subject])).toEqual(
      ["monitoring", "bureau", "monitoring", "bureau"].map((person) => [
        person,
        "figures_exported",
        "2024/vrijgave",
      ]),
    );
    for (const path of PATHS)
      expect((await app.get(path.replace("2024", "2023"), "monitoring")).status).toBe(404);
  });
});

describe("proofs and the secret", () => {
  /** What would give away an answer, taken from the database itself. */
  async function forbidden(): Promise<string[]> {
    const { rows } = await database.db.$client.execute("select body from release_proofs");
    const sheets = rows.flatMap(({ body }) =>
      [...String(body).matchAll(/"([0-7]{20})"/g)].map(([, sheet]) => sheet ?? ""),
    );
    expect(sheets.length).toBeGreaterThan(100);
    return [SECRET, ...sheets, '"reason"', '"unsafe"', '"chance"', '"witnesses"', '"members":[', '"bits"'];
  }

  it("are on no page, in no file and in no answer of the API, for nobody", async () => {
    const concepts = ["4A1", "4B4", "4C1", "5A1"];
    const pages = [
      "/",
      "/inzicht",
      "/inzicht/2024",
      "/inzicht/2024/respons",
      "/inzicht/uitleg",
      "/api/v1/rondes/2024/cijfers",
      "/bureau/logboek",
      "/bureau/logboek.csv",
      "/bureau/mensen/editor/gegevens.json",
      ...PATHS,
      ...concepts.flatMap((concept) => [
        `/inzicht/2024/vraag/${concept}`,
        `/inzicht/2024/vraag/${concept}?grootte=groot`,
        `/inzicht/2024/vraag/${concept}?grootte=groot&landsdeel=west`,
        `/inzicht/2024/vraag/${concept}/cijfers.csv`,
        `/inzicht/2024/vraag/${concept}/cijfers.xlsx`,
      ]),
    ];
    const words = await forbidden();
    let seen = 0;
    for (const path of pages)
      for (const as of EVERYBODY) {
        const answer = await app.get(path, as);
        if (answer.status === 200) seen += 1;
        const said =
          path.endsWith(".xlsx") && answer.status === 200
            ? JSON.stringify(await readSheets(answer))
            : await answer.text();
        expect(
          words.filter((word) => said.includes(word)),
          `${path} ${as}`,
        ).toEqual([]);
      }
    expect(seen).toBeGreaterThan(80);
  });

  it("are read by jobs alone: releases, coherences and the year package; but for the account", () => {
    const readers = Object.entries(readSources())
      .filter(([path]) => /^(functions|web)\//.test(path))
      .filter(([, source]) =>
        /release_(proofs|secrets|supplements)|release(Proofs|Secrets|Supplements)/.test(source),
      )
      .map(([path]) => path);
    expect(readers.sort()).toEqual([
      "functions/insights/coherence-job-queries.ts",
      "functions/insights/package-proof-queries.ts",
      "functions/insights/release-account-queries.ts",
      "functions/insights/release-job-queries.ts",
      "functions/insights/trend-matched-queries.ts",
    ]);
    const importersOf = (file: string) =>
      Object.entries(readSources())
        .filter(([path]) => path.startsWith("functions/"))
        // What is imported as a type only is not there when the program runs.
        .filter(([, source]) =>
          new RegExp(`^import (?!type )[^;]*/${file.replace(".", "\\.")}"`, "m").test(source),
        )
        .map(([path]) => path)
        .sort();
    expect(importersOf("release-job-queries.ts")).toEqual([
      "functions/first-release.ts",
      "functions/insights/coherence-job-queries.ts",
      "functions/insights/fact-release.ts",
      "functions/insights/release-job.ts",
      "functions/insights/trend-matched-job.ts",
      "functions/insights/trend-matched-queries.ts",
    ]);
    expect(importersOf("trend-matched-queries.ts")).toEqual(["functions/insights/trend-matched-job.ts"]);
    expect(importersOf("trend-matched-job.ts")).toEqual(["functions/insights/release-job.ts"]);
    expect(importersOf("fact-release.ts")).toEqual(["functions/insights/release-job.ts"]);
    expect(importersOf("coherence-job-queries.ts")).toEqual(["functions/insights/coherence-job.ts"]);
    expect(importersOf("coherence-job.ts")).toEqual([
      "functions/insights/release-job.ts",
      "functions/insights/trend-matched-job.ts",
    ]);
  });
});
