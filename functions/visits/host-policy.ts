import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";

/**
 * How much an organisation can receive is for its hosts. Also for those of an organisation that left: whoever
 * still has guests coming must be able to say that it is enough.
 */
export function maySetHost(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  return viewer.member?.roles.includes("host")
    ? allowed
    : refused("forbidden", "Alleen een gastheer bepaalt hoeveel bezoek jullie ontvangen.");
}
