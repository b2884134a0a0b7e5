import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";

/** Who may add measurements from two sides: the learning group monitoring. */
export function mayAddPerspectives(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  return viewer.associationRoles.includes("monitoring")
    ? allowed
    : refused("forbidden", "Perspectieven voegt de leergroep monitoring toe.");
}
