import type { Role } from "../../db/vocabulary.ts";
import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";

/** Whether this viewer manages members, people and rounds. */
export function mayManage(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  return viewer.associationRoles.includes("bureau") ? allowed : refused("forbidden");
}

/** How notices come is everybody's own choice. */
export const mayChooseNotices = (viewer: Viewer | null): Decision =>
  viewer ? allowed : refused("anonymous");

/** Whether somebody may look at, change or export this person; `found` is false for who is gone. */
export function mayManagePerson(viewer: Viewer | null, found: boolean): Decision {
  const decision = mayManage(viewer);
  return decision.may && !found ? refused("missing") : decision;
}

const LAST_OF_BUREAU = "Dit is de enige met de rol bureau. Geef die rol eerst aan iemand anders.";

/** The role that gives all other roles. */
const MANAGING: Role = "bureau";

/** Whether this person is the only one who manages. */
export function isLastManager(
  staffRoles: readonly { personId: string; role: Role }[],
  personId: string,
): boolean {
  const managers = staffRoles.filter(({ role }) => role === MANAGING);
  return managers.length === 1 && managers[0]?.personId === personId;
}

/**
 * Whether somebody may take this role from a person. The last who manages keeps it: without, nobody could
 * ever give it back.
 */
export function mayWithdraw(viewer: Viewer | null, found: boolean, role: Role, isLast: boolean): Decision {
  const decision = mayManagePerson(viewer, found);
  return decision.may && isLast && role === MANAGING ? refused("stale", LAST_OF_BUREAU) : decision;
}

/** Whether somebody may remove this person; the same guard as for the role. */
export const mayRemove = (viewer: Viewer | null, found: boolean, isLast: boolean): Decision =>
  mayWithdraw(viewer, found, MANAGING, isLast);

/**
 * Whether a form still speaks for the organisation chosen now. Where no address names one, a form from before a
 * switch in another window would write for one organisation what was meant for another. `memberId` "": a form
 * that is older than its field `namens`.
 */
export function maySpeakFor(viewer: Viewer | null, memberId: string): Decision {
  if (!viewer) return refused("anonymous");
  if (memberId === "" || memberId === viewer.member?.memberId) return allowed;
  return viewer.member === null
    ? refused("forbidden")
    : refused(
        "stale",
        "Je werkt nu voor een andere organisatie. Er is niets opgeslagen. Wissel eerst terug.",
      );
}

/**
 * Whether the organisation chosen now still takes part. Asked by what adds something new: answers, offers,
 * requests. Reading stays, and so does ending what was begun, for others count on it.
 */
export function stillMember(viewer: Viewer): Decision {
  return viewer.member?.hasLeft
    ? refused("forbidden", "Jouw organisatie is geen lid meer. Je kunt alles nog wel lezen.")
    : allowed;
}

/** An installation is set up once; afterwards its page is gone. */
export function maySetUp(hasAssociation: boolean): Decision {
  return hasAssociation ? refused("missing") : allowed;
}
