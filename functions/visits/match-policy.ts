import type { OfferState, VisitState } from "../../db/visit-vocabulary.ts";
import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";
import { mayReadOwn } from "./policy.ts";

/** Teams for a request: only who asked sees them, as long as the question stands open. The rows are scoped. */
export function maySeeTeams(viewer: Viewer | null, wish: { state: VisitState } | undefined): Decision {
  const own = mayReadOwn(viewer);
  if (!own.may) return own;
  if (!wish) return refused("missing");
  return wish.state === "open"
    ? allowed
    : refused("stale", "Deze vraag staat niet meer open. Bekijk bij het bezoek hoe het staat.");
}

/** Requests for an offer: only for the organisation that made it. The rows are scoped. */
export function maySeeRequests(viewer: Viewer | null, offer: object | undefined): Decision {
  const own = mayReadOwn(viewer);
  if (!own.may) return own;
  return offer ? allowed : refused("missing");
}

/** Why nobody can come to this offer now, as a sentence; null when they can. */
export function closedBecause(offer: {
  state: OfferState;
  canReceive: boolean;
  seatsLeft: number;
}): string | null {
  if (offer.state !== "published")
    return "Dit aanbod staat niet open. Zet het open als je een team wilt ontvangen.";
  if (offer.seatsLeft === 0) return "Dit aanbod zit vol.";
  return offer.canReceive
    ? null
    : "Jullie ontvangen nu niemand volgens jullie eigen afspraken. Andere teams zien dit aanbod niet.";
}
