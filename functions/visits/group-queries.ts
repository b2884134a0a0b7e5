import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { association, members, people, visitOffers, visits } from "../../db/schema/tables.ts";
import type { SessionScope } from "../http/session.ts";
import { AGREED_SQL, takenSeats } from "./seats.ts";

/** Without a last moment to apply, a host decides so many days before the day whether enough people come. */
const DECIDE_DAYS = 7;
const DAY_MS = 86_400_000;

/** The groups of one's own offer that come, wait or still ask, in the order in which the host looks at them. */
export function readGroups(db: Database, scope: SessionScope, offerId: string) {
  return db
    .select({
      id: visits.id,
      memberName: members.name,
      memberSlug: members.slug,
      seats: visits.seats,
      state: visits.state,
      waitingNumber: visits.waitingNumber,
      isOnDay: sql`${visits.startsAt} is ${visitOffers.startsAt}`.mapWith(Boolean),
    })
    .from(visits)
    .innerJoin(visitOffers, eq(visitOffers.id, visits.offerId))
    .innerJoin(members, eq(members.id, visits.guestMemberId))
    .where(
      sql`${visits.offerId} = ${offerId} and ${visitOffers.memberId} = ${scope.memberId}
        and (${visits.state} in ${AGREED_SQL} or ${visits.state} in ('waiting', 'requested'))`,
    )
    .orderBy(
      sql`case when ${visits.state} = 'waiting' then 2 when ${visits.state} = 'requested' then 3 else 1 end`,
      visits.waitingNumber,
      visits.createdAt,
      visits.id,
    );
}

/** From when on a host has to decide about a day with too few people. */
const decideFrom = sql`coalesce(${visitOffers.applyBefore}, ${visitOffers.startsAt} - ${DECIDE_DAYS * DAY_MS})`;

/** A day ahead, past its last moment to apply, to which some come but fewer than the minimum, and undecided. */
const isBelowMinimum = (
  now: number,
) => sql`${visitOffers.startsAt} > ${now} and ${visitOffers.state} in ('published', 'paused')
  and ${visitOffers.seatsMin} > 1 and ${visitOffers.goesAheadAt} is null and ${decideFrom} <= ${now}
  and ${takenSeats} between 1 and ${visitOffers.seatsMin} - 1`;

/** Whether this offer waits for a decision now; no row: it does not. */
export function needsDecision(db: Database, offerId: string, now: number) {
  return db
    .select({ id: visitOffers.id })
    .from(visitOffers)
    .where(sql`${visitOffers.id} = ${offerId} and ${isBelowMinimum(now)}`);
}

/** Days of the viewer's organisation about which its hosts have to decide. */
export function ownDecisions(db: Database, scope: SessionScope) {
  return db
    .select({
      id: visitOffers.id,
      title: visitOffers.title,
      startsAt: visitOffers.startsAt,
      seatsMin: visitOffers.seatsMin,
      taken: takenSeats,
    })
    .from(visitOffers)
    .where(sql`${visitOffers.memberId} = ${scope.memberId} and ${isBelowMinimum(scope.now)}`)
    .orderBy(visitOffers.startsAt);
}

/** Hosts of the days that wait for a decision and were not asked yet, one row a person. */
export function hostsToAsk(db: Database, now: number) {
  return db
    .select({
      offerId: visitOffers.id,
      title: visitOffers.title,
      startsAt: visitOffers.startsAt,
      endsAt: visitOffers.endsAt,
      seatsMin: visitOffers.seatsMin,
      taken: takenSeats,
      email: people.email,
      association: {
        name: association.name,
        contactEmail: association.contactEmail,
        contactPhone: association.contactPhone,
      },
    })
    .from(visitOffers)
    .innerJoin(association, eq(association.id, 1))
    .leftJoin(
      people,
      sql`${people.removedAt} is null and ${people.id} in (
        select ms.person_id from memberships ms where ms.member_id = ${visitOffers.memberId} and ms.role = 'host')`,
    )
    .where(sql`${isBelowMinimum(now)} and ${visitOffers.minimumAskedAt} is null`)
    .orderBy(visitOffers.id, people.name)
    .limit(100);
}

/** Notes that the hosts are asked; no row when another process did. The mail follows in the same batch. */
export function markAsked(db: Database, offerId: string, now: number) {
  return db
    .update(visitOffers)
    .set({ minimumAskedAt: now })
    .where(and(eq(visitOffers.id, offerId), isNull(visitOffers.minimumAskedAt)))
    .returning({ id: visitOffers.id });
}

/** The host lets the day go on with fewer people. */
export function goOn(db: Database, offerId: string, now: number) {
  return db
    .update(visitOffers)
    .set({ goesAheadAt: now })
    .where(
      sql`${visitOffers.id} = ${offerId} and ${visitOffers.goesAheadAt} is null and ${visitOffers.startsAt} > ${now}
        and ${visitOffers.state} in ('published', 'paused')`,
    )
    .returning({ id: visitOffers.id });
}

interface GroupEnd {
  offerId: string;
  seenRevision: number;
  personId: string;
  reason: string;
  now: number;
}

/**
 * The whole day is off: the offer is withdrawn, who comes is cancelled, who waits or still asks is declined. One
 * batch; all of it hangs on the first statement, from the revision that the host saw. The clock sends the mail.
 */
export function endGroup(db: Database, { offerId, seenRevision, personId, reason, now }: GroupEnd) {
  const happened = sql`exists (select 1 from visit_offers o where o.id = ${offerId}
    and o.state = 'withdrawn' and o.revision = ${seenRevision + 1} and o.updated_at = ${now})`;
  const onDay = sql`offer_id = ${offerId} and starts_at = (select o.starts_at from visit_offers o where o.id = ${offerId})`;
  return [
    db
      .update(visitOffers)
      .set({ state: "withdrawn", revision: seenRevision + 1, updatedAt: now })
      .where(
        sql`${visitOffers.id} = ${offerId} and ${visitOffers.revision} = ${seenRevision}
          and ${visitOffers.state} <> 'withdrawn' and ${visitOffers.startsAt} > ${now}`,
      )
      .returning({ id: visitOffers.id }),
    db.run(sql`update visits set calendar_sequence = calendar_sequence + (state in ${AGREED_SQL}),
        state = case when state in ${AGREED_SQL} then 'cancelled' else 'declined' end,
        reason = ${reason}, revision = revision + 1, updated_at = ${now}
      where ${onDay} and ${happened} and (state in ${AGREED_SQL} or state in ('waiting', 'requested'))`),
    db.run(sql`insert into visit_events (visit_id, revision, state, at, person_id, note, starts_at, ends_at, is_untold)
      select v.id, v.revision, v.state, ${now}, ${personId}, ${reason}, v.starts_at, v.ends_at, 1 from visits v
      where changes() > 0 and v.offer_id = ${offerId} and v.state in ('cancelled', 'declined')
        and not exists (select 1 from visit_events e where e.visit_id = v.id and e.revision = v.revision)`),
  ] as const;
}

/** How an offer stands at the end of a batch. */
export const offerStanding = (db: Database, offerId: string) =>
  db
    .select({ state: visitOffers.state, revision: visitOffers.revision })
    .from(visitOffers)
    .where(eq(visitOffers.id, offerId));
