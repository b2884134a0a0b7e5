import { eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { visitEvents, visitOffers, visits } from "../../db/schema/tables.ts";
import type { VisitState } from "../../db/vocabulary.ts";
import type { RequestForm } from "../../web/visits/contract.ts";
import type { VisitMoment } from "../../web/visits/moment.ts";
import { queueMail } from "../mail/outbox.ts";
import type { Message } from "../mail/port.ts";
import { takenSeats } from "./offer-queries.ts";

/**
 * True when the statement before this one in the batch changed something. History and mail follow the
 * guarded write one by one, so none of them happens without it. Asking for the new revision instead would
 * also be true when somebody else made that revision.
 */
const afterTheOneBefore: SQL = sql`changes() > 0`;

interface NewVisit {
  id: string;
  form: RequestForm;
  themeId: string;
  guestMemberId: string;
  personId: string;
  offer: {
    id: string;
    memberId: string;
    startsAt: number | null;
    endsAt: number | null;
    location: string;
  } | null;
  now: number;
}

/**
 * A new request; the form brings its id, so a second submit changes nothing. The offer's day is copied: what
 * the guest asked for stays, whatever happens to the offer. Only while the offer is published.
 */
export function insertVisit(db: Database, visit: NewVisit) {
  const { form, offer, now } = visit;
  const state: VisitState = offer ? "requested" : "open";
  return db.run(sql`
    insert into visits (id, guest_member_id, guest_person_id, host_member_id, offer_id, theme_id,
      learning_question, what_we_bring, period, seats, starts_at, ends_at, location, state, reason,
      revision, calendar_sequence, created_at, updated_at)
    select ${visit.id}, ${visit.guestMemberId}, ${visit.personId}, ${offer?.memberId ?? null},
      ${offer?.id ?? null}, ${visit.themeId}, ${form.leervraag}, ${form.meebrengen}, ${form.periode},
      ${form.aantal}, ${offer?.startsAt ?? null}, ${offer?.endsAt ?? null}, ${offer?.location ?? ""},
      ${state}, '', 1, 0, ${now}, ${now}
    where ${offer ? sql`exists (select 1 from visit_offers where id = ${offer.id} and state = 'published')` : sql`true`}
    on conflict (id) do nothing`);
}

export interface Move {
  visitId: string;
  seenRevision: number;
  from: VisitState;
  to: VisitState;
  personId: string;
  note: string;
  now: number;
  /** a new day, times and place; null leaves them as they are */
  moment: (VisitMoment & { location: string }) | null;
  /** the organisation and person that answer from now on as host; null leaves them as they are */
  host: { memberId: string; personId: string } | null;
  /** whether an invitation or its cancellation leaves with this move */
  sendsInvitation: boolean;
}

/** Room for this visit beside those already accepted. Of a visit without an offer nobody counts seats. */
const fits: SQL = sql`(${visits.offerId} is null or
  (select coalesce(sum(other.seats), 0) from visits other
    where other.offer_id = ${visits.offerId} and other.state = 'accepted' and other.id <> ${visits.id})
  + ${visits.seats} <= (select o.seats from visit_offers o where o.id = ${visits.offerId}))`;

/**
 * The move itself, from the state and revision that its maker saw. Acceptance takes seats in this one
 * conditional statement: between counting and taking there is no moment for somebody else.
 */
export function moveVisit(db: Database, move: Move) {
  const takesSeats = move.to === "accepted" && move.from !== "accepted";
  return db
    .update(visits)
    .set({
      state: move.to,
      revision: move.seenRevision + 1,
      reason: move.note,
      updatedAt: move.now,
      ...(move.moment && {
        startsAt: move.moment.startsAt,
        endsAt: move.moment.endsAt,
        location: move.moment.location,
      }),
      ...(move.host && { hostMemberId: move.host.memberId, hostPersonId: move.host.personId }),
      ...(move.sendsInvitation && { calendarSequence: sql`${visits.calendarSequence} + 1` }),
    })
    .where(
      sql`${visits.id} = ${move.visitId} and ${visits.revision} = ${move.seenRevision}
        and ${visits.state} = ${move.from} and ${takesSeats ? fits : sql`true`}`,
    )
    .returning({ id: visits.id });
}

/** What happened, in the history of the visit; right after the statement that made it happen. */
export function appendEvent(db: Database, visitId: string, personId: string, note: string, now: number) {
  return db.run(sql`
    insert into visit_events (visit_id, revision, state, at, person_id, note, starts_at, ends_at)
    select id, revision, state, ${now}, ${personId}, ${note}, starts_at, ends_at
    from visits where id = ${visitId} and ${afterTheOneBefore}`);
}

/** Mail about what happened; right after its event, or after the mail before it. */
export const queueAfter = (db: Database, message: Message, now: number) =>
  queueMail(db, message, now, afterTheOneBefore);

/** How a visit stands at the end of a batch, and how full its offer is: why a move did not happen. */
export function readStanding(db: Database, id: string) {
  return db
    .select({
      state: visits.state,
      revision: visits.revision,
      startsAt: visits.startsAt,
      lastPersonId: visitEvents.personId,
      lastNote: visitEvents.note,
      offerSeats: visitOffers.seats,
      taken: takenSeats,
    })
    .from(visits)
    .leftJoin(visitOffers, eq(visitOffers.id, visits.offerId))
    .leftJoin(
      visitEvents,
      sql`${visitEvents.visitId} = ${visits.id} and ${visitEvents.revision} = ${visits.revision}`,
    )
    .where(eq(visits.id, id));
}
export type Standing = Awaited<ReturnType<typeof readStanding>>[number];
