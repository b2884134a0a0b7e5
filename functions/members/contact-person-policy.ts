import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";
import { type MemberAtHand, readsFacts } from "./policy.ts";

/** Work contact data of people: for members and the association, never for the public. */
export function readContacts(viewer: Viewer | null, member: MemberAtHand): Decision {
  if (!member) return refused("missing");
  if (!viewer) return refused("anonymous");
  return readsFacts(viewer) ? allowed : refused("forbidden");
}

/** Naming contacts: editors of the organisation chosen now, and the bureau. */
export function manageContacts(viewer: Viewer | null, member: MemberAtHand): Decision {
  const reading = readContacts(viewer, member);
  if (!reading.may || !viewer || !member || viewer.associationRoles.includes("bureau")) return reading;
  if (viewer.member?.memberId === member.id)
    return viewer.member.roles.includes("editor")
      ? allowed
      : refused("forbidden", "Alleen een redacteur van jouw organisatie of het bureau doet dit.");
  return viewer.memberships.some(({ memberId }) => memberId === member.id)
    ? refused("forbidden", `Je werkt nu voor een andere organisatie. Wissel eerst naar ${member.name}.`)
    : refused("missing");
}

/** Confirming one's own contact data. */
export const mayConfirmOwn = (viewer: Viewer | null): Decision => (viewer ? allowed : refused("anonymous"));
