import { eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { visitEvents, visitOffers, visits } from "../../db/schema/tables.ts";
import type { AbsenceCause, VisitState } from "../../db/visit-vocabulary.ts";
import type { VisitMoment } from "../../web/visits/moment.ts";
import type { RequestForm } from "../../web/visits/request-contract.ts";
import { queueNotice } from "../mail/notice.ts";
import { queueMail } from "../mail/outbox.ts";
import { isAgreed } from "./lifecycle.ts";
import { fitsOn, nextNumber, takenSeats } from "./seats.ts";
import type { VisitMessage } from "./visit-mail.ts";

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
  /** where it begins: `firstState`, or `awaiting_approval` */
  state: VisitState;
  /** of the host, when the visit may be agreed before anybody there looked at it */
  hostPersonId: string | null;
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
 * the guest asked for stays, whatever happens to the offer. Only while the offer is published. What waits for
 * approval names no host yet: to the other organisation it does not exist.
 */
export function insertVisit(db: Database, visit: NewVisit) {
  const { form, offer, now, state } = visit;
  const host = state === "awaiting_approval" ? null : offer;
  const number = state === "waiting" && offer ? nextNumber(offer.id) : sql`null`;
  return db.run(sql`
    insert into visits (id, guest_member_id, guest_person_id, host_member_id, host_person_id, offer_id, theme_id,
      learning_question, what_we_bring, period, preferred_format, travel_limit, travel_unit, seats,
      starts_at, ends_at, location, state, reason, revision, calendar_sequence, waiting_number, created_at, updated_at)
    select ${visit.id}, ${visit.guestMemberId}, ${visit.personId}, ${host?.memberId ?? null},
      ${host ? visit.hostPersonId : null}, ${offer?.id ?? null}, ${visit.themeId}, ${form.leervraag}, ${form.meebrengen}, ${form.periode},
      ${form.vorm}, ${form.reisgrens}, ${form.reisgrens === null ? null : form.reiseenheid}, ${form.aantal},
      ${offer?.startsAt ?? null}, ${offer?.endsAt ?? null}, ${offer?.location ?? ""},
      ${state}, '', 1, 0, ${number}, ${now}, ${now}
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
  host: { memberId: string; personId: string | null } | null;
  /** only of a visit that did not take place */
  cause: AbsenceCause | null;
  /** whether the offer must still be open for requests: this one only now leaves its own organisation */
  needsOpenOffer: boolean;
  /** whether an invitation or its cancellation leaves with this move */
  sendsInvitation: boolean;
}

const OFFER_IS_OPEN: SQL = sql`(${visits.offerId} is null or exists (
  select 1 from visit_offers o where o.id = ${visits.offerId} and o.state = 'published'))`;

/**
 * The move itself, from the state and revision that its maker saw. Acceptance takes seats in this one
 * conditional statement: between counting and taking there is no moment for somebody else.
 */
export function moveVisit(db: Database, move: Move) {
  const takesSeats = isAgreed(move.to) && (!isAgreed(move.from) || move.moment !== null);
  const day = move.moment ? sql`${move.moment.startsAt}` : sql`${visits.startsAt}`;
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
      ...(move.cause && { absenceCause: move.cause }),
      ...(move.to === "waiting" && { waitingNumber: nextNumber(sql`${visits.offerId}`) }),
      ...(move.sendsInvitation && { calendarSequence: sql`${visits.calendarSequence} + 1` }),
    })
    .where(
      sql`${visits.id} = ${move.visitId} and ${visits.revision} = ${move.seenRevision}
        and ${visits.state} = ${move.from} and ${takesSeats ? fitsOn(day) : sql`true`}
        and ${move.needsOpenOffer ? OFFER_IS_OPEN : sql`true`}`,
    )
    .returning({ id: visits.id });
}

/**
 * What happened, in the history of the visit; right after the statement that made it happen. Of who comes in line
 * the clock sends the mail: by then it may already have a place.
 */
export function appendEvent(db: Database, visitId: string, personId: string, note: string, now: number) {
  return db.run(sql`
    insert into visit_events (visit_id, revision, state, at, person_id, note, starts_at, ends_at, is_untold)
    select id, revision, state, ${now}, ${personId}, ${note}, starts_at, ends_at, state = 'waiting'
    from visits where id = ${visitId} and ${afterTheOneBefore}`);
}

/** Mail about what happened; right after its event, or after the mail before it. */
export function queueAfter(db: Database, message: VisitMessage, now: number) {
  const { id, to, kind, url, subject, text, html, calendar } = message;
  // What must land in or leave a calendar always leaves at once.
  if (calendar) return queueMail(db, message, now, afterTheOneBefore);
  return queueNotice(db, { id, to, kind, url, mail: { subject, text, html } }, now, afterTheOneBefore);
}

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
