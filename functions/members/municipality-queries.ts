import { and, asc, count, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { municipalities, municipalityMergers, people } from "../../db/schema/tables.ts";
import { foldTyped } from "../../web/members/municipality-search.ts";
import type { MunicipalityFilter } from "../../web/members/municipality-words.ts";
import { inhabitantsOn, inhabitantsOver, inhabitantsReferenceOn, placesOver } from "./division-queries.ts";

/** Municipalities on one page of the list. */
export const MUNICIPALITIES_A_PAGE = 40;

const found = ({ query, past }: MunicipalityFilter): SQL | undefined =>
  and(
    past ? isNotNull(municipalities.validTo) : isNull(municipalities.validTo),
    query === "" ? undefined : sql`instr(${municipalities.searchKey}, ${foldTyped(query)}) > 0`,
  );

/** The last two reference dates of inhabitants up to today, the newest first. */
export const referenceDates = (db: Database, today: string) =>
  db.all<{
    referenceOn: string;
  }>(sql`select distinct reference_on as referenceOn from municipality_inhabitants
    where reference_on <= ${today} order by 1 desc limit 2`);

// By its full name: in a statement on one table the builder would write "code" alone, and a subquery has its own.
const ownCode = sql.raw("municipalities.code");

// With those of parts that were counted apart on that date, so that the series of a merged municipality is whole.
const countedOn = (place: number, today: string) => sql`(
  select coalesce(p.code, i.code) as code, sum(i.inhabitants) as inhabitants from municipality_inhabitants i
  left join municipality_parts p on p.part_code = i.code and p.since > i.reference_on and p.since <= ${today}
  where i.reference_on = (select distinct reference_on from municipality_inhabitants
    where reference_on <= ${today} order by 1 desc limit 1 offset ${place}) group by 1)`;

/** One page of the registry: of now, or of what ended. */
export function municipalityPage(db: Database, filter: MunicipalityFilter, today: string) {
  return db
    .select({
      code: municipalities.code,
      name: municipalities.name,
      province: municipalities.province,
      validFrom: municipalities.validFrom,
      validTo: municipalities.validTo,
      successor: sql<
        string | null
      >`(select s.name from municipalities s where s.code = municipalities.successor_code)`,
      inhabitants: sql<number | null>`n.inhabitants`,
      earlier: sql<number | null>`b.inhabitants`,
      members: sql<number>`(select count(*) from member_municipalities w join members o on o.id = w.member_id
        where w.code = ${ownCode} and (o.left_on is null or o.left_on > ${today}))`,
      regions: sql<string | null>`(select group_concat(q.name, ', ') from municipality_regions r
        join regions q on q.id = r.region_id where r.code = ${ownCode} and r.valid_from <= ${today}
          and (r.valid_to is null or r.valid_to > ${today}))`,
    })
    .from(municipalities)
    .leftJoin(sql`${countedOn(0, today)} n`, sql`n.code = ${ownCode}`)
    .leftJoin(sql`${countedOn(1, today)} b`, sql`b.code = ${ownCode}`)
    .where(found(filter))
    .orderBy(asc(municipalities.name))
    .limit(MUNICIPALITIES_A_PAGE)
    .offset((filter.page - 1) * MUNICIPALITIES_A_PAGE);
}

export const municipalityCount = (db: Database, filter: MunicipalityFilter) =>
  db.select({ count: count() }).from(municipalities).where(found(filter));

export interface ReachRow {
  /** null: now */
  year: number | null;
  day: string;
  members: number;
  municipalities: number;
  /** the same municipalities as they are called now */
  inDivisionOfNow: number;
  inhabitants: number;
  countedOn: string | null;
}

/** The reach of the association: at each round in the division of its reference date, and now. Each inhabitant once. */
export function reachPerRound(db: Database, today: string) {
  const days = sql`days`;
  return db.all<ReachRow>(sql`
    with days as materialized (select year, reference_on as day from rounds where state <> 'concept'
      union all select null, ${today}),
    served as materialized (select distinct x.day, x.code from ${placesOver(days)} x join members o on o.id = x.member_id
      and o.joined_on <= x.day and (o.left_on is null or o.left_on > x.day)),
    counted as materialized (select * from ${inhabitantsOver(days)})
    select d.year, d.day, (select count(*) from members o
        where o.joined_on <= d.day and (o.left_on is null or o.left_on > d.day)) as members,
      count(s.code) as municipalities, count(distinct coalesce((select p.code from municipality_parts p
        join municipalities n on n.code = p.code and n.valid_to is null where p.part_code = s.code), s.code)) as inDivisionOfNow,
      coalesce(sum(n.inhabitants), 0) as inhabitants, ${inhabitantsReferenceOn(sql`d.day`)} as countedOn
    from days d left join served s on s.day = d.day left join counted n on n.day = s.day and n.code = s.code
    group by d.year, d.day order by d.day`);
}

/** Mergers, those that still come first. */
export function mergerList(db: Database) {
  return db
    .select({
      id: municipalityMergers.id,
      fromOn: municipalityMergers.fromOn,
      appliedAt: municipalityMergers.appliedAt,
      successor: municipalities.name,
      decidedBy: people.name,
      decidedAt: municipalityMergers.decidedAt,
      parts: sql<string>`(select group_concat(p.name, ', ') from municipalities p
        where p.successor_code = ${municipalityMergers.successorCode} and p.valid_to = ${municipalityMergers.fromOn})`,
    })
    .from(municipalityMergers)
    .innerJoin(municipalities, eq(municipalities.code, municipalityMergers.successorCode))
    .leftJoin(people, eq(people.id, municipalityMergers.decidedBy))
    .orderBy(desc(municipalityMergers.fromOn))
    .limit(50);
}

/** The whole registry, with inhabitants known for this reference date and for the newest date before it. */
export function countedMunicipalities(db: Database, referenceOn: string) {
  const counted = (condition: SQL) => sql<number | null>`(select i.inhabitants from municipality_inhabitants i
    where i.code = ${ownCode} and ${condition} order by i.reference_on desc limit 1)`;
  return db
    .select({
      code: municipalities.code,
      name: municipalities.name,
      officialName: municipalities.officialName,
      searchKey: municipalities.searchKey,
      validFrom: municipalities.validFrom,
      validTo: municipalities.validTo,
      successorCode: municipalities.successorCode,
      inhabitants: counted(sql`i.reference_on = ${referenceOn}`),
      before: counted(sql`i.reference_on < ${referenceOn}`),
    })
    .from(municipalities)
    .orderBy(asc(municipalities.name));
}

/** The registry for a merger, with inhabitants as counted last. */
export const registryOfNow = (db: Database, today: string) =>
  db
    .select({
      code: municipalities.code,
      name: municipalities.name,
      officialName: municipalities.officialName,
      searchKey: municipalities.searchKey,
      province: municipalities.province,
      municipalityClass: municipalities.municipalityClass,
      latitude: municipalities.latitude,
      longitude: municipalities.longitude,
      validFrom: municipalities.validFrom,
      validTo: municipalities.validTo,
      inhabitants: sql<number | null>`n.inhabitants`,
    })
    .from(municipalities)
    .leftJoin(sql`${inhabitantsOn(today)} n`, sql`n.code = ${municipalities.code}`);

/** Where each member says that it works. */
export const placesOfMembers = (db: Database) =>
  db.all<{ id: string; name: string; valueId: string; codes: string }>(sql`
    select m.id, m.name, v.id as valueId, coalesce(v.value ->> '$.codes', '[]') as codes
    from profile_values v join members m on m.id = v.member_id
    where v.field = 'municipalities' and v.superseded_at is null order by m.name`);

export const mergerById = (db: Database, id: string) =>
  db
    .select({
      id: municipalityMergers.id,
      successorCode: municipalityMergers.successorCode,
      fromOn: municipalityMergers.fromOn,
    })
    .from(municipalityMergers)
    .where(eq(municipalityMergers.id, id));
