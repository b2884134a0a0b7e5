import { type SQL, sql } from "drizzle-orm";
import type { DIRECTORY_MARKS } from "../../db/vocabulary.ts";
import { presentDay } from "./member-figures.ts";

/**
 * Of whom the kept counts say otherwise than a day, as a table (id, step): 1 for who has not left yet, -1 for who has
 * not joined yet. These are few, so no clock has to turn the counts at midnight. The plus keeps the planner from the
 * other day, by which it would go through everybody.
 */
const ahead = (today: string): SQL => sql`(
  select id, 1 as step from members where left_on > ${today} and +joined_on <= ${today}
  union all select id, -1 from members where joined_on > ${today} and +left_on is null)`;

/** How many members of today have each mark that has any, as a table (mark, code, members). */
export const countsOn = (today: string): SQL => sql`(
  select mark, code, sum(members) as members from (
    select mark, code, members from directory_counts where day_id in (0, ${presentDay(today)})
    union all select 'all', '', step from ${ahead(today)}
    union all select f.facet, f.code, a.step from ${ahead(today)} a cross join member_facets f on f.member_id = a.id
    union all select 'municipality', w.code, a.step
      from ${ahead(today)} a cross join member_municipalities w on w.member_id = a.id
    union all select 'size_class', s.size_class, a.step from ${ahead(today)} a
      cross join member_standings s on s.member_id = a.id and s.day_id = ${presentDay(today)}
  ) group by mark, code having sum(members) > 0)`;

/** How many members the association has on this day. */
export const membersOn = (today: string): SQL<number> => sql<number>`coalesce((
  select members from ${countsOn(today)} where mark = ${"all" satisfies (typeof DIRECTORY_MARKS)[number]}), 0)`;

/** Whether somebody of today works in the municipality of the row (`municipalities`). */
export const hasMembers = (today: string): SQL =>
  sql`municipalities.code in (select code from ${countsOn(today)} where mark = 'municipality')`;
