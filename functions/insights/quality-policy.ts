import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";

/** How good the data are is for those who work with them. */
export function mayReadQuality(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  return viewer.associationRoles.includes("monitoring")
    ? allowed
    : refused("forbidden", "De kwaliteit van de gegevens is voor de leergroep monitoring.");
}
