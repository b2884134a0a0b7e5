import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";
import { isAgreed } from "./lifecycle.ts";
import { presentState } from "./move-policy.ts";
import { isHost, mayReadVisit, sideOf, type VisitFacts } from "./policy.ts";

/**
 * Whether this person may say which colleagues come along, or receive as well: for the own side, from the moment
 * that the visit is agreed until it begins. At the guest everybody, at the host who has that role.
 */
export function mayBringColleagues(
  viewer: Viewer | null,
  visit: VisitFacts | undefined,
  now: number,
): Decision {
  const read = mayReadVisit(viewer, visit);
  if (!read.may || !viewer || !visit) return read;
  const side = sideOf(viewer, visit);
  if (!side) return refused("forbidden", "Alleen mensen van een lidorganisatie doen mee aan een werkbezoek.");
  if (side === "host" && !isHost(viewer))
    return refused("forbidden", "Alleen een gastheer kan dit namens jouw organisatie doen.");
  if (!isAgreed(visit.state) || visit.startsAt === null)
    return refused("stale", presentState(visit, "Collega's voeg je toe zodra het bezoek is afgesproken."));
  return visit.startsAt > now ? allowed : refused("stale", "Dit bezoek is al begonnen of voorbij.");
}
