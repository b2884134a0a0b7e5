import { type SQL, sql } from "drizzle-orm";
import { visitOffers, visits } from "../../db/schema/tables.ts";
import { AGREED_STATES } from "../../db/visit-vocabulary.ts";

/** The agreed states as a list for `in`. They are words of ours, never of a visitor. */
export const AGREED_SQL: SQL = sql.raw(`(${AGREED_STATES.map((state) => `'${state}'`).join(", ")})`);

/**
 * Seats of people who will certainly come. A group that agreed on another day than the day of the offer is not
 * there on that day, and takes no seat of it.
 */
export const takenSeats = sql<number>`(select coalesce(sum(v.seats), 0) from visits v
  where v.offer_id = ${visitOffers.id} and v.state in ${AGREED_SQL}
    and (${visitOffers.startsAt} is null or v.starts_at = ${visitOffers.startsAt}))`.mapWith(Number);

/** Groups on the waiting list of an offer. */
export const waitingGroups = sql<number>`(select count(*) from visits v
  where v.offer_id = ${visitOffers.id} and v.state = 'waiting')`.mapWith(Number);

/** Which place a visit has on its waiting list, the first being 1; null when it is on none. */
export const waitingPlace = sql<number | null>`case when ${visits.state} = 'waiting' then (
  select count(*) from visits v where v.offer_id = ${visits.offerId} and v.state = 'waiting'
    and v.waiting_number <= ${visits.waitingNumber}) end`;

/**
 * Room for this visit beside the others that are agreed for the day of its offer, when it is to be on the day
 * `startsAt`. Of a visit without an offer, or on a day of its own, nobody counts seats.
 */
export const fitsOn = (startsAt: SQL): SQL => sql`not exists (
  select 1 from visit_offers o where o.id = ${visits.offerId}
    and (o.starts_at is null or o.starts_at = ${startsAt})
    and ${visits.seats} + (select coalesce(sum(other.seats), 0) from visits other
      where other.offer_id = o.id and other.id <> ${visits.id} and other.state in ${AGREED_SQL}
        and (o.starts_at is null or other.starts_at = o.starts_at)) > o.seats)`;

/** The next number of the queue of an offer: one more than was ever drawn. */
export const nextNumber = (offerId: SQL | string): SQL => sql`(select coalesce(max(q.waiting_number), 0) + 1
  from visits q where q.offer_id = ${offerId})`;
