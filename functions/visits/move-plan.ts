import type { AbsenceCause, VisitState } from "../../db/visit-vocabulary.ts";
import { readMoment, type VisitMoment } from "../../web/visits/moment.ts";
import type { Side, VisitMove } from "../../web/visits/moves.ts";
import type { Typed } from "../http/form.ts";
import type { Viewer } from "../http/session.ts";
import { firstState, isAgreed, nextState, possibleStates } from "./lifecycle.ts";
import type { Reader } from "./visit-mail.ts";
import type { PersonRow } from "./visit-people.ts";
import type { EventRow, VisitRow } from "./visit-queries.ts";
import type { Move } from "./visit-writes.ts";

/** What came with a move, parsed. */
export interface MoveInput {
  seenRevision: number;
  note: string;
  moment: (VisitMoment & { location: string }) | null;
  cause: AbsenceCause | null;
}

/**
 * A legal move as it will be written. Whoever acts for the host becomes the visit's host person, so that the
 * guest has a face; of an open request the inviting organisation becomes the host. Once agreed the host person
 * stays: a colleague who moves or cancels the visit does so in the calendar where it stands.
 */
export function planMove(
  visit: VisitRow,
  move: VisitMove,
  side: Side,
  viewer: Viewer & { member: NonNullable<Viewer["member"]> },
  input: MoveInput,
  now: number,
): Move | null {
  const legal = nextState(visit.state, side, move);
  if (!legal) return null;
  const to = move === "approval" ? firstState(askedOffer(visit)) : legal;
  return {
    visitId: visit.id,
    seenRevision: input.seenRevision,
    from: visit.state,
    to,
    personId: viewer.personId,
    note: input.note,
    now,
    moment: input.moment,
    cause: input.cause,
    host: hostOf(visit, move, side, viewer),
    needsOpenOffer: move === "approval",
    sendsInvitation: invitationMethod(to) !== null && move !== "confirmation",
  };
}

const askedOffer = ({ offerId, offerStartsAt, offerNeedsApproval }: VisitRow) =>
  offerId ? { startsAt: offerStartsAt, needsApproval: offerNeedsApproval ?? true } : null;

function hostOf(
  visit: VisitRow,
  move: VisitMove,
  side: Side,
  viewer: Viewer & { member: NonNullable<Viewer["member"]> },
): Move["host"] {
  // Only now does the request exist for the other organisation.
  if (move === "approval")
    return visit.offerMemberId ? { memberId: visit.offerMemberId, personId: null } : null;
  return side === "host" && !isAgreed(visit.state)
    ? { memberId: viewer.member.memberId, personId: viewer.personId }
    : null;
}

/** With which method a calendar object leaves when a visit comes in this state; null: none leaves. */
export function invitationMethod(to: VisitState): "REQUEST" | "CANCEL" | null {
  if (to === "accepted" || to === "moved") return "REQUEST";
  return to === "cancelled" ? "CANCEL" : null;
}

/** Whether the host person of an agreed visit is still there to be told; `hosts` has that person first. */
export const hostStays = (
  visit: { state: VisitState; hostPersonId: string | null },
  hosts: readonly PersonRow[],
): boolean => isAgreed(visit.state) && hosts[0] !== undefined && hosts[0].id === visit.hostPersonId;

/**
 * The people between whom a visit is agreed: the guest who asked, or who stand in for that person, and the host
 * who answered.
 */
export function participants(
  guests: readonly PersonRow[],
  hosts: readonly PersonRow[],
  acting: { side: Side; name: string; email: string } | null,
): Reader[] {
  const host = acting?.side === "host" ? acting : hosts[0];
  const asking = guests.length > 0 ? guests : acting?.side === "guest" ? [acting] : [];
  return [
    ...asking.map(({ name, email }) => ({ side: "guest" as const, name, email })),
    ...(host ? [{ side: "host" as const, name: host.name, email: host.email }] : []),
  ];
}

/**
 * Whether this very move was made already, from the revision that its maker saw, by the same person and with
 * the same words: then a second click of the same button is answered as the first one, and nothing happens
 * twice. Another day from another window is no second click.
 */
export function wasMade(
  events: readonly EventRow[],
  typed: Typed,
  move: VisitMove,
  side: Side,
  personId: string,
): boolean {
  const seen = Number(typed.revisie?.[0] ?? 0);
  const before = events.find((event) => event.revision === seen);
  const after = events.find((event) => event.revision === seen + 1);
  if (!before || !after || after.personId !== personId) return false;
  return possibleStates(before.state, side, move).includes(after.state) && saysTheSame(typed, after);
}

function saysTheSame(typed: Typed, event: EventRow): boolean {
  const first = (name: string) => typed[name]?.[0] ?? "";
  if ((first("bericht") || first("reden")).trim() !== event.note) return false;
  if (first("datum") === "") return true;
  const read = readMoment({ datum: first("datum"), van: first("van"), tot: first("tot") }, event.at);
  return read.ok && read.moment.startsAt === event.startsAt && read.moment.endsAt === event.endsAt;
}
