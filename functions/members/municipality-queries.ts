import { and, asc, count, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { municipalities, municipalityMergers, people } from "../../db/schema/tables.ts";
import { foldTyped } from "../../web/members/municipality-search.ts";
import type { MunicipalityFilter } from "../../web/members/municipality-words.ts";
import { countsOn } from "./directory-counts.ts";
import { inhabitantsOfOne, inhabitantsOn, inhabitantsReferenceOn } from "./division-queries.ts";

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

/** The date of inhabitants before the newest. */
const before = (today: string): SQL => sql`(select distinct reference_on from municipality_inhabitants
  where reference_on <= ${today} order by 1 desc limit 1 offset 1)`;

/** One page of the registry: of now, or of what ended. First which they are, then what is shown of those. */
export function municipalityPage(db: Database, filter: MunicipalityFilter, today: string) {
  const ofPage = db
    .select({ code: municipalities.code })
    .from(municipalities)
    .where(found(filter))
    .orderBy(asc(municipalities.name))
    .limit(MUNICIPALITIES_A_PAGE)
    .offset((filter.page - 1) * MUNICIPALITIES_A_PAGE);
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
      inhabitants: inhabitantsOfOne(ownCode, today),
      earlier: inhabitantsOfOne(ownCode, today, before(today)),
      members: sql<number>`coalesce(k.members, 0)`,
      regions: sql<string | null>`(select group_concat(q.name, ', ') from municipality_regions r
        join regions q on q.id = r.region_id where r.code = ${ownCode} and r.valid_from <= ${today}
          and (r.valid_to is null or r.valid_to > ${today}))`,
    })
    .from(municipalities)
    .leftJoin(sql`${countsOn(today)} k`, sql`k.mark = 'municipality' and k.code = ${ownCode}`)
    .where(sql`${ownCode} in ${ofPage}`)
    .orderBy(asc(municipalities.name));
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

const isMemberOn: SQL = sql`o.joined_on <= d.day and (o.left_on is null or o.left_on > d.day)`;

/**
 * The reach of the association: at each round in the division of its reference date, and now. Each inhabitant once.
 * For each municipality it ends at the first member that works there: `placesOver`, asked the other way around.
 */
export function reachPerRound(db: Database, today: string) {
  const someone = (works: SQL) => sql`exists (select 1 from ${works} and ${isMemberOn})`;
  return db.all<ReachRow>(sql`
    with days as materialized (select year, reference_on as day from rounds where state <> 'concept'
      union all select null, ${today}),
    served as materialized (select d.day, m.code from days d cross join municipalities m
      where m.valid_from <= d.day and (m.valid_to is null or m.valid_to > d.day) and (
        ${someone(sql`member_municipalities w cross join members o on o.id = w.member_id
          where w.code = m.code and (w.since is null or w.since <= d.day)`)}
        or ${someone(sql`member_municipalities_ended e cross join members o on o.id = e.member_id
          where e.code = m.code and (e.since is null or e.since <= d.day) and e.until > d.day`)}
        or ${someone(sql`municipality_parts p cross join member_municipalities w on w.code = p.code
          cross join members o on o.id = w.member_id
          where p.part_code = m.code and p.since > d.day and w.since is null`)}))
    select d.year, d.day, (select count(*) from members o where ${isMemberOn}) as members,
      count(s.code) as municipalities, count(distinct coalesce((select p.code from municipality_parts p
        join municipalities n on n.code = p.code and n.valid_to is null where p.part_code = s.code), s.code)) as inDivisionOfNow,
      coalesce(sum(${inhabitantsOfOne(sql`s.code`, sql`d.day`)}), 0) as inhabitants,
      ${inhabitantsReferenceOn(sql`d.day`)} as countedOn
    from days d left join served s on s.day = d.day
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
