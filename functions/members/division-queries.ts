import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** A day "2026-12-01", also as SQL: the reference date of a round. */
type Day = string | SQL;

/** The newest reference date of inhabitants up to and including a day, as SQL. */
export const inhabitantsReferenceOn = (day: Day): SQL<string> =>
  sql<string>`(select max(reference_on) from municipality_inhabitants where reference_on <= ${day})`;

const isValid: SQL = sql`m.valid_from <= d.day and (m.valid_to is null or m.valid_to > d.day)`;

/**
 * Where members work, in the division of each of some days (a table with a column `day`), as a table (day, member_id,
 * code): `placesOn` of division.ts in SQL. Of today `member_municipalities` says the same.
 */
const placesOver = (days: SQL): SQL => sql`(
  select d.day, w.member_id, w.code from ${days} d cross join member_municipalities w
  join municipalities m on m.code = w.code where (w.since is null or w.since <= d.day) and ${isValid}
  union select d.day, e.member_id, e.code from ${days} d cross join member_municipalities_ended e
  join municipalities m on m.code = e.code where (e.since is null or e.since <= d.day) and e.until > d.day and ${isValid}
  union select d.day, w.member_id, p.part_code from ${days} d cross join municipality_parts p
  join member_municipalities w on w.code = p.code and w.since is null
  join municipalities m on m.code = p.part_code where p.since > d.day and ${isValid})`;

/** Where members work in the division of a day, as a table (member_id, code). */
export const placesOn = (day: Day): SQL =>
  sql`(select member_id, code from ${placesOver(sql`(select ${day} as day)`)})`;

/**
 * Inhabitants in the division of each of some days, as a table (day, code, inhabitants): as counted at the newest
 * reference date, with those of parts that were counted apart then. `inhabitantsOn` of division.ts in SQL.
 */
const inhabitantsOver = (days: SQL): SQL => sql`(
  select d.day, coalesce(p.code, i.code) as code, sum(i.inhabitants) as inhabitants
  from (select d.day, max(n.reference_on) as counted_on from ${days} d
    join municipality_inhabitants n on n.reference_on <= d.day group by d.day) d
  cross join municipality_inhabitants i on i.reference_on = d.counted_on
  left join municipality_parts p on p.part_code = i.code and p.since <= d.day and p.since > d.counted_on
  group by 1, 2)`;

/** Inhabitants in the division of a day, as a table (code, inhabitants). */
export const inhabitantsOn = (day: Day): SQL =>
  sql`(select code, inhabitants from ${inhabitantsOver(sql`(select ${day} as day)`)})`;

/**
 * The same of one municipality, as a scalar: for the few rows of a page, where the planner would go through a table of
 * all of them for each.
 *
 * @param countedOn a reference date that is not the newest
 */
export const inhabitantsOfOne = (code: SQLWrapper, day: Day, countedOn: SQL = inhabitantsReferenceOn(day)) =>
  sql<number | null>`(select sum(i.inhabitants) from municipality_inhabitants i
    where i.reference_on = ${countedOn} and i.code in (select ${code} union select p.part_code
      from municipality_parts p where p.code = ${code} and p.since > ${countedOn} and p.since <= ${day}))`;

/** The reference date of the round that a statement calls `round`. */
export const ON_REFERENCE: SQL = sql`(select reference_on from round)`;
