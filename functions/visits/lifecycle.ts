import { AGREED_STATES, type OfferState, type VisitState } from "../../db/visit-vocabulary.ts";
import type { Side, VisitMove } from "../../web/visits/moves.ts";

type Moves = Partial<Record<VisitMove, VisitState>>;

/** Once a day is agreed both sides can end a visit in the same ways; only the host can move it. */
const BOTH_AFTER_AGREEMENT: Moves = {
  cancellation: "cancelled",
  completion: "took_place",
  non_occurrence: "did_not_take_place",
};
// A day that the host picks from the moments on which the guest can come is agreed by both at once.
const HOST_AFTER_AGREEMENT: Moves = {
  ...BOTH_AFTER_AGREEMENT,
  rescheduling: "moved",
  date_choice: "accepted",
};
const UNCONFIRMED: Record<Side, Moves> = {
  guest: { ...BOTH_AFTER_AGREEMENT, confirmation: "confirmed" },
  host: HOST_AFTER_AGREEMENT,
};
const END: Record<Side, Moves> = { guest: {}, host: {} };

/**
 * Every move that exists: from a state, by a side, to a state. What is not here cannot happen. In
 * `requested` the host is to move, in `counter_proposed` and `moved` the guest; a proposal by the guest turns it
 * round. From `waiting` nobody moves a group forward by hand: that would pass over who waited longer. Places
 * that come free go to the first group that fits, in `promotion.ts`.
 */
export const LIFECYCLE: Readonly<Record<VisitState, Readonly<Record<Side, Moves>>>> = {
  awaiting_approval: {
    // Where an approved request goes depends on what was asked: see `firstState`.
    guest: { approval: "requested", disapproval: "disapproved", withdrawal: "withdrawn" },
    host: {},
  },
  open: { guest: { withdrawal: "withdrawn" }, host: { invitation: "counter_proposed" } },
  requested: {
    guest: { counter_proposal: "requested", withdrawal: "withdrawn" },
    host: {
      acceptance: "accepted",
      agreement: "accepted",
      waitlisting: "waiting",
      decline: "declined",
      counter_proposal: "counter_proposed",
      date_choice: "accepted",
    },
  },
  counter_proposed: {
    guest: { agreement: "accepted", counter_proposal: "requested", withdrawal: "withdrawn" },
    host: { counter_proposal: "counter_proposed", decline: "declined", date_choice: "accepted" },
  },
  waiting: { guest: { withdrawal: "withdrawn" }, host: { decline: "declined" } },
  accepted: UNCONFIRMED,
  moved: UNCONFIRMED,
  confirmed: { guest: BOTH_AFTER_AGREEMENT, host: HOST_AFTER_AGREEMENT },
  declined: END,
  disapproved: END,
  withdrawn: END,
  cancelled: END,
  took_place: END,
  did_not_take_place: END,
};

/** Where a move leads, or null when it is illegal. */
export const nextState = (state: VisitState, side: Side, move: VisitMove): VisitState | null =>
  LIFECYCLE[state][side][move] ?? null;

/** What decides where a request begins. */
interface AskedOffer {
  startsAt: number | null;
  needsApproval: boolean;
}

/**
 * Where a request begins that has left its own organisation. Without an offer it is an open question. To a day
 * for which the host need not choose it stands in line at once, and gets its place in the same batch if there
 * is one: so a late small group never passes an earlier one that fits as well.
 */
export function firstState(offer: AskedOffer | null): VisitState {
  if (!offer) return "open";
  return offer.startsAt !== null && !offer.needsApproval ? "waiting" : "requested";
}

/** Where a move may have led: an approved request goes where a new one of its kind begins. */
export function possibleStates(state: VisitState, side: Side, move: VisitMove): readonly VisitState[] {
  const to = nextState(state, side, move);
  if (move === "approval" && to) return ["requested", "open", "waiting"];
  return to ? [to] : [];
}

/** Which side is to move; null when nobody is, or anybody may. */
export function waitsFor(state: VisitState): Side | null {
  if (state === "requested") return "host";
  return state === "counter_proposed" || state === "moved" || state === "awaiting_approval" ? "guest" : null;
}

/** Whether a day stands in both calendars. */
export const isAgreed = (state: VisitState): boolean => AGREED_STATES.some((agreed) => agreed === state);

/** States in which something is still to come. */
export const LIVE_STATES = [
  "awaiting_approval",
  "open",
  "requested",
  "counter_proposed",
  "waiting",
  ...AGREED_STATES,
] as const;

/** From draft to published and back and forth to paused; withdrawn is for good. */
export const OFFER_LIFECYCLE: Readonly<Record<OfferState, readonly OfferState[]>> = {
  draft: ["published", "withdrawn"],
  published: ["paused", "withdrawn"],
  paused: ["published", "withdrawn"],
  withdrawn: [],
};
