import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Database } from "../../db/client.ts";
import { placesOn } from "../../functions/members/division-queries.ts";
import { CHANGES, prepare } from "../support/changing-members.ts";
import { openTemporaryDatabase } from "../support/temporary-database.ts";

const STEPS = ["places", "places", "places", "round", "publication", "merger ahead", "its day comes"];
const published = (db: Database) =>
  db.all<{ day: string }>(
    sql`select distinct reference_on as day from rounds where state = 'published' order by 1`,
  );
const whoWorksWhereOn = (db: Database, day: string) =>
  db.all<{ member: string; code: string }>(
    sql`select member_id as member, code from ${placesOn(day)} order by 1, 2`,
  );

/** A member that chose what came out of a merger, which then takes in more. */
const TWICE_INTO_ONE: [string, number, number][] = [
  ["publication", 0, 0],
  ["merger ahead", 10, 63],
  ["its day comes", 0, 0],
  ["places", 37, 8],
  ["merger ahead", 0, 57],
  ["its day comes", 0, 0],
];

test("a published round keeps where members worked; a later one follows what they say now", async () => {
  const seen = { kept: 0, followed: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(99), fc.nat(99)), { minLength: 8, maxLength: 16 }),
      async (steps) => {
        const store = await openTemporaryDatabase(prepare);
        const { db } = store;
        const held = new Map<string, { member: string; code: string }[]>();
        try {
          for (const [name, one, other] of steps) {
            await CHANGES[name]?.(db, one, other);
            for (const { day } of await published(db)) {
              const now = await whoWorksWhereOn(db, day);
              const before = held.get(day) ?? now;
              // Who had not said a thing comes in late; who had, stays.
              const known = new Set(before.map(({ member }) => member));
              expect(now.filter(({ member }) => known.has(member))).toEqual(before);
              seen.kept += before.length > 0 && held.has(day) ? 1 : 0;
              held.set(day, now);
            }
            const newest = (await published(db)).at(-1)?.day ?? "";
            const [{ merged = 0 } = {}] = await db.all<{ merged: number }>(
              sql`select count(*) as merged from municipality_mergers where applied_at is not null`,
            );
            if (merged > 0 || newest >= "2027-06-01") continue;
            const current = await db.all(
              sql`select member_id as member, code from member_municipalities order by 1, 2`,
            );
            expect(await whoWorksWhereOn(db, "2027-06-01")).toEqual(current);
            seen.followed += current.length > 0 ? 1 : 0;
          }
        } finally {
          await store.close();
        }
      },
    ),
    { numRuns: 25, examples: [[TWICE_INTO_ONE]] },
  );
  expect(seen.kept).toBeGreaterThan(0);
  expect(seen.followed).toBeGreaterThan(0);
});

test("a municipality that is let go and chosen again, or that merged before, counts as it did", async () => {
  const store = await openTemporaryDatabase(prepare);
  const { db } = store;
  const run = (text: string) => db.run(sql.raw(text));
  // GM0 and GM1 go on as GM2 in 2024, which 'a' chooses only afterwards: in 2023 it worked in all three.
  await run(
    "update municipalities set valid_to = '2024-01-01', successor_code = 'GM2' where code in ('GM0', 'GM1')",
  );
  await run(
    "insert into municipality_parts (part_code, code, since) values ('GM0', 'GM2', '2024-01-01'), ('GM1', 'GM2', '2024-01-01')",
  );
  await run("insert into member_municipalities (member_id, code) values ('a', 'GM2')");
  await run("update rounds set state = 'published', reference_on = '2023-06-01'");
  const of2023 = await whoWorksWhereOn(db, "2023-06-01");
  expect(of2023.map(({ code }) => code)).toEqual(["GM0", "GM1", "GM2"]);
  // One that chose GM2 before, and now also takes what came after the published round.
  await run("insert into member_municipalities (member_id, code) values ('b', 'GM4')");
  const atB = async (day: string) =>
    (await whoWorksWhereOn(db, day)).filter(({ member }) => member === "b").map(({ code }) => code);
  // The numbers of `places`: who, and two picks among the six that are left.
  for (const [one, other] of [
    [0, 3],
    [4, 0],
    [1, 0],
  ] as const)
    await CHANGES.places?.(db, one, other);
  expect((await whoWorksWhereOn(db, "2023-06-01")).filter(({ member }) => member === "a")).toEqual(of2023);
  expect(await atB("2023-06-01")).toEqual(["GM4"]);
  // Between the published round and the merger, GM2 was still three.
  expect(await atB("2023-09-01")).toEqual(["GM0", "GM1", "GM2", "GM3"]);
  await store.close();
});
