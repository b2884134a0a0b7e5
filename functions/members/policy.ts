import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";

/** What deciding needs to know of a member; undefined: no member has this address. */
export type MemberAtHand = { id: string; name: string; leftOn: string | null } | undefined;

/** Days are "2026-12-01"; `leftOn` is the first day without membership. */
export const hasLeft = (member: { leftOn: string | null }, today: string): boolean =>
  member.leftOn !== null && member.leftOn <= today;

/**
 * Members opened their profile facts to each other and to the association, not to the public. The same
 * condition in SQL is `readsFactsSql`.
 */
export function readsFacts(viewer: Viewer | null): boolean {
  return viewer !== null && (viewer.memberships.length > 0 || viewer.associationRoles.length > 0);
}

/** Which members are like this one: it compares facts, so for who may read those. */
export function seeAlike(viewer: Viewer | null, member: MemberAtHand): Decision {
  if (!viewer) return refused("anonymous");
  if (!member) return refused("missing");
  return readsFacts(viewer) ? allowed : refused("forbidden");
}

/** Who said what and when, with names of people: for the organisation itself and the bureau. */
export function seeHistory(viewer: Viewer | null, member: MemberAtHand): Decision {
  if (!member) return refused("missing");
  if (!viewer) return refused("anonymous");
  if (viewer.member?.memberId === member.id || viewer.associationRoles.includes("bureau")) return allowed;
  if (belongsTo(viewer, member.id)) return refused("forbidden", switchFirst(member.name));
  return viewer.associationRoles.length > 0 ? refused("forbidden") : refused("missing");
}

/** Only an editor changes a profile, on behalf of the organisation chosen now, while it is a member. */
export function editProfile(viewer: Viewer | null, member: MemberAtHand, today: string): Decision {
  if (!member) return refused("missing");
  if (!viewer) return refused("anonymous");
  if (viewer.member?.memberId !== member.id) {
    if (belongsTo(viewer, member.id)) return refused("forbidden", switchFirst(member.name));
    return viewer.associationRoles.length > 0
      ? refused("forbidden", "Alleen de redacteur van deze organisatie wijzigt het profiel.")
      : refused("missing");
  }
  if (!viewer.member.roles.includes("editor"))
    return refused("forbidden", "Alleen een redacteur van jouw organisatie wijzigt het profiel.");
  if (hasLeft(member, today))
    return refused("forbidden", "Deze organisatie is geen lid meer. Het profiel blijft zoals het is.");
  return allowed;
}

const belongsTo = (viewer: Viewer, memberId: string) =>
  viewer.memberships.some((membership) => membership.memberId === memberId);

const switchFirst = (name: string) => `Je werkt nu voor een andere organisatie. Wissel eerst naar ${name}.`;
