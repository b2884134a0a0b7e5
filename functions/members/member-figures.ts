import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { memberMunicipalities, municipalities, municipalityInhabitants } from "../../db/schema/tables.ts";
import type { SizeClass } from "../../db/vocabulary.ts";
import { LARGE_ABOVE_INHABITANTS, MIDDLE_FROM_INHABITANTS } from "./size-class.ts";

/** The newest reference date of inhabitants up to and including `today` ("2026-12-01", also as SQL), as SQL. */
export const inhabitantsReferenceOn = (today: string | SQL): SQL<string> =>
  sql<string>`(select max(reference_on) from municipality_inhabitants where reference_on <= ${today})`;

/** The join that gives a municipality its inhabitants at that date. */
export const inhabitantsAt = (today: string | SQL): SQL | undefined =>
  and(
    eq(municipalityInhabitants.code, municipalities.code),
    eq(municipalityInhabitants.referenceOn, inhabitantsReferenceOn(today)),
  );

/**
 * What follows from a member's municipalities, one row a member that has any: inhabitants and size class.
 * The size class is `sizeClassOf` in SQL; a test holds the two equal over random members.
 *
 * @param only which members, on `member_municipalities`; without it all of them, which costs as they grow
 */
export function memberFigures(db: Database, today: string | SQL, only?: SQL) {
  const inhabitants = sql<number>`coalesce(sum(${municipalityInhabitants.inhabitants}), 0)`;
  const has = (classes: SQL) => sql`max(${municipalities.municipalityClass} in (${classes}))`;
  const sizeClass = sql<SizeClass>`case
    when ${has(sql`'G4', 'G40'`)} or ${inhabitants} > ${LARGE_ABOVE_INHABITANTS} then 'large'
    when ${has(sql`'M50'`)} or ${inhabitants} >= ${MIDDLE_FROM_INHABITANTS} then 'middle'
    else 'small' end`;
  return db
    .select({
      memberId: memberMunicipalities.memberId,
      inhabitants: inhabitants.as("inhabitants_of_member"),
      sizeClass: sizeClass.as("size_class"),
      municipalityNames: sql<string>`json_group_array(${municipalities.name})`.as("municipality_names"),
      provinceNames: sql<string>`json_group_array(distinct ${municipalities.province})`.as("province_names"),
    })
    .from(memberMunicipalities)
    .innerJoin(municipalities, eq(municipalities.code, memberMunicipalities.code))
    .leftJoin(municipalityInhabitants, inhabitantsAt(today))
    .where(only)
    .groupBy(memberMunicipalities.memberId)
    .as("figures");
}
