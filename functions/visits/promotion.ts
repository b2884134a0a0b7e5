import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { AGREED_SQL } from "./seats.ts";

/**
 * Gives the places that are free on the day of an offer to the groups that wait for it, in the order of their
 * numbers: each group that fits in what is left gets in, a group that does not keeps its number and waits on. One
 * conditional statement, so between counting and giving there is no moment for somebody else. Belongs at the end
 * of every batch that may free a place; where nothing is free it changes nothing.
 *
 * Only while the day is ahead and the offer was not withdrawn, and only for groups that asked for that very day and
 * whose organisation is still a member.
 */
function promoteWaiting(db: Database, offerId: string, now: number) {
  return db.all<{ id: string }>(sql`
    update visits set state = 'accepted', revision = revision + 1, reason = '',
      calendar_sequence = calendar_sequence + 1, updated_at = ${now}
    where id in (
      with recursive
        day as (select id, seats, starts_at from visit_offers
          where id = ${offerId} and state in ('published', 'paused') and starts_at > ${now}),
        line as (select v.id, v.seats, row_number() over (order by v.waiting_number) as place
          from visits v join day on v.offer_id = day.id join members g on g.id = v.guest_member_id
          where v.state = 'waiting' and v.starts_at = day.starts_at
            and (g.left_on is null or g.left_on > date(${now} / 1000, 'unixepoch'))),
        given (place, free, id) as (
          select 0, day.seats - (select coalesce(sum(v.seats), 0) from visits v
              where v.offer_id = day.id and v.state in ${AGREED_SQL} and v.starts_at = day.starts_at), null
            from day
          union all
          select line.place, given.free - case when line.seats <= given.free then line.seats else 0 end,
              case when line.seats <= given.free then line.id end
            from given join line on line.place = given.place + 1
            where given.free > 0)
      select id from given where id is not null)
    returning id`);
}

/**
 * The history of whoever was promoted: a visit whose revision has no event yet. Marked as untold, for only the
 * clock knows afterwards who they are; it sends the mail.
 */
function recordPromotions(db: Database, offerId: string, now: number) {
  return db.run(sql`
    insert into visit_events (visit_id, revision, state, at, person_id, note, starts_at, ends_at, is_untold)
    select v.id, v.revision, v.state, ${now}, null, '', v.starts_at, v.ends_at, 1
    from visits v
    where v.offer_id = ${offerId} and v.state = 'accepted' and v.waiting_number is not null
      and not exists (select 1 from visit_events e where e.visit_id = v.id and e.revision = v.revision)`);
}

/** Promotion with its history, in this order; nothing for a visit without an offer. */
export const promotion = (db: Database, offerId: string | null, now: number) =>
  offerId === null
    ? ([] as const)
    : ([promoteWaiting(db, offerId, now), recordPromotions(db, offerId, now)] as const);
