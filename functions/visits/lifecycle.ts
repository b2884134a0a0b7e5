import type { OfferState, VisitState } from "../../db/vocabulary.ts";
import type { Side, VisitMove } from "../../web/visits/moves.ts";

type Moves = Partial<Record<VisitMove, VisitState>>;

/** After acceptance both sides can end a visit in the same ways; only the host can move it. */
const AFTER_ACCEPTANCE: Moves = {
  cancellation: "cancelled",
  completion: "took_place",
  non_occurrence: "did_not_take_place",
};
const END: Record<Side, Moves> = { guest: {}, host: {} };

/**
 * Every move that exists: from a state, by a side, to a state. What is not here cannot happen. In
 * `requested` the host is to move, in `counter_proposed` the guest; a proposal by the guest turns it round.
 */
export const LIFECYCLE: Readonly<Record<VisitState, Readonly<Record<Side, Moves>>>> = {
  open: { guest: { withdrawal: "withdrawn" }, host: { invitation: "counter_proposed" } },
  requested: {
    guest: { counter_proposal: "requested", withdrawal: "withdrawn" },
    host: {
      acceptance: "accepted",
      agreement: "accepted",
      decline: "declined",
      counter_proposal: "counter_proposed",
    },
  },
  counter_proposed: {
    guest: { agreement: "accepted", counter_proposal: "requested", withdrawal: "withdrawn" },
    host: { counter_proposal: "counter_proposed", decline: "declined" },
  },
  accepted: { guest: AFTER_ACCEPTANCE, host: { ...AFTER_ACCEPTANCE, rescheduling: "accepted" } },
  declined: END,
  withdrawn: END,
  cancelled: END,
  took_place: END,
  did_not_take_place: END,
};

/** Where a move leads, or null when it is illegal. */
export const nextState = (state: VisitState, side: Side, move: VisitMove): VisitState | null =>
  LIFECYCLE[state][side][move] ?? null;

/** Which side is to move; null when nobody is, or anybody may. */
export function waitsFor(state: VisitState): Side | null {
  if (state === "requested") return "host";
  return state === "counter_proposed" ? "guest" : null;
}

/** States in which something is still to come. */
export const LIVE_STATES = ["open", "requested", "counter_proposed", "accepted"] as const;

/** From draft to published and back and forth to paused; withdrawn is for good. */
export const OFFER_LIFECYCLE: Readonly<Record<OfferState, readonly OfferState[]>> = {
  draft: ["published", "withdrawn"],
  published: ["paused", "withdrawn"],
  paused: ["published", "withdrawn"],
  withdrawn: [],
};
