import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { visitOffers } from "../../db/schema/tables.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { SessionScope } from "../http/session.ts";
import { inhabitantsOfOne } from "../members/division-queries.ts";
import { receives, stillMember } from "./host-queries.ts";
import type { OfferRow, OrganisationRow, WishRow } from "./match-reading.ts";
import { AGREED_SQL, takenSeats } from "./seats.ts";

/**
 * So many candidates are weighed at most for one page, those of the same province first: reading a hundred of them
 * cost the edge more than the ten milliseconds that it has.
 */
const MOST_CANDIDATES = 60;
const YEAR_MS = 365 * 86_400_000;
/** Latitude and longitude around a host within which its neighbourhood surely lies: about 55 kilometres. */
const AROUND = { latitude: 0.5, longitude: 0.8 };

/**
 * What matching weighs of an organisation, as four JSON columns named place, legal_forms, systems and scales. Of
 * the scales only what the newest edition of its latest published round opens to members or wider, and what its last
 * signature still opens: an answer that the gate holds for closed would help to find those of others.
 */
const organisationColumns = (memberId: SQL, today: string): SQL => sql`
  (select json_object('latitude', avg(mu.latitude), 'longitude', avg(mu.longitude),
      'classes', json_group_array(mu.municipality_class), 'inhabitants', sum(${inhabitantsOfOne(sql`mu.code`, today)}))
    from member_municipalities mm join municipalities mu on mu.code = mm.code
    where mm.member_id = ${memberId}) as place,
  ${currentValue(memberId, "legal_form")} as legal_forms,
  ${currentValue(memberId, "process_systems")} as systems,
  (select json_group_object(it.concept, json_extract(an.value, '$.scale'))
    from responses re
    join releases li on li.round_id = re.round_id and li.edition =
      (select max(edition) from releases where round_id = li.round_id and item_id = li.item_id)
    join items it on it.id = li.item_id and it.kind = 'scale' and it.concept like '4B%'
    join release_openings op on op.release_id = li.id and op.member_id = re.member_id
      and op.consent in ('public', 'members')
    join answers an on an.response_id = op.response_id and an.item_id = it.id and an.state = 'given'
    join answers present on present.response_id = re.id and present.item_id = it.id
      and present.consent in ('public', 'members')
    where re.id = (select r.id from responses r join rounds ro on ro.id = r.round_id
        where r.member_id = ${memberId} and r.state = 'signed' and ro.state = 'published'
        order by ro.year desc, r.sequence desc, r.version desc limit 1)) as scales`;

const currentValue = (memberId: SQL, field: string): SQL => sql`(select pv.value from profile_values pv
  where pv.member_id = ${memberId} and pv.field = ${field} and pv.superseded_at is null and pv.state = 'given')`;

/** Whether two organisations work in one province. */
const sharesProvince = (one: SQLWrapper, other: SQLWrapper): SQL => sql`exists (
  select 1 from member_municipalities am join municipalities a on a.code = am.code
  where am.member_id = ${one} and a.province in (select b.province from member_municipalities bm
    join municipalities b on b.code = bm.code where bm.member_id = ${other}))`;

/** Requests by id, with what matching weighs of the guest. */
export const wishes = (db: Database, ids: SQL, now: number) =>
  db.all<WishRow>(sql`select v.id, v.theme_id, t.name as theme_name, v.seats as people, v.preferred_format,
      v.travel_limit, v.travel_unit, v.created_at, v.learning_question, v.period, v.state,
      v.guest_member_id as member_id, g.name as member_name, g.slug as member_slug,
      ${organisationColumns(sql`v.guest_member_id`, dayInAmsterdam(now))}
    from visits v join members g on g.id = v.guest_member_id join themes t on t.id = v.theme_id
    where v.id in (${ids})`);

/** Offers by id, with what matching weighs of the host and of its load. */
export const offers = (db: Database, ids: SQL, now: number) =>
  db.all<OfferRow>(sql`select visit_offers.id, title, format, state, seats, seats_min, ${takenSeats} as taken, starts_at,
      ends_at, visit_offers.member_id, h.name as member_name, h.slug as member_slug,
      (select json_group_array(ot.theme_id) from offer_themes ot where ot.offer_id = visit_offers.id) as theme_ids,
      ${receives(sql`${visitOffers.memberId}`, sql`${visitOffers.startsAt}`, now)} as can_receive,
      (select hs.max_per_quarter from host_settings hs where hs.member_id = visit_offers.member_id) as most,
      (select json_group_array(distinct hv.starts_at) from visits hv
        where hv.host_member_id = visit_offers.member_id and hv.starts_at > ${now - YEAR_MS}
          and (hv.state = 'took_place' or hv.state in ${AGREED_SQL})) as receptions,
      ${organisationColumns(sql`visit_offers.member_id`, dayInAmsterdam(now))}
    from visit_offers join members h on h.id = visit_offers.member_id
    where visit_offers.id in (${ids})`);

/** Offers that stand open now, of who is still a member. */
const openOffers = (now: number): SQL => sql`o.state = 'published'
  and (o.starts_at is null or o.starts_at > ${now}) and ${stillMember(sql`o.member_id`, dayInAmsterdam(now))}`;

const openWishes = (now: number): SQL =>
  sql`v.state = 'open' and ${stillMember(sql`v.guest_member_id`, dayInAmsterdam(now))}`;

/** A request of the viewer's own organisation; to all others it is not there. */
export const wishOf = (db: Database, { memberId, now }: SessionScope, id: string) =>
  wishes(db, sql`select id from visits where id = ${id} and guest_member_id = ${memberId}`, now);

/** Offers for one's own request: on its theme, of others who may receive, those of the same province first. */
export const offersForWish = (db: Database, { memberId, now }: SessionScope, id: string) =>
  offers(
    db,
    sql`select o.id from visits v join offer_themes ot on ot.theme_id = v.theme_id
      join visit_offers o on o.id = ot.offer_id
      where v.id = ${id} and v.guest_member_id = ${memberId} and o.member_id <> v.guest_member_id
        and ${openOffers(now)} and ${receives(sql`o.member_id`, sql`o.starts_at`, now)}
      order by ${sharesProvince(sql`o.member_id`, sql`v.guest_member_id`)} desc, o.starts_at is null,
        o.starts_at, o.id limit ${MOST_CANDIDATES}`,
    now,
  );

/** An offer of the viewer's own organisation. */
export const ownOffer = (db: Database, { memberId, now }: SessionScope, id: string) =>
  offers(db, sql`select id from visit_offers where id = ${id} and member_id = ${memberId}`, now);

/** Open requests for one's own offer: on its themes, of others, those of the same province first, then the oldest. */
export const wishesForOffer = (db: Database, { memberId, now }: SessionScope, id: string) =>
  wishes(
    db,
    sql`select v.id from visits v where ${openWishes(now)} and v.guest_member_id <> ${memberId}
        and v.theme_id in (select ot.theme_id from offer_themes ot join visit_offers o on o.id = ot.offer_id
          where o.id = ${id} and o.member_id = ${memberId})
      order by ${sharesProvince(sql`v.guest_member_id`, memberId)} desc, v.created_at, v.id
      limit ${MOST_CANDIDATES}`,
    now,
  );

/** Open requests of others around the viewer's organisation, the oldest first. */
export const wishesAround = (db: Database, { memberId, now }: SessionScope) =>
  wishes(
    db,
    sql`with here as (select avg(mu.latitude) as latitude, avg(mu.longitude) as longitude
        from member_municipalities mm join municipalities mu on mu.code = mm.code where mm.member_id = ${memberId})
      select v.id from visits v, here where ${openWishes(now)} and v.guest_member_id <> ${memberId}
        and exists (select 1 from member_municipalities gm join municipalities gu on gu.code = gm.code
          where gm.member_id = v.guest_member_id
            and abs(gu.latitude - here.latitude) < ${AROUND.latitude}
            and abs(gu.longitude - here.longitude) < ${AROUND.longitude})
      order by v.created_at, v.id limit ${MOST_CANDIDATES}`,
    now,
  );

/** The viewer's organisation as matching sees it, with the themes that it offers. */
export const ownOrganisation = (db: Database, { memberId, now }: SessionScope) =>
  db.all<OrganisationRow & { offered: string }>(sql`select me.id as member_id,
      (select json_group_array(distinct ot.theme_id) from offer_themes ot join visit_offers o on o.id = ot.offer_id
        where o.member_id = me.id and o.state = 'published') as offered,
      ${organisationColumns(sql`me.id`, dayInAmsterdam(now))}
    from members me where me.id = ${memberId}`);

/** Everything that a yearly exchange divides. One more than `most` of each tells that there is too much. */
export const allOpenWishes = (db: Database, now: number, most: number) =>
  wishes(
    db,
    sql`select v.id from visits v where ${openWishes(now)} order by v.created_at, v.id limit ${most + 1}`,
    now,
  );

export const allOpenOffers = (db: Database, now: number, most: number) =>
  offers(
    db,
    sql`select o.id from visit_offers o where ${openOffers(now)} order by o.created_at, o.id limit ${most + 1}`,
    now,
  );

export interface PairRow {
  guest: string;
  host: string;
  count: number;
}

const visitPairs = (db: Database, onlyIf: SQL) =>
  db.all<PairRow>(sql`select v.guest_member_id as guest, v.host_member_id as host, count(*) as count
    from visits v where v.state = 'took_place' and v.host_member_id is not null and ${onlyIf}
    group by v.guest_member_id, v.host_member_id`);

/** How often the viewer's organisation and others visited each other. */
export const pairsOf = (db: Database, memberId: SQL<string | null>) =>
  visitPairs(db, sql`(v.guest_member_id = ${memberId} or v.host_member_id = ${memberId})`);

const WHO_ASKS = sql`(select guest_member_id from visits where state = 'open')`;

/** How often everybody with an open request and others visited each other. */
export const pairsOfAsking = (db: Database) =>
  visitPairs(db, sql`(v.guest_member_id in ${WHO_ASKS} or v.host_member_id in ${WHO_ASKS})`);

export interface LabelRow {
  kind: "process_systems" | "legal_form" | "scale" | "theme";
  code: string;
  label: string;
}

/** The words for what reasons name by its code. */
export const matchLabels = (db: Database) =>
  db.all<LabelRow>(sql`select list as kind, code, label from choices where list in ('process_systems', 'legal_form')
    union all select 'scale', concept, short_name from (
      select i.concept, i.short_name, max(r.year) from items i
      join rounds r on r.questionnaire_id = i.questionnaire_id and r.state <> 'concept'
      where i.kind = 'scale' and i.concept like '4B%' group by i.concept)
    union all select 'theme', t.id, t.name from themes t join codebooks c on c.id = t.codebook_id
      where c.concept = 'themes'`);
