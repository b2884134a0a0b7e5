import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";

/**
 * Whether what was typed may be stored under the name of who is signed in now. On a device of several people a
 * page of one may still send when another is signed in; its answers wait for whoever typed them.
 */
export const maySaveFor = (viewer: Viewer | null, personId: string): Decision =>
  viewer?.personId === personId ? allowed : refused("stale", "Iemand anders is nu ingelogd.");
