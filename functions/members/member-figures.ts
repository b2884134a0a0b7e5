import { eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { memberMunicipalities, municipalities } from "../../db/schema/tables.ts";
import type { SizeClass } from "../../db/vocabulary.ts";
import { inhabitantsOn, placesOn } from "./division-queries.ts";
import { LARGE_ABOVE_INHABITANTS, MIDDLE_FROM_INHABITANTS } from "./size-class.ts";

/** The join that gives a municipality (`municipalities`) its inhabitants on a day, as `n`. */
export const inhabitantsAt = (today: string | SQL) =>
  [sql`${inhabitantsOn(today)} n`, sql`n.code = ${municipalities.code}`] as const;

/** Inhabitants of that join. */
export const joinedInhabitants = sql<number | null>`n.inhabitants`;

/**
 * What follows from a member's municipalities, one row a member that has any: inhabitants and size class.
 * The size class is `sizeClassOf` in SQL; a test holds the two equal over random members.
 *
 * @param today a day: that of today as text, then members work where they work now; as SQL the reference date of a
 *   round, then where they worked in the division of that day
 * @param only which members, on `member_municipalities`; without it all of them, which costs as they grow
 */
export function memberFigures(db: Database, today: string | SQL, only?: SQL) {
  const inhabitants = sql<number>`coalesce(sum(${joinedInhabitants}), 0)`;
  const has = (classes: SQL) => sql`max(${municipalities.municipalityClass} in (${classes}))`;
  const sizeClass = sql<SizeClass>`case
    when ${has(sql`'G4', 'G40'`)} or ${inhabitants} > ${LARGE_ABOVE_INHABITANTS} then 'large'
    when ${has(sql`'M50'`)} or ${inhabitants} >= ${MIDDLE_FROM_INHABITANTS} then 'middle'
    else 'small' end`;
  return db
    .select({
      // As SQL: what stands for the table on the day of a round is a table by its name only.
      memberId: sql<string>`${memberMunicipalities.memberId}`.as("member_of_figures"),
      inhabitants: inhabitants.as("inhabitants_of_member"),
      sizeClass: sizeClass.as("size_class"),
      municipalityNames: sql<string>`json_group_array(${municipalities.name})`.as("municipality_names"),
      provinceNames: sql<string>`json_group_array(distinct ${municipalities.province})`.as("province_names"),
    })
    .from(typeof today === "string" ? memberMunicipalities : sql`${placesOn(today)} member_municipalities`)
    .innerJoin(municipalities, eq(municipalities.code, memberMunicipalities.code))
    .leftJoin(...inhabitantsAt(today))
    .where(only)
    .groupBy(memberMunicipalities.memberId)
    .as("figures");
}
