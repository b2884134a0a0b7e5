import { mayManage, stillMember } from "../accounts/policy.ts";
import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Page } from "../http/page.ts";
import type { Viewer } from "../http/session.ts";
import { type RoundWindow, takesAnswers } from "./round-window.ts";

/** Somebody of the bureau on the telephone with a member, as it stands open now. */
export interface Assistance {
  id: string;
  memberId: string;
  memberName: string;
  memberSlug: string;
  hasLeft: boolean;
  caller: string;
  startedAt: number;
  endsAt: number;
}

/**
 * Beginning to fill in for a member: the bureau, while the round takes answers of that member. `isAny`: before a
 * member is chosen, for one of them may have more time than the others.
 */
export function mayAssist(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  today: string,
  { isAny } = { isAny: false },
): Decision {
  const managing = mayManage(viewer);
  if (!managing.may) return managing;
  if (!round || round.state === "concept") return refused("missing");
  return isAny || takesAnswers(round, today)
    ? allowed
    : refused("stale", "Deze ronde neemt geen antwoorden meer aan. Geef het lid eerst uitstel.");
}

/** Stopping: who began it. */
export function mayEndAssistance(viewer: Viewer | null, assistance: Assistance | undefined): Decision {
  const managing = mayManage(viewer);
  return managing.may && !assistance ? refused("missing") : managing;
}

/**
 * As whom the bureau works while its assistance is open: an editor of that one organisation, and nothing else of
 * it. Without the role, or without an open assistance, everybody stays who they are. An editor signs nothing.
 */
export function actingAs(viewer: Viewer | null, assistance: Assistance | undefined): Viewer | null {
  if (!viewer || !assistance || !mayManage(viewer).may) return viewer;
  const { memberId, memberName, memberSlug, hasLeft } = assistance;
  return { ...viewer, member: { memberId, memberName, memberSlug, hasLeft, roles: ["editor"] } };
}

/** The same for a page: its frame names the organisation for which is filled in. */
export function actingPage({ viewer, frame }: Page, assistance: Assistance | undefined): Page {
  const acting = actingAs(viewer, assistance);
  if (acting === viewer || !frame.viewer || !assistance) return { viewer, frame };
  const { memberId, memberName } = assistance;
  return { viewer: acting, frame: { ...frame, viewer: { ...frame.viewer, memberId, memberName } } };
}

/** Opening a section for a member that asked for it: only what can be filled in; what is done is not read. */
export function mayOpenAssisted(
  viewer: Viewer | null,
  assistance: Assistance | undefined,
  editing: Decision,
): Decision {
  const managing = mayManage(viewer);
  if (!managing.may) return managing;
  if (!assistance)
    return refused("stale", "Het invullen namens dit lid is afgelopen. Bel opnieuw en begin opnieuw.");
  const acting = actingAs(viewer, assistance);
  const taking = acting ? stillMember(acting) : managing;
  return taking.may ? editing : taking;
}
