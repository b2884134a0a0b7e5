import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { Database } from "../../db/client.ts";
import { countsOn } from "../../functions/members/directory-counts.ts";
import { CHANGES, prepare } from "../support/changing-members.ts";
import { keptAsComputed } from "../support/kept-standings.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let store: TemporaryDatabase | undefined;
afterEach(() => store?.close());

test("what is kept of a member is what the pure files say, after any change", async () => {
  let merged = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(CHANGES)), fc.nat(99), fc.nat(99)), { maxLength: 14 }),
      async (changes) => {
        store = await openTemporaryDatabase(prepare);
        const { db, close } = store;
        try {
          for (const [name, one, other] of changes) {
            await CHANGES[name]?.(db, one, other);
            await keptAsComputed(db);
          }
          await expectDays(db);
          for (const day of ["2024-06-01", "2026-11-22", "2027-06-01"]) await expectCounts(db, day);
          const [{ n = 0 } = {}] = await db.all<{ n: number }>(
            sql`select count(*) as n from municipality_parts`,
          );
          merged += n;
        } finally {
          await close();
        }
      },
    ),
    { numRuns: 40 },
  );
  expect(merged).toBeGreaterThan(0);
});

/** The kept days: the reference date of every round, and every day from which inhabitants are other ones. */
async function expectDays(db: Database): Promise<void> {
  const kept = await db.all<{ kind: string; day: string }>(
    sql`select kind, day from standing_days order by 1, 2`,
  );
  const wanted = await db.all<{ kind: string; day: string }>(sql`
    select 'present' as kind, reference_on as day from municipality_inhabitants
    union select 'present', since from municipality_parts
    union select 'reference', reference_on from rounds order by 1, 2`);
  expect(kept).toEqual(expect.arrayContaining(wanted));
  expect(kept.filter(({ kind }) => kind === "reference")).toEqual(
    wanted.filter(({ kind }) => kind === "reference"),
  );
}

/** The counts of the directory are those of its members, one by one. */
async function expectCounts(db: Database, day: string): Promise<void> {
  const kept = await db.all<{ mark: string; code: string; members: number }>(
    sql`select mark, code, members from ${countsOn(day)} order by 1, 2`,
  );
  const wanted = await db.all<{ mark: string; code: string; members: number }>(sql`
    with today as (select id from members where joined_on <= ${day} and (left_on is null or left_on > ${day})),
      present as (select id from standing_days where kind = 'present' and day <= ${day} order by day desc limit 1)
    select 'all' as mark, '' as code, count(*) as members from today having count(*) > 0
    union all select 'municipality', code, count(*) from member_municipalities
      where member_id in (select id from today) group by code
    union all select facet, code, count(*) from member_facets
      where member_id in (select id from today) group by facet, code
    union all select 'size_class', size_class, count(*) from member_standings
      where member_id in (select id from today) and day_id = (select id from present) group by size_class
    order by 1, 2`);
  expect(kept).toEqual(wanted);
}

const GONE = "update municipalities set valid_to = '2024-01-01', successor_code = 'GM0' where code = 'GM3'";

/** Alone, and as no way of the app does alone: each statement keeps the standings right by itself. */
const ALONE: [what: string, before: string[], change: string][] = [
  [
    "a new date of inhabitants that leaves somebody out",
    [
      "insert into rounds (id, questionnaire_id, year, state, reference_on, opens_on, closes_on) values ('later', 'q', 2025, 'open', '2025-03-01', '2025-03-01', '2027-12-31')",
    ],
    "insert into municipality_inhabitants (code, reference_on, inhabitants) values ('GM5', '2024-03-01', 1)",
  ],
  ["one count that goes", [], "delete from municipality_inhabitants where code = 'GM0'"],
  [
    "a municipality where somebody worked",
    [],
    "insert into member_municipalities_ended (member_id, code, until) values ('a', 'GM2', '2025-01-01')",
  ],
  [
    "the same, forgotten",
    ["insert into member_municipalities_ended (member_id, code, until) values ('a', 'GM2', '2025-01-01')"],
    "delete from member_municipalities_ended",
  ],
  [
    "a municipality that takes over another",
    [GONE],
    "insert into municipality_parts (part_code, code, since) values ('GM3', 'GM0', '2024-01-01')",
  ],
  [
    "the same, taken back",
    [GONE, "insert into municipality_parts (part_code, code, since) values ('GM3', 'GM0', '2024-01-01')"],
    "delete from municipality_parts",
  ],
  [
    "working somewhere only since a later merger",
    [],
    "update member_municipalities set since = '2024-01-01' where code = 'GM0'",
  ],
  ["a corrected count", [], "update municipality_inhabitants set inhabitants = 90000 where code = 'GM0'"],
  ["another class", [], "update municipalities set municipality_class = 'G4' where code = 'GM0'"],
  ["another province", [], "update municipalities set province = 'Zeeland' where code = 'GM0'"],
];

test.each(ALONE)("%s changes what is kept, and rightly", async (_, before, change) => {
  store = await openTemporaryDatabase(prepare);
  const { db } = store;
  for (const statement of [
    "insert into member_municipalities (member_id, code) values ('a', 'GM0')",
    ...before,
  ])
    await db.run(sql.raw(statement));
  const stood = await keptAsComputed(db);
  await db.run(sql.raw(change));
  expect(await keptAsComputed(db)).not.toEqual(stood);
});

test("a member or a round that goes is counted no more", async () => {
  store = await openTemporaryDatabase(prepare);
  const { db } = store;
  await db.run(sql`delete from members where id = 'd'`);
  await expectCounts(db, "2026-11-22");
  await db.run(sql`delete from rounds`);
  expect(await db.all(sql`select * from board_members`)).toEqual([]);
  expect(await db.all(sql`select * from board_counts`)).toEqual([]);
  await expectDays(db);
});
