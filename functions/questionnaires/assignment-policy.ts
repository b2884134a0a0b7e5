import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";
import { mayAssign, mayReadAnswers, type ResponseStand } from "./policy.ts";
import type { RoundWindow } from "./round-window.ts";

/** A section that was given to somebody. */
interface Assigned {
  personId: string;
  remindedAt: number | null;
}

/** Who has a section, and why: for editors and signatories, and for whom it was given to. */
export const mayReadAssignment = (
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  assignment: Assigned | undefined,
): Decision => mayReadAnswers(viewer, round, assignment?.personId === viewer?.personId);

/** Taking a section back; who has it may hand it back, also when nothing can be filled in any more. */
export function mayUnassign(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  assignment: Assigned | undefined,
): Decision {
  const reading = mayReadAssignment(viewer, round, assignment);
  if (!reading.may) return reading;
  return assignment ? allowed : refused("stale", "Niemand heeft deze sectie nu. Er is niets terug te nemen.");
}

/** One reminder for each time that a section is given away, and never to oneself. */
export function mayRemind(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  response: ResponseStand,
  today: string,
  assignment: (Assigned & { isComplete: boolean }) | undefined,
): Decision {
  const assigning = mayAssign(viewer, round, response, today);
  if (!assigning.may) return assigning;
  if (!assignment || assignment.personId === viewer?.personId)
    return refused("stale", "Er is geen collega om te herinneren. Kijk wie deze sectie nu heeft.");
  if (assignment.isComplete)
    return refused("stale", "Deze sectie is al klaar. Een herinnering is niet nodig.");
  return assignment.remindedAt === null
    ? allowed
    : refused("stale", "Deze collega kreeg al een herinnering. Bel of spreek elkaar even.");
}
