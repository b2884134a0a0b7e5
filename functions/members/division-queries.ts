import { type SQL, sql } from "drizzle-orm";

/** A day "2026-12-01", also as SQL: the reference date of a round. */
type Day = string | SQL;

/** The newest reference date of inhabitants up to and including a day, as SQL. */
export const inhabitantsReferenceOn = (day: Day): SQL<string> =>
  sql<string>`(select max(reference_on) from municipality_inhabitants where reference_on <= ${day})`;

const isValidOn = (day: Day): SQL =>
  sql`m.valid_from <= ${day} and (m.valid_to is null or m.valid_to > ${day})`;

/**
 * Where members work, in the division of a day, as a table (member_id, code): `placesOn` of division.ts in SQL.
 * For today `member_municipalities` says the same.
 */
export const placesOn = (day: Day): SQL => sql`(
  select w.member_id, w.code from member_municipalities w join municipalities m on m.code = w.code
  where (w.since is null or w.since <= ${day}) and ${isValidOn(day)}
  union select e.member_id, e.code from member_municipalities_ended e join municipalities m on m.code = e.code
  where (e.since is null or e.since <= ${day}) and e.until > ${day} and ${isValidOn(day)}
  union select w.member_id, p.part_code from member_municipalities w
  join municipality_parts p on p.code = w.code and p.since > ${day} join municipalities m on m.code = p.part_code
  where w.since is null and ${isValidOn(day)})`;

/**
 * Inhabitants in the division of a day, as a table (code, inhabitants): as counted at the newest reference date,
 * with those of parts that were counted apart then. `inhabitantsOn` of division.ts in SQL.
 */
export const inhabitantsOn = (day: Day): SQL => sql`(
  select coalesce(p.code, i.code) as code, sum(i.inhabitants) as inhabitants from municipality_inhabitants i
  left join municipality_parts p on p.part_code = i.code and p.since <= ${day}
    and p.since > ${inhabitantsReferenceOn(day)}
  where i.reference_on = ${inhabitantsReferenceOn(day)} group by 1)`;

/** The same of one municipality, as a scalar: for lists in which a table would be made again for every row. */
export const inhabitantsOfOne = (code: SQL, day: Day): SQL => sql`(
  select sum(i.inhabitants) from municipality_inhabitants i where i.reference_on = ${inhabitantsReferenceOn(day)}
    and (i.code = ${code} or i.code in (select p.part_code from municipality_parts p
      where p.code = ${code} and p.since > i.reference_on and p.since <= ${day})))`;

/** The reference date of the round that a statement calls `round`. */
export const ON_REFERENCE: SQL = sql`(select reference_on from round)`;
