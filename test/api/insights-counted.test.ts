import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { type HandResponse, seedResponses, seedRoundOf2024, seedTeams } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast } from "../support/cast.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const JULY = "2024-07-01T10:00:00Z";
const AUGUST = "2024-08-01T10:00:00Z";
const late = (at: number) => new Date(Date.parse("2025-02-01T10:00:00Z") + at * 86_400_000).toISOString();
const wmo = { "3A2": { choices: ["wmo"] }, "3B1": { number: 4 } };
const youth = { "3A2": { choices: ["jeugdwet"] }, "3B1": { number: 7 } };

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

const csvOf = async (concept: string): Promise<string> =>
  (await app.get(`/inzicht/2024/vraag/${concept}/cijfers.csv`, "monitoring")).text();
/** How many organisations carry out each law, as the page's own export says it. */
const laws = async () => {
  const rows = (await csvOf("3A2")).split("\r\n").map((line) => line.split(";"));
  const count = (label: string) => Number(rows.find((row) => row[0] === label)?.[1]);
  return { wmo: count("Wmo 2015"), youth: count("Jeugdwet") };
};

describe("which response of an organisation counts", () => {
  const cases: [string, HandResponse[], { wmo: number; youth: number }][] = [
    [
      "of two responses the second, though it was signed first",
      [
        { member: "lindestad", sequence: 1, signedAt: AUGUST, answers: wmo },
        { member: "lindestad", sequence: 2, signedAt: JULY, answers: youth },
      ],
      { wmo: 0, youth: 1 },
    ],
    [
      "not a second response that nobody signed",
      [
        { member: "lindestad", sequence: 1, signedAt: JULY, answers: wmo },
        { member: "lindestad", sequence: 2, state: "ready", answers: youth },
      ],
      { wmo: 1, youth: 0 },
    ],
    [
      "of two versions the later signed one",
      [
        { member: "lindestad", version: 1, state: "superseded", signedAt: JULY, answers: wmo },
        { member: "lindestad", version: 2, signedAt: AUGUST, answers: youth },
      ],
      { wmo: 0, youth: 1 },
    ],
    [
      "the signed version while a new one is being worked on",
      [
        { member: "lindestad", version: 1, signedAt: JULY, answers: wmo },
        { member: "lindestad", version: 2, state: "in_progress", answers: youth },
      ],
      { wmo: 1, youth: 0 },
    ],
    [
      "the version before publication, when one organisation signs again after it",
      [
        { member: "lindestad", version: 1, state: "superseded", signedAt: JULY, answers: wmo },
        { member: "lindestad", version: 2, signedAt: late(1), answers: youth },
      ],
      { wmo: 1, youth: 0 },
    ],
    [
      "nothing that is ready but not signed, or signed on the day of publication itself",
      [
        { member: "lindestad", state: "ready", answers: wmo },
        { member: "waterrand", signedAt: "2025-01-26T23:30:00Z", answers: wmo },
        { member: "heuvelrug", signedAt: "2025-01-26T21:30:00Z", answers: youth },
      ],
      { wmo: 0, youth: 1 },
    ],
  ];
  it.each(cases)("%s", async (_, given, expected) => {
    await seedResponses(database.db, given);
    expect(await laws()).toEqual(expected);
    const n = expected.wmo + expected.youth;
    expect(textOf(await (await app.get("/inzicht/2024/vraag/3A2", "editor")).text())).toContain(
      `n = ${n} ${n} van 43 leden`,
    );
  });
});

describe("late answers to a published round", () => {
  beforeEach(() =>
    seedResponses(
      database.db,
      teams.slice(0, 20).map((member) => ({ member, signedAt: JULY, answers: wmo })),
    ),
  );

  it("wait until five organisations have signed: until then no byte of a figure changes", async () => {
    const before = [await csvOf("3A2"), await csvOf("3B1")];
    for (const at of [0, 1, 2, 3]) {
      await seedResponses(database.db, [
        { member: teams[20 + at] ?? "", signedAt: late(at), answers: youth },
      ]);
      expect([await csvOf("3A2"), await csvOf("3B1")]).toEqual(before);
    }
    const waiting = textOf(await (await app.get("/inzicht/2024/vraag/3B1", "editor")).text());
    expect(waiting).toContain(
      "4 organisaties tekenden later. Een volgende versie verschijnt bij 5 nieuwe antwoorden.",
    );
    expect(waiting).toContain("Versie 1,");

    await seedResponses(database.db, [{ member: teams[24] ?? "", signedAt: late(4), answers: youth }]);
    expect(await laws()).toEqual({ wmo: 20, youth: 5 });
    expect(await csvOf("3B1")).toContain("5 tot en met 9;5;");
    // The first version stays at its address; there is no third.
    const first = await app.get("/inzicht/2024/vraag/3A2/cijfers.csv?versie=1", "editor");
    expect(await first.text()).toBe(before[0]);
    expect((await app.get("/inzicht/2024/vraag/3A2?versie=3", "editor")).status).toBe(404);
    expect(textOf(await (await app.get("/inzicht/2024", "editor")).text())).toContain("Versie 2,");

    await seedResponses(database.db, [{ member: teams[25] ?? "", signedAt: late(5), answers: youth }]);
    expect(await laws()).toEqual({ wmo: 20, youth: 5 });
  });

  it("are counted by organisation: one that signs five times is one", async () => {
    const again = [1, 2, 3, 4, 5].map(
      (version): HandResponse => ({
        member: teams[20] ?? "",
        version,
        state: version === 5 ? "signed" : "superseded",
        signedAt: late(version),
        answers: youth,
      }),
    );
    await seedResponses(database.db, again);
    expect(await laws()).toEqual({ wmo: 20, youth: 0 });
  });

  it("agree with a recount in another way, whatever the order of signing", async () => {
    const day = fc.integer({ min: -20, max: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(17), day), { minLength: 1, maxLength: 40 }),
        async (signings) => {
          await database.db.$client.execute(
            "delete from answers where response_id in (select id from responses where member_id >= 'kwartel-021')",
          );
          await database.db.$client.execute("delete from responses where member_id >= 'kwartel-021'");
          const versions = new Map<number, number[]>();
          for (const [team, at] of signings) versions.set(team, [...(versions.get(team) ?? []), at]);
          for (const days of versions.values()) days.sort((one, other) => one - other);
          await seedResponses(
            database.db,
            [...versions].flatMap(([team, days]) =>
              days.map(
                (at, index): HandResponse => ({
                  member: teams[20 + team] ?? "",
                  version: index + 1,
                  state: index === days.length - 1 ? "signed" : "superseded",
                  signedAt: new Date(Date.parse("2025-01-27T12:00:00Z") + at * 86_400_000).toISOString(),
                  // even versions say Wmo, odd ones Jeugdwet, so that it shows which version counts
                  answers: index % 2 ? wmo : youth,
                }),
              ),
            ),
          );
          // Day 0 is the day of publication. First late day of each team, in order; every fifth is a cut.
          const firsts = [...versions.values()]
            .flatMap((days) => days.filter((at) => at >= 0).slice(0, 1))
            .toSorted((one, other) => one - other);
          const cut = firsts[Math.floor(firsts.length / 5) * 5 - 1] ?? -1;
          const expected = { wmo: 20, youth: 0 };
          for (const days of versions.values()) {
            const last = days.filter((at) => at <= cut).length;
            if (last > 0) expected[last % 2 ? "youth" : "wmo"] += 1;
          }
          expect(await laws()).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });
});
