import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { responses } from "../../db/schema/tables.ts";
import { whoSaid } from "../../functions/insights/fact-names-queries.ts";
import { mediansOf, talliesOf } from "../../functions/insights/fact-queries.ts";
import { roundOf } from "../../functions/insights/queries.ts";
import { type HandResponse, seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { startApp, type TestApp } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const JULY = "2024-07-01T10:00:00Z";

let database: TemporaryDatabase;
let app: TestApp;
let teams: string[];

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedRegistry(database.db);
  await seedCast(database.db);
  teams = await seedTeams(database.db, 40);
  await seedRoundOf2024(database.db);
  app = startApp(database.db);
});
afterEach(() => database.close());

describe("the work of the database", () => {
  it("goes from the responses of the round to their answers by index, never through all answers", async () => {
    await seedResponses(database.db, [
      { member: "lindestad", signedAt: JULY, answers: { "3A2": { choices: ["wmo"] } } },
    ]);
    const { db } = database;
    const filters = [
      { attribute: "grootte", value: "klein" },
      { attribute: "wet", value: "wmo" },
    ] as const;
    for (const concept of ["3A2", null])
      for (const group of [
        { year: 2024, version: null, filters: [] },
        { year: 2024, version: null, filters },
      ])
        for (const statement of [
          roundOf(db, 2024),
          talliesOf(db, group, concept),
          mediansOf(db, group, concept),
          whoSaid(db, group, { concept: concept ?? "", option: "wmo", after: 0, limit: 51 }),
        ]) {
          const { sql, params } = statement.getQuery();
          const plan = await db.$client.execute({
            sql: `explain query plan ${sql}`,
            args: params as string[],
          });
          const steps = plan.rows.map((row) => String(row.detail)).join("\n");
          expect(steps).toMatch(/SEARCH r USING INDEX responses_(version|signed)/);
          expect(steps).not.toMatch(/SCAN (a|r|k)\b/);
        }
  });

  it("sends as much for three hundred responses as for thirty, in one round trip", async () => {
    const paths = [
      "/inzicht/2024",
      "/inzicht/2024/vraag/4A1",
      "/inzicht/2024/vraag/3B1",
      "/inzicht/2024/vraag/3B1?grootte=klein",
    ];
    const sizes = async () => {
      const found: number[] = [];
      for (const path of paths) {
        app.roundTrips();
        const answer = await app.get(path, "monitoring");
        found.push((await answer.text()).length);
        expect(app.roundTrips()).toBe(1);
      }
      return found;
    };
    await seedResponses(database.db, spread(teams.slice(0, 30)));
    const small = await sizes();
    await seedResponses(database.db, spread(await seedTeams(database.db, 300, 40)));
    const large = await sizes();
    expect(await database.db.$count(responses)).toBe(330);
    // Only the numbers themselves grow by a digit.
    for (const [at, size] of large.entries()) expect(size - (small[at] ?? 0)).toBeLessThan(60);
  });
});

/** Responses that leave no option empty. */
const spread = (members: readonly string[]): HandResponse[] =>
  members.map((member, at) => ({
    member,
    signedAt: JULY,
    answers: {
      "3B1": { number: (at % 10) * 3 },
      "4A1": { scale: 1 + (at % 5) },
      "3A1": { choices: ["adults"] },
    },
  }));
