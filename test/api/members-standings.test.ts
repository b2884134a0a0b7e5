import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { Database } from "../../db/client.ts";
import type { MunicipalityClass, SizeClass } from "../../db/vocabulary.ts";
import { releaseAttributes } from "../../functions/insights/release-attributes.ts";
import { countsOn } from "../../functions/members/directory-counts.ts";
import * as pure from "../../functions/members/division.ts";
import { sizeClassOf } from "../../functions/members/size-class.ts";
import { SIZE_CLASS_ADDRESSES } from "../../web/members/labels.ts";
import { CHANGES, MEMBERS, prepare } from "../support/changing-members.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let store: TemporaryDatabase | undefined;
afterEach(() => store?.close());

interface Standing {
  day_id: number;
  member_id: string;
  municipalities: number;
  inhabitants: number;
  size_class: SizeClass;
  province: string;
  part: string | null;
}

/** What each member is on each kept day by the pure files: `division.ts`, `sizeClassOf` and `releaseAttributes`. */
async function computed(db: Database): Promise<Standing[]> {
  const towns = await db.all<pure.DividedMunicipality & { province: string; class: MunicipalityClass }>(sql`
    select code, valid_from as validFrom, valid_to as validTo, province, municipality_class as class,
      case when code in (select part_code from municipality_parts) then successor_code end as successorCode
    from municipalities`);
  const counts = await db.all<pure.CountedInhabitants>(
    sql`select code, reference_on as referenceOn, inhabitants from municipality_inhabitants`,
  );
  const worked = await db.all<pure.WorkedIn & { member: string }>(sql`
    select member_id as member, code, since, null as until from member_municipalities
    union all select member_id, code, since, until from member_municipalities_ended`);
  const days = await db.all<{ id: number; kind: string; day: string }>(
    sql`select id, kind, day from standing_days`,
  );
  return days.flatMap(({ id, kind, day }) =>
    MEMBERS.flatMap((member): Standing[] => {
      const own = worked.filter((each) => each.member === member);
      const codes =
        kind === "present"
          ? own.filter(({ until }) => until === null).map(({ code }) => code)
          : pure.placesOn(towns, own, day);
      if (codes.length === 0) return [];
      const places = codes.map((code) => {
        const town = towns.find((each) => each.code === code);
        const inhabitants = pure.inhabitantsOn(towns, counts, [code], day);
        return {
          memberId: member,
          province: town?.province ?? "",
          municipalityClass: town?.class ?? "M50",
          inhabitants,
        };
      });
      const attributes = releaseAttributes(places, [], []);
      const value = (key: string) => attributes.find((each) => each.key === key)?.of[member]?.[0] ?? null;
      const total = places.reduce((sum, place) => sum + place.inhabitants, 0);
      const sizeClass =
        sizeClassOf(
          places.map((place) => place.municipalityClass),
          total,
        ) ?? "small";
      expect(value("grootte")).toBe(SIZE_CLASS_ADDRESSES[sizeClass]);
      expect(value("gemeenten")).toBe(places.length === 1 ? "een" : "meer");
      const weights = Map.groupBy(places, ({ province }) => province);
      const [province = ""] = [...weights]
        .map(([name, there]) => [name, there.reduce((sum, place) => sum + place.inhabitants, 0)] as const)
        .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .map(([name]) => name);
      return [
        {
          day_id: id,
          member_id: member,
          municipalities: places.length,
          inhabitants: total,
          size_class: sizeClass,
          province,
          part: value("landsdeel"),
        },
      ];
    }),
  );
}

const inOrder = (rows: readonly Standing[]) =>
  rows.toSorted((a, b) => a.day_id - b.day_id || (a.member_id < b.member_id ? -1 : 1));

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
            const kept = await db.all<Standing>(sql`select * from member_standings`);
            expect(inOrder(kept)).toEqual(inOrder(await computed(db)));
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
