import { stillMember } from "../accounts/policy.ts";
import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";

/**
 * Drafts out of the organisation's own answers. An answer is read by who works on the questionnaire; the host is
 * told of it because a visit may come of it. A professional reads no answers, so no drafts either.
 */
export function mayReadDrafts(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  const works = viewer.member?.roles.some((role) => role === "editor" || role === "host") ?? false;
  return works
    ? allowed
    : refused("forbidden", "Alleen een redacteur of gastheer ziet concepten uit jullie antwoorden.");
}

/** Editing, placing and throwing away: the same people, while their organisation takes part. */
export function mayManageDrafts(viewer: Viewer | null): Decision {
  const read = mayReadDrafts(viewer);
  return read.may && viewer ? stillMember(viewer) : read;
}
