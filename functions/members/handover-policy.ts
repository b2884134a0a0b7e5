import type { Decision } from "../http/faults.tsx";
import { allowed, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";
import { manageContacts } from "./contact-person-policy.ts";
import type { MemberAtHand } from "./policy.ts";

/** Somebody whose work is handed over. */
export interface Leaver {
  id: string;
  isSignatory: boolean;
}

/**
 * Whether somebody may hand over this person's work at a member: the person, an editor of that organisation, and
 * the bureau. Who signs gives that away himself, or the bureau does: else an editor could take the signature.
 */
export function mayHandOver(viewer: Viewer | null, member: MemberAtHand, leaver: Leaver | null): Decision {
  if (viewer && member && viewer.member?.memberId === member.id && leaver?.id === viewer.personId)
    return allowed;
  const manage = manageContacts(viewer, member);
  if (!manage.may || !leaver?.isSignatory || viewer?.associationRoles.includes("bureau")) return manage;
  return refused("forbidden", "De tekenaar draagt het eigen werk over, of het bureau doet dat.");
}

/** Letting work go without anybody to take it is for who looks after all members. */
export const mayLetGo = (viewer: Viewer | null): boolean =>
  viewer?.associationRoles.includes("bureau") ?? false;
