import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { members, visitOffers } from "../../db/schema/tables.ts";
import type { MapFilters } from "../../web/visits/agenda-contract.ts";
import { receives } from "./host-queries.ts";

export interface PlaceRow {
  memberId: string;
  place: string;
  latitude: number;
  longitude: number;
}

/** One place for each member: of its municipalities the one with the most inhabitants at the last count. */
export function memberPlaces(db: Database) {
  return db.all<PlaceRow>(sql`
    select member_id as memberId, name as place, latitude, longitude from (
      select mm.member_id, m.name, m.latitude, m.longitude, row_number() over (
        partition by mm.member_id
        order by (select i.inhabitants from municipality_inhabitants i where i.code = m.code
          order by i.reference_on desc limit 1) desc, m.name) as rank_in_member
      from member_municipalities mm join municipalities m on m.code = mm.code)
    where rank_in_member = 1 order by memberId`);
}

/** Offers on one page of the map; more would be a spot, not a map. */
const MOST_OFFERS = 500;

/** Open offers that can still be asked for, by host. */
export function mapOffers(db: Database, { thema }: MapFilters, now: number) {
  return db
    .select({
      id: visitOffers.id,
      title: visitOffers.title,
      memberId: visitOffers.memberId,
      memberName: members.name,
      startsAt: visitOffers.startsAt,
      endsAt: visitOffers.endsAt,
    })
    .from(visitOffers)
    .innerJoin(members, eq(members.id, visitOffers.memberId))
    .where(
      and(
        eq(visitOffers.state, "published"),
        sql`(${visitOffers.startsAt} is null or ${visitOffers.startsAt} > ${now})`,
        receives(sql`${visitOffers.memberId}`, sql`${visitOffers.startsAt}`, now),
        thema
          ? sql`exists (select 1 from offer_themes ot join themes t on t.id = ot.theme_id
              where ot.offer_id = ${visitOffers.id} and t.slug = ${thema})`
          : undefined,
      ),
    )
    .orderBy(members.name, sql`${visitOffers.startsAt} is null`, visitOffers.startsAt, visitOffers.title)
    .limit(MOST_OFFERS);
}
export type MapOfferRow = Awaited<ReturnType<typeof mapOffers>>[number];
