import type { VisitState } from "../../db/visit-vocabulary.ts";
import { VISIT_STATE_LABELS } from "../../web/visits/labels.ts";
import { VISIT_MOVES, type VisitMove } from "../../web/visits/moves.ts";
import { stillMember } from "../accounts/policy.ts";
import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";
import { nextState } from "./lifecycle.ts";
import { isHost, mayReadVisit, sideOf, type VisitFacts } from "./policy.ts";

/** Whether this person may make this move now: role first, then the state, then the clock. */
export function mayMove(
  viewer: Viewer | null,
  visit: VisitFacts | undefined,
  move: VisitMove,
  now: number,
): Decision {
  const read = mayReadVisit(viewer, visit);
  if (!read.may || !viewer || !visit) return read;
  const side = sideOf(viewer, visit);
  if (!side) return refused("forbidden", "Alleen mensen van een lidorganisatie doen mee aan een werkbezoek.");
  if (side === "host" && !isHost(viewer))
    return refused("forbidden", "Alleen een gastheer kan dit namens jouw organisatie doen.");
  if ((move === "invitation" || move === "approval") && !stillMember(viewer).may) return stillMember(viewer);
  if ((move === "approval" || move === "disapproval") && !mayApprove(viewer, visit))
    return refused("forbidden", "Alleen een leidinggevende kan akkoord geven voor jouw organisatie.");
  if (!nextState(visit.state, side, move)) return refused("stale", presentState(visit));
  return timely(visit, move, now);
}

/** What a 409 says: how it stands now. */
export const presentState = (visit: { state: VisitState }, opening = "Dit kan nu niet."): string =>
  `${opening} De stand van dit bezoek is: ${VISIT_STATE_LABELS[visit.state].label.toLowerCase()}.`;

/** Who approves for the guest's organisation: the person it named, or else its signatories. */
function mayApprove(viewer: Viewer, visit: VisitFacts): boolean {
  if (visit.approverId) return viewer.personId === visit.approverId;
  return viewer.member?.roles.includes("signatory") ?? false;
}

/** Whether a visit is for the day of its offer and there are fewer places on it than people in this group. */
const isFull = ({ startsAt, offerStartsAt, offerSeats, offerTaken = 0, seats = 0 }: VisitFacts): boolean =>
  offerStartsAt != null &&
  offerStartsAt === startsAt &&
  offerSeats != null &&
  offerTaken + seats > offerSeats;

function timely(visit: VisitFacts, move: VisitMove, now: number): Decision {
  const isOver = visit.endsAt !== null && visit.endsAt <= now;
  if ((move === "completion" || move === "non_occurrence") && !isOver)
    return refused("stale", "Dit kan pas als het bezoek voorbij is.");
  if (["cancellation", "rescheduling", "date_choice"].includes(move) && isOver)
    return refused("stale", "Dit bezoek is al voorbij. Laat weten of het is doorgegaan.");
  if (move === "waitlisting" && !isFull(visit))
    return refused("stale", "Er is plek voor deze groep. Accepteer het bezoek.");
  if (move === "approval" && visit.offerState && visit.offerState !== "published")
    return refused("stale", "Dit aanbod is nu niet open voor aanvragen.");
  if (move === "confirmation" && isOver) return refused("stale", "Dit bezoek is al voorbij.");
  const needsFuture = ["agreement", "acceptance", "approval", "waitlisting"].includes(move);
  if (needsFuture && visit.startsAt !== null && visit.startsAt <= now)
    return refused("stale", "De voorgestelde dag is voorbij. Stel een andere dag voor.");
  if (move === "agreement" && visit.startsAt === null)
    return refused("stale", "Er is nog geen dag voorgesteld. Accepteer het bezoek met een dag.");
  return allowed;
}

/**
 * The moves that this person may make now, in order of the table; what the page shows as buttons. A choice from
 * proposed moments is made beside those moments.
 */
export function movesFor(viewer: Viewer, visit: VisitFacts, now: number): VisitMove[] {
  const moves = VISIT_MOVES.filter((move) => move !== "date_choice" && mayMove(viewer, visit, move, now).may);
  // Accepting what does not fit would only be refused: the waiting list stands there instead.
  if (moves.includes("waitlisting")) return moves.filter((move) => !ACCEPTING.includes(move));
  // To a host "akkoord" and "accepteren" are the same thing; one button is enough.
  return moves.includes("acceptance") ? moves.filter((move) => move !== "agreement") : moves;
}

const ACCEPTING: readonly VisitMove[] = ["acceptance", "agreement"];
