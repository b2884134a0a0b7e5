import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";
import { isHost } from "./policy.ts";

/** The day of a host holds names and wishes of visitors: for the hosts of the organisation chosen now. */
export function mayReadHostDay(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  return isHost(viewer) ? allowed : refused("forbidden", "Het dagoverzicht is voor gastheren.");
}
