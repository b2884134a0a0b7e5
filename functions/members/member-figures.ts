import { and, eq, type SQL, sql } from "drizzle-orm";
import { memberStandings, members } from "../../db/schema/tables.ts";

/** The kept day (`standing_days`) that says what members are today: the newest count of inhabitants by then. */
export const presentDay = (today: string): SQL =>
  sql`(select id from standing_days where kind = 'present' and day <= ${today} order by day desc limit 1)`;

/** The kept day of the reference date of a round. */
export const referenceDay = (referenceOn: SQL): SQL =>
  sql`(select id from standing_days where kind = 'reference' and day = ${referenceOn})`;

/** The join that gives a member (`members`) its inhabitants and size class of today; none without municipalities. */
export const presentStanding = (today: string) =>
  [
    memberStandings,
    and(eq(memberStandings.memberId, members.id), sql`${memberStandings.dayId} = ${presentDay(today)}`),
  ] as const;

/** Where the member of the row works now, as a JSON list of names. */
export const municipalityNames = sql<string>`(select json_group_array(p.name) from member_municipalities w
  join municipalities p on p.code = w.code where w.member_id = ${members.id})`;

/** In which provinces, as a JSON list. */
export const provinceNames = sql<string>`(select json_group_array(f.code) from member_facets f
  where f.member_id = ${members.id} and f.facet = 'province')`;
