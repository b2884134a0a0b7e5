import type { VisitState } from "../../db/visit-vocabulary.ts";
import { MOST_MESSAGES } from "../../web/visits/meeting-contract.ts";
import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";
import { presentState } from "./move-policy.ts";
import { isHost, mayReadThread, mayReadVisit, sideOf, type VisitFacts } from "./policy.ts";

/** States in which two organisations have something to say to each other. */
export const TALKING_STATES: readonly VisitState[] = [
  "requested",
  "counter_proposed",
  "waiting",
  "accepted",
  "moved",
  "confirmed",
  "cancelled",
  "took_place",
  "did_not_take_place",
];

/** States in which a day can still be found together. */
export const SEARCHING_STATES: readonly VisitState[] = [
  "requested",
  "counter_proposed",
  "accepted",
  "moved",
  "confirmed",
];

/** Whether somebody acts for one of the two sides: at the guest everybody, at the host who has that role. */
function mayAct(viewer: Viewer | null, visit: VisitFacts | undefined): Decision {
  const read = mayReadVisit(viewer, visit);
  if (!read.may || !viewer || !visit) return read;
  const side = sideOf(viewer, visit);
  if (!side) return refused("forbidden", "Alleen mensen van een lidorganisatie doen mee aan een werkbezoek.");
  return side === "host" && !isHost(viewer)
    ? refused("forbidden", "Alleen een gastheer kan dit namens jouw organisatie doen.")
    : allowed;
}

/** Whether this person may write in the conversation of a visit that has `count` messages already. */
export function mayWriteMessage(
  viewer: Viewer | null,
  visit: VisitFacts | undefined,
  count: number,
): Decision {
  const act = mayAct(viewer, visit);
  if (!act.may || !viewer || !visit) return act;
  if (!TALKING_STATES.includes(visit.state) || !mayReadThread(viewer, visit))
    return refused("stale", presentState(visit, "Je kunt hier nu geen bericht sturen."));
  return count < MOST_MESSAGES ? allowed : refused("stale", "Dit gesprek is vol. Bel of mail elkaar verder.");
}

/**
 * Whether this person may take part in finding a day. An offer on a day of its own has that day; a visit that is
 * over needs none.
 */
export function maySearchDates(viewer: Viewer | null, visit: VisitFacts | undefined, now: number): Decision {
  const act = mayAct(viewer, visit);
  if (!act.may || !visit) return act;
  if (!SEARCHING_STATES.includes(visit.state))
    return refused("stale", presentState(visit, "Je kunt nu geen dag zoeken."));
  if (visit.offerStartsAt != null)
    return refused("stale", "Dit aanbod heeft een vaste dag. Daar hoef je geen dag voor te zoeken.");
  return visit.endsAt !== null &&
    visit.endsAt <= now &&
    visit.state !== "requested" &&
    visit.state !== "counter_proposed"
    ? refused("stale", "Dit bezoek is al voorbij.")
    : allowed;
}

/** What an organisation asks before a request leaves is for who signs for it or keeps its data. */
export function maySetApproval(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  const roles = viewer.member?.roles ?? [];
  return roles.includes("signatory") || roles.includes("editor")
    ? allowed
    : refused("forbidden", "Alleen een tekenaar of redacteur bepaalt wie eerst akkoord geeft.");
}
