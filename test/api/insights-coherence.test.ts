import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries, coherences } from "../../db/schema/tables.ts";
import { storeCoherence } from "../../functions/insights/coherence-job.ts";
import { releaseFacts } from "../../functions/insights/fact-release.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { CAST, type CastKey } from "../support/cast.ts";
import { seedRoundToRelease } from "../support/round-to-release.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";
import { readSheets } from "../support/workbook.ts";

const PAGE = "/inzicht/2024/samenhang";
const STEPS = ["1", "2", "3", "4", "5"];

let database: TemporaryDatabase;
let app: TestApp;
let teams: string[];

beforeEach(async () => {
  database = await openTemporaryDatabase();
  teams = (await seedRoundToRelease(database.db)).slice(0, 20);
  app = startApp(database.db);
});
afterEach(() => database.close());

/** A release of one scale with its proof: everybody's step, and nothing shown but what `cells` say. */
async function releaseScale(concept: string, stepOf: (at: number) => number): Promise<void> {
  const id = `release-${concept}`;
  const answers = Object.fromEntries(teams.map((team, at) => [team, [STEPS[stepOf(at) - 1]]]));
  const body = { answers, parts: [], layers: [], account: {} };
  await database.db.$client.execute({
    sql: `insert into releases (id, round_id, item_id, edition, organisations, released_at) values (?, 'round-2024', ?, 1, 20, 1)`,
    args: [id, `item-${concept.toLowerCase()}`],
  });
  await database.db.$client.execute({
    sql: "insert into release_proofs (release_id, body) values (?, ?)",
    args: [id, JSON.stringify(body)],
  });
}

async function make(): Promise<boolean> {
  const round = { id: "round-2024", year: 2024, state: "published" as const, referenceOn: "2024-06-01" };
  await releaseFacts(database.db, round, () => 1);
  return storeCoherence(database.db, "round-2024", () => Date.parse("2025-01-28T09:00:00Z"));
}

const read = async (as: CastKey | null, status = 200) => {
  app.roundTrips();
  const answer = await app.get(PAGE, as);
  expect(answer.status).toBe(status);
  expect(app.roundTrips()).toBe(1);
  return answer.text();
};

describe("which answers go together", () => {
  beforeEach(async () => {
    await releaseScale("4A1", (at) => 1 + (at % 5));
    await releaseScale("4A2", (at) => 1 + ((at + (at % 2)) % 5));
  });

  it("is made once per edition, and then stands", async () => {
    expect(await make()).toBe(true);
    expect(await make()).toBe(false);
    const rows = await database.db.select().from(coherences);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ edition: 1, organisations: 20 });
    expect(JSON.stringify(rows[0]?.body)).not.toContain("kwartel");
  });

  it("shows facts to every member, and confidential scales to monitoring only", async () => {
    await make();
    for (const as of Object.keys(CAST) as CastKey[]) {
      const text = textOf(await read(as));
      expect(text).toContain("Feiten die leden voor elkaar openden");
      expect(text).toContain("Aantal locaties en Aantal gemeenten");
      expect(text).toContain("20 van de 33 leden telden mee.");
      expect(text.includes("Antwoorden op de schalen"), as).toBe(as === "monitoring");
      expect(text.includes("Buurt versterken"), as).toBe(as === "monitoring");
    }
  });

  it("notes every look of monitoring, and no other", async () => {
    expect(textOf(await read("monitoring"))).toContain("wordt nog berekend");
    await make();
    for (const as of ["editor", "bureau", "monitoring", "monitoring"] as const) await read(as);
    const log = await database.db.select().from(auditEntries);
    expect(log.map(({ action, subject, personId }) => [action, subject, personId])).toEqual([
      ["coherence_read", "2024/samenhang", "monitoring"],
      ["coherence_read", "2024/samenhang", "monitoring"],
    ]);
  });

  it("exports what each viewer's page shows, and notes what monitoring takes away", async () => {
    expect((await app.get(`${PAGE}.csv`, "monitoring")).status).toBe(404);
    await make();
    for (const as of Object.keys(CAST) as CastKey[]) {
      app.roundTrips();
      const file = await app.get(`${PAGE}.csv`, as);
      expect(app.roundTrips()).toBe(1);
      expect(file.headers.get("content-disposition")).toContain("samenhang-2024.csv");
      const csv = await file.text();
      expect(csv).toContain("Feiten;Aantal locaties;Aantal gemeenten;");
      const shown = textOf(await read(as));
      const isShown = shown.includes("Samenhang tussen schalen");
      expect(csv.includes("\r\nSchalen;"), as).toBe(isShown);
      expect(csv.includes("Buurt versterken"), as).toBe(isShown);
    }
    expect((await app.get(`${PAGE}.xlsx`, "monitoring")).status).toBe(200);
    expect((await app.get(`${PAGE}.csv`, null)).status).toBe(401);
    const log = await database.db.select().from(auditEntries);
    expect(log.map(({ subject, personId }) => [subject, personId])).toEqual([
      ["2024/samenhang.csv", "monitoring"],
      ["2024/samenhang", "monitoring"],
      ["2024/samenhang.xlsx", "monitoring"],
    ]);
  });

  it("keeps what an earlier edition showed when a later one may show none, and says so on page and in files", async () => {
    await make();
    const [row] = await database.db.select().from(coherences);
    if (!row) throw new Error("nothing was made");
    const pair = { one: "4A1", other: "4A2", n: null, tau: 1, p: null, corrected: 0.05 };
    const shown = { ...pair, method: "permutation" as const, strength: null };
    await database.db.delete(coherences);
    await database.db.insert(coherences).values([
      { ...row, body: { ...row.body, scales: [shown], precision: "demonstrated" } },
      { ...row, edition: 2, organisations: 25, body: { ...row.body, scales: [], precision: "withheld" } },
    ]);
    const said = "Dit is de samenhang van versie 1.";
    const page = textOf(await read("monitoring"));
    expect(page).toContain(said);
    expect(page).toContain("zelfde kant op");
    expect(page).toContain("25 van de 33 leden telden mee.");
    expect(textOf(await read("editor"))).not.toContain(said);
    const [, notes = []] = await readSheets(await app.get(`${PAGE}.xlsx`, "monitoring"));
    expect(notes.flat().join(" ")).toContain(said);
    const [, others = []] = await readSheets(await app.get(`${PAGE}.xlsx`, "editor"));
    expect(others.flat().join(" ")).not.toContain(said);
  });

  it("says on page and in files that p-values are on the careful side for a finite number of members", async () => {
    await make();
    // The root of (33 - 20) / (33 - 1)
    const said = "Een foutmarge is hier hooguit 0,64 keer zo breed.";
    expect(textOf(await read("editor"))).toContain(said);
    const [, notes = []] = await readSheets(await app.get(`${PAGE}.xlsx`, "editor"));
    expect(notes.flat().join(" ")).toContain(said);
  });

  it("does not move when answers do", async () => {
    await make();
    const before = await read("monitoring");
    await database.db.$client.execute("update answers set state = 'unknown', value = null");
    expect(await read("monitoring")).toBe(before);
  });

  it("waits for publication, and asks a visitor to sign in", async () => {
    await read(null, 401);
    expect(textOf(await read("editor"))).toContain("wordt nog berekend");
    await make();
    await database.db.$client.execute("update rounds set state = 'closed'");
    await read("monitoring", 404);
  });
});

it("of one scale there is no matrix of scales", async () => {
  await releaseScale("4A1", (at) => 1 + (at % 5));
  await make();
  expect(textOf(await read("monitoring"))).toContain("Deze samenhang tonen we niet.");
});
