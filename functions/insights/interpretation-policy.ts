import type { ShownFigure, ShownRound } from "../../web/insights/shown-figure.ts";
import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";

/** Who may write beneath figures: the learning group monitoring, as a group. */
export function mayInterpret(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  return viewer.associationRoles.includes("monitoring")
    ? allowed
    : refused("forbidden", "Een duiding schrijft de leergroep monitoring.");
}

/** Only beneath a figure that stands: of a published round, with its numbers there to be filled in. */
export function mayBeInterpreted(round: ShownRound, figure: ShownFigure): Decision {
  if (round.state === "published" && figure.withheld === null) return allowed;
  return refused("missing");
}
