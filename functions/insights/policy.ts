import type { Audience, RoundState } from "../../db/vocabulary.ts";
import type { Withheld } from "../../web/insights/shown-figure.ts";
import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";

/** Figures are for the members and the staff of the association, not for who only has an account. */
export function mayReadFigures(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  if (viewer.memberships.length === 0 && viewer.associationRoles.length === 0) return refused("forbidden");
  return allowed;
}

/** Who has answered and who has not is for those who follow the response. */
export function mayReadResponseBoard(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  if (!followsResponse(viewer))
    return refused("forbidden", "De responslijst is voor de leergroep monitoring en het bureau.");
  return allowed;
}

function followsResponse(viewer: Viewer): boolean {
  return viewer.associationRoles.includes("monitoring") || viewer.associationRoles.includes("bureau");
}

/**
 * Whether an outcome is released to this viewer; if not, why not. Facts that members opened to each other
 * always are. A confidential outcome waits until its counts stand still: who sees counts move while knowing
 * who just signed, sees that answer. That holds for monitoring most of all, for it reads the response board.
 * Monitoring prepares the report from a closed round, once no late answer can move its counts any more.
 */
export function withheldFrom(
  viewer: Viewer,
  audience: Audience,
  round: { state: RoundState; acceptsLate: boolean },
): Withheld | null {
  if (audience === "members" || round.state === "published") return null;
  if (round.state !== "closed") return "round_open";
  const standsStill = !round.acceptsLate;
  return standsStill && viewer.associationRoles.includes("monitoring") ? null : "not_published";
}
