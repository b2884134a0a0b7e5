import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedDemo } from "../../db/demo/seed.ts";
import { seedRegistry } from "../../db/registry/seed.ts";
import { sessions } from "../../db/schema/tables.ts";
import { sha256 } from "../../functions/http/identifiers.ts";
import { SESSION_MS } from "../../functions/http/session.ts";
import { withMiddle } from "../../functions/insights/fact-counts.ts";
import { mediansOf, type TallyRow, talliesOf } from "../../functions/insights/fact-queries.ts";
import { releaseFacts } from "../../functions/insights/fact-release.ts";
import { asCounted, storedFacts } from "../../functions/insights/fact-stored-queries.ts";
import { roundToRelease } from "../../functions/insights/release-job-queries.ts";
import type { FILTER_LABELS } from "../../web/insights/filter-labels.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { TODAY, tokenOf } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

/** The demo, whose facts of 2024 are counted by pages first, and stored by the job after that. */
let database: TemporaryDatabase;
let app: TestApp;
let before: Record<string, string>;
const counted = new Map<string, string>();

const PATHS = [
  "/inzicht/2024",
  "/inzicht/2024/vraag/3D1",
  "/inzicht/2024/vraag/3B1?grootte=klein",
  "/inzicht/2024/vraag/3A2/cijfers.csv?landsdeel=west&grootte=groot",
  "/inzicht/2024/vraag/3D1/wie?optie=menscentraal",
  "/inzicht/2024/vraag/3D1/wie?optie=other&landsdeel=west",
  "/inzicht/2024/vraag/3D1/wie.csv?optie=menscentraal",
  "/inzicht/2024/spiegel",
  "/",
];

type Filter = { attribute: keyof typeof FILTER_LABELS; value: string };
const FILTERS: Filter[][] = [
  [],
  [{ attribute: "grootte", value: "groot" }],
  [{ attribute: "rechtsvorm", value: "anders" }],
  [{ attribute: "systeem", value: "menscentraal" }],
  [
    { attribute: "landsdeel", value: "oost" },
    { attribute: "gemeenten", value: "meer" },
  ],
  [
    { attribute: "wet", value: "wmo" },
    { attribute: "wet", value: "jeugdwet" },
  ],
];
const keyOf = (filters: Filter[]) =>
  filters
    .map(({ attribute, value }) => `${attribute}=${value}`)
    .sort()
    .join("&") || "alle";

const inOrder = (tallies: readonly TallyRow[], medians: readonly object[]) =>
  JSON.stringify([
    tallies
      .map(({ concept, part, key, organisations }) => [concept, part, String(key), organisations].join())
      .sort(),
    medians,
  ]);
const pages = async () =>
  Object.fromEntries(
    await Promise.all(
      PATHS.map(async (path) => {
        const answer = await app.get(path, path === "/inzicht/2024/spiegel" ? "editor" : "monitoring");
        return [path, `${answer.status}${await answer.text()}`];
      }),
    ),
  );

beforeAll(async () => {
  database = await openTemporaryDatabase();
  const { db } = database;
  await seedRegistry(db);
  await seedDemo(db, new Date(TODAY));
  for (const [key, personId] of [
    ["monitoring", "monitoring"],
    ["editor", "redacteur"],
  ] as const)
    await db.insert(sessions).values({
      id: await sha256(tokenOf(key)),
      personId,
      memberId:
        key === "editor" ? sql`(select member_id from memberships where person_id = 'redacteur')` : null,
      createdAt: TODAY,
      expiresAt: TODAY + SESSION_MS,
    });
  app = startApp(db);
  for (const filters of FILTERS) {
    const group = { year: 2024, version: null, filters };
    counted.set(
      keyOf(filters),
      inOrder(await talliesOf(db, group, null), (await mediansOf(db, group, null)).map(withMiddle)),
    );
  }
  before = await pages();
  const [round] = await roundToRelease(db, 2024);
  if (!round) throw new Error("The demo has a round of 2024");
  expect(await releaseFacts(db, round, () => TODAY)).toEqual({ version: 1, stored: 1 });
  expect(await releaseFacts(db, round, () => TODAY)).toEqual({ version: 1, stored: 0 });
});
afterAll(() => database.close());

describe("stored facts", () => {
  it("are the counts that a page makes itself, in every kind of group", async () => {
    for (const filters of FILTERS) {
      const key = keyOf(filters);
      const rows = await storedFacts(database.db, 2024, null, null, [key]);
      const { tallies, medians } = asCounted(rows, key);
      expect(tallies.length, key).toBeGreaterThan(20);
      expect(inOrder(tallies, medians), key).toBe(counted.get(key));
    }
  });

  it("change no byte of a page, a file or the home page, names included", async () => {
    const after = await pages();
    for (const path of PATHS) {
      expect(before[path]?.slice(0, 3), path).toBe("200");
      expect(after[path], path).toBe(before[path]);
    }
  });

  it("are read instead of counted: a page no longer looks at a response", async () => {
    const { db } = database;
    const group = { year: 2024, version: null, filters: [] };
    expect(await talliesOf(db, group, null)).toEqual([]);
    const stored = await db.$client.execute("select count(*) as n from fact_cells");
    expect(Number(stored.rows[0]?.n)).toBeGreaterThan(1_000);
  });
});
