import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { Database, Statements } from "../../db/client.ts";
import type { MunicipalityClass, SizeClass } from "../../db/vocabulary.ts";
import { releaseAttributes } from "../../functions/insights/release-attributes.ts";
import { countsOn } from "../../functions/members/directory-counts.ts";
import * as pure from "../../functions/members/division.ts";
import { storeInhabitants } from "../../functions/members/inhabitants-queries.ts";
import {
  applyMerger,
  removeMerger,
  storeMerger,
} from "../../functions/members/municipality-merger-queries.ts";
import { sizeClassOf } from "../../functions/members/size-class.ts";
import { SIZE_CLASS_ADDRESSES } from "../../web/members/labels.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let store: TemporaryDatabase | undefined;
afterEach(() => store?.close());

const PROVINCES = ["Drenthe", "Gelderland", "Groningen", "Limburg", "Utrecht", "Zeeland"];
const CLASSES: readonly MunicipalityClass[] = ["K80/P10", "M50", "K80/P10", "G40", "K80/P10", "G4"];
const CODES = Array.from({ length: 8 }, (_, at) => `GM${at}`);
const MEMBERS = ["a", "b", "c", "d"];
const DAYS = ["2023-06-01", "2024-06-01", "2025-03-01", "2026-06-01", "2027-06-01"];
const of = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** A country of eight municipalities, four members, one count of inhabitants and one round. */
async function prepare(db: Database): Promise<void> {
  for (const [at, code] of CODES.entries())
    await db.run(sql`insert into municipalities (code, name, official_name, search_key, province, municipality_class,
      latitude, longitude, valid_from) values (${code}, ${code}, ${code}, ${code}, ${of(PROVINCES, at)},
      ${of(CLASSES, at)}, 52, 5, '2023-01-01')`);
  await db.run(sql`insert into municipality_inhabitants (code, reference_on, inhabitants)
    select code, '2023-01-01', 12000 from municipalities`);
  for (const id of MEMBERS)
    await db.run(sql`insert into members (id, slug, name, search_key, joined_on, created_at)
      values (${id}, ${id}, ${id}, ${id}, '2020-01-01', 0)`);
  await db.run(sql`insert into questionnaires (id, title, created_at) values ('q', 'Q', 0)`);
  await db.run(sql`insert into people (id, name, email, created_at) values ('p', 'P', 'p@x.example', 0)`);
  await addRound(db, 0);
}

const addRound = (db: Database, at: number) =>
  db.run(sql`insert into rounds (id, questionnaire_id, year, state, reference_on, opens_on, closes_on)
    values (${`r${at}`}, 'q', ${2020 + at}, 'open', ${of(DAYS, at)}, ${of(DAYS, at)}, '2027-12-31')
    on conflict do nothing`);

/** Everything that can change what a member is, in the ways of the app. */
const CHANGES: Record<string, (db: Database, one: number, other: number) => Promise<unknown>> = {
  places: async (db, one, other) => {
    const member = of(MEMBERS, one);
    const valid = await db.all<{ code: string }>(
      sql`select code from municipalities where valid_to is null and valid_from < '2026-11-22'`,
    );
    const codes = [...new Set([of(valid, other).code, of(valid, one + other * 3).code])];
    await db.batch([
      db.run(sql`delete from member_municipalities where member_id = ${member}
        and code not in (select value from json_each(${JSON.stringify(codes)}))`),
      db.run(sql`insert into member_municipalities (member_id, code)
        select ${member}, value from json_each(${JSON.stringify(codes)}) where true on conflict do nothing`),
    ]);
  },
  nowhere: (db, one) => db.run(sql`delete from member_municipalities where member_id = ${of(MEMBERS, one)}`),
  count: async (db, one, other) => {
    const day = of(["2024-01-01", "2026-01-01", "2025-03-01"], other);
    const rows = await db.all<{ code: string; seen: number | null }>(sql`select m.code, i.inhabitants as seen
      from municipalities m left join municipality_inhabitants i on i.code = m.code and i.reference_on = ${day}
      where m.valid_from <= ${day} and (m.valid_to is null or m.valid_to > ${day})`);
    const figures = rows.map(({ code, seen }, at) => ({
      code,
      seen,
      inhabitants: 9_000 * (1 + ((one + at) % 5)),
    }));
    await db.batch(storeInhabitants(db, figures, day, { personId: "p", now: 1 }));
  },
  correction: (db, one, other) =>
    db.run(sql`update municipality_inhabitants set inhabitants = ${(1 + (one % 9)) * 10_000}
      where code = ${of(CODES, other)} and reference_on = '2023-01-01'`),
  "count gone": (db) => db.run(sql`delete from municipality_inhabitants where reference_on = '2026-01-01'`),
  merger: (db, one, other) => merge(db, one, other, true),
  "merger ahead": (db, one, other) => merge(db, one, other, false),
  withdrawal: async (db) => {
    const [ahead] = await db.all<{ id: string; successorCode: string; fromOn: string }>(sql`
      select id, successor_code as successorCode, from_on as fromOn from municipality_mergers where applied_at is null`);
    if (ahead) await db.batch(removeMerger(db, ahead, { personId: "p", now: 3 }) as unknown as Statements);
  },
  "its day comes": async (db) => {
    const [ahead] = await db.all<{ id: string }>(
      sql`select id from municipality_mergers where applied_at is null`,
    );
    if (ahead) await db.batch(applyMerger(db, ahead.id, 4) as unknown as Statements);
  },
  class: (db, one, other) =>
    db.run(sql`update municipalities set municipality_class = ${of(CLASSES, one)}, province = ${of(PROVINCES, other)}
      where code = ${of(CODES, one + other)}`),
  round: (db, one) => addRound(db, one % 5),
  "reference date": (db, one, other) =>
    db.run(sql`update rounds set reference_on = ${of(DAYS, one)} where id = ${`r${other % 5}`}`),
  leaving: (db, one, other) =>
    db.run(
      sql`update members set left_on = ${of([null, "2025-01-01", "2027-01-01"], other)} where id = ${of(MEMBERS, one)}`,
    ),
  joining: (db, one, other) =>
    db.run(sql`update members set joined_on = ${of(DAYS, other)} where id = ${of(MEMBERS, one)}`),
};

async function merge(db: Database, one: number, other: number, isNow: boolean): Promise<void> {
  const valid = await db.all<{ code: string }>(
    sql`select code from municipalities where valid_to is null order by 1`,
  );
  const parts = [...new Set([of(valid, one).code, of(valid, one + 1).code])];
  const into = of(valid, one + 2 + (other % 3)).code;
  if (valid.length < 4 || parts.length < 2 || parts.includes(into)) return;
  const [{ n = 0 } = {}] = await db.all<{ n: number }>(sql`select count(*) as n from municipality_mergers`);
  const made = {
    name: `N${n}`,
    searchKey: "n",
    province: "Zeeland",
    municipalityClass: "M50",
    latitude: 52,
    longitude: 5,
  };
  const isNew = other % 2 === 0;
  const merger = {
    id: `m${n}`,
    parts,
    // Later mergers come later, as laws do.
    fromOn: isNow ? `2024-${String((n % 12) + 1).padStart(2, "0")}-15` : "2028-01-01",
    by: "p",
    now: 2,
    successor: isNew ? { code: `GM9${n}`, made } : { code: into, made: null },
  };
  const follow = isNow ? applyMerger(db, merger.id, 2) : [];
  await db.batch([...storeMerger(db, merger), ...follow] as unknown as Statements);
}

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
