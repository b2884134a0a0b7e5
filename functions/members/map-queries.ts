import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { type DirectoryFilter, filters } from "../../web/members/directory-filter.ts";
import { MOST_NAMES } from "../../web/members/map-page.tsx";
import type { SessionScope } from "../http/session.ts";
import { countsOn } from "./directory-counts.ts";
import { foundMembers, isMember } from "./directory-queries.ts";

export const PLACES_PAGE_SIZE = 25;

/** A municipality where found members work: [name, latitude, longitude, members, 1 when it is one's own too]. */
export type PlaceMark = [name: string, latitude: number, longitude: number, members: number, isOwn: 0 | 1];

/** Every municipality where found members work, one JSON list each: at most as many as the country has. */
export function foundPlaces(db: Database, scope: SessionScope, filter: DirectoryFilter, today: string) {
  const isOwn = sql`exists (select 1 from member_municipalities o where o.code = m.code and o.member_id = ${scope.memberId})`;
  if (!filters(filter))
    return db.all<{ mark: string }>(sql`
      select json_array(m.name, m.latitude, m.longitude, k.members, ${isOwn}) as mark
      from ${countsOn(today)} k join municipalities m on m.code = k.code where k.mark = 'municipality' order by m.name`);
  return db.all<{ mark: string }>(sql`
    with found as materialized ${foundMembers(db, scope, filter, today)}
    select json_array(m.name, m.latitude, m.longitude, count(*),
      max(coalesce(w.member_id = ${scope.memberId}, 0))) as mark
    from found cross join member_municipalities w on w.member_id = found.id
    join municipalities m on m.code = w.code
    group by m.code order by m.name`);
}

export interface PlaceRow {
  name: string;
  province: string;
  /** how many found members work there */
  count: number;
  /** JSON: [{slug, name}], the first by name */
  members: string;
}

/** One page of these municipalities, with the first who work there. */
export function placesPage(db: Database, scope: SessionScope, filter: DirectoryFilter, today: string) {
  const found = sql`with found as materialized ${foundMembers(db, scope, filter, today)},`;
  const places = filters(filter)
    ? sql`select w.code, count(*) as members from found cross join member_municipalities w on w.member_id = found.id
        group by w.code`
    : sql`select code, members from ${countsOn(today)} where mark = 'municipality'`;
  const isFound = filters(filter) ? sql`members.id in (select id from found)` : isMember(today);
  return db.all<PlaceRow>(sql`
    ${filters(filter) ? found : sql`with`} places as materialized (
      select m.code, m.name, m.province, p.members from (${places}) p join municipalities m on m.code = p.code
      order by m.name limit ${PLACES_PAGE_SIZE} offset ${(filter.page - 1) * PLACES_PAGE_SIZE})
    select p.name, p.province, p.members as count, (
      select json_group_array(json_object('slug', slug, 'name', name)) from (
        select members.slug, members.name from member_municipalities w join members on members.id = w.member_id
        where w.code = p.code and ${isFound} order by members.name limit ${MOST_NAMES})) as members
    from places p order by p.name`);
}
