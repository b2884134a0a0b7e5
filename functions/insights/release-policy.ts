import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";

/** What a release kept and cost is for those who answer for it. */
export function mayReadReleaseAccount(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  const answers = viewer.associationRoles.some((role) => role === "monitoring" || role === "bureau");
  return answers
    ? allowed
    : refused("forbidden", "De verantwoording is voor de leergroep monitoring en het bureau.");
}
