import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { DirectoryFilter } from "../../web/members/directory-filter.ts";
import type { SessionScope } from "../http/session.ts";
import { foundMembers } from "./directory-queries.ts";

export const PLACES_PAGE_SIZE = 25;

/** A municipality where found members work: [name, latitude, longitude, members, 1 when it is one's own too]. */
export type PlaceMark = [name: string, latitude: number, longitude: number, members: number, isOwn: 0 | 1];

/** Every municipality where found members work, one JSON list each: at most as many as the country has. */
export function foundPlaces(db: Database, scope: SessionScope, filter: DirectoryFilter, today: string) {
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
  /** JSON: [{slug, name}] */
  members: string;
}

/** One page of these municipalities, with who works there. */
export function placesPage(db: Database, scope: SessionScope, filter: DirectoryFilter, today: string) {
  return db.all<PlaceRow>(sql`
    with found as materialized ${foundMembers(db, scope, filter, today)}
    select m.name, m.province, json_group_array(json_object('slug', o.slug, 'name', o.name)) as members
    from found cross join member_municipalities w on w.member_id = found.id
    join municipalities m on m.code = w.code join members o on o.id = found.id
    group by m.code order by m.name
    limit ${PLACES_PAGE_SIZE} offset ${(filter.page - 1) * PLACES_PAGE_SIZE}`);
}
