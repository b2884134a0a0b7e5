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
 * Why an outcome is kept back; null when it may be shown. Facts that members opened to each other always may.
 * A confidential outcome waits for the publication of its round and for its release: whoever sees counts move
 * while knowing who just signed, sees that answer. That holds for monitoring most of all, for it reads the
 * response board; so nobody sees anything earlier.
 */
export function keptBack(
  audience: Audience,
  round: { state: RoundState; isReleased: boolean },
): Withheld | null {
  if (audience === "members") return null;
  if (round.state === "open" || round.state === "concept") return "round_open";
  if (round.state === "closed") return "not_published";
  return round.isReleased ? null : "not_released";
}

/** Own answers beside the group: for everybody of an organisation, on behalf of that organisation. */
export function mayReadMirror(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  if (!viewer.member)
    return refused(
      "forbidden",
      "De spiegel is voor mensen van een lidorganisatie: hij toont eigen antwoorden.",
    );
  return allowed;
}

/** Own confidential answers are for those who made and signed them, as everywhere else. */
export const seesOwnConfidential = (viewer: Viewer): boolean =>
  viewer.member?.roles.some((role) => role === "editor" || role === "signatory") ?? false;
