import type { MemberRole, ResponseState } from "../../db/vocabulary.ts";
import { stillMember } from "../accounts/policy.ts";
import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";
import { type RoundWindow, takesAnswers } from "./round-window.ts";

/** The response of the viewer's own organisation; null while nobody saved anything. */
export type ResponseStand = { state: ResponseState; askedAt?: number | null } | null;

const has = (viewer: Viewer | null, ...roles: MemberRole[]): boolean =>
  viewer?.member?.roles.some((role) => roles.includes(role)) ?? false;

const CLOSED = "Deze ronde is gesloten. Je kunt de antwoorden nog wel lezen.";
const NOT_YOURS = "Alleen redacteuren en tekenaars van een lidorganisatie zien de antwoorden.";
const NOT_EDITOR = "Alleen een redacteur van jouw organisatie kan antwoorden bewaren.";

/** The list of rounds and the privacy statement hold no answers: everybody who is signed in may read them. */
export const mayListRounds = (viewer: Viewer | null): Decision => (viewer ? allowed : refused("anonymous"));

/**
 * The answers of the viewer's own organisation, also as a draft. There is no other organisation in any
 * address: which one it is comes from the session, so nobody can ask for somebody else's.
 *
 * @param isAssigned whether a section of this round was given to the viewer: who fills in a part reads the rest
 */
export function mayReadAnswers(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  isAssigned = false,
): Decision {
  if (!viewer) return refused("anonymous");
  if (!has(viewer, "editor", "signatory") && !(viewer.member && isAssigned))
    return refused("forbidden", NOT_YOURS);
  if (!round || round.state === "concept") return refused("missing");
  return allowed;
}

/** Working on the answers, whatever the work is: readers of an organisation that is still a member. */
function mayWork(viewer: Viewer | null, round: RoundWindow | undefined): Decision {
  const reading = mayReadAnswers(viewer, round);
  return reading.may && viewer ? stillMember(viewer) : reading;
}

/** Writing answers: editors, while the round takes answers and the response is not waiting or signed. */
export function mayEditAnswers(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  response: ResponseStand,
  today: string,
): Decision {
  const reading = mayWork(viewer, round);
  if (!reading.may || !round) return reading;
  return has(viewer, "editor") ? isOpen(round, response, today) : refused("forbidden", NOT_EDITOR);
}

/**
 * Writing the answers of one section: editors, and the colleague to whom it was given. An assignment is the least
 * that can fill in a section: no role, this section only, and gone when it is taken back.
 */
export function mayEditSection(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  response: ResponseStand,
  today: string,
  isMine: boolean,
): Decision {
  if (!isMine) return mayEditAnswers(viewer, round, response, today);
  const reading = mayReadAnswers(viewer, round, true);
  if (!reading.may || !round || !viewer) return reading;
  const taking = stillMember(viewer);
  return taking.may ? isOpen(round, response, today) : taking;
}

/** Whether the answers themselves still take changes, whoever makes them. */
function isOpen(round: RoundWindow, response: ResponseStand, today: string): Decision {
  if (!takesAnswers(round, today)) return refused("stale", CLOSED);
  if (response?.state === "ready")
    return refused("stale", "De vragenlijst staat klaar om te ondertekenen. Hervat haar eerst.");
  if (response && response.state !== "in_progress")
    return refused("stale", "De antwoorden zijn al ingediend. Heropen ze om iets te veranderen.");
  return allowed;
}

/** Giving a section to a colleague, taking it back or reminding: editors and signatories, while it can be filled in. */
export function mayAssign(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  response: ResponseStand,
  today: string,
): Decision {
  const working = mayWork(viewer, round);
  return working.may && round ? isOpen(round, response, today) : working;
}

/** Telling the signatories that the answers are complete. */
export function mayMakeReady(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  response: ResponseStand,
  today: string,
): Decision {
  const editing = mayEditAnswers(viewer, round, response, today);
  if (!editing.may) return editing;
  return response ? allowed : refused("stale", "Er is nog niets bewaard. Vul eerst een vraag in.");
}

/** Taking it back from the signatory; a signatory who finds a mistake may do that too. */
export function mayResume(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  response: ResponseStand,
  today: string,
): Decision {
  const reading = mayWork(viewer, round);
  if (!reading.may || !round) return reading;
  if (!takesAnswers(round, today)) return refused("stale", CLOSED);
  return response?.state === "ready"
    ? allowed
    : refused("stale", "De vragenlijst staat niet meer klaar. Kijk op de takenlijst hoe het ervoor staat.");
}

/** Signing off: only a signatory of this very organisation, and only what was made ready or has all sections done. */
export function maySign(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  response: ResponseStand,
  today: string,
): Decision {
  const reading = mayWork(viewer, round);
  if (!reading.may || !round) return reading;
  if (!has(viewer, "signatory"))
    return refused("forbidden", "Alleen een tekenaar van jouw organisatie kan de antwoorden indienen.");
  if (!takesAnswers(round, today)) return refused("stale", CLOSED);
  if (response?.state === "signed")
    return refused("stale", "De antwoorden zijn al ingediend. Je hoeft niets meer te doen.");
  return response?.state === "ready" || (response?.state === "in_progress" && response.askedAt)
    ? allowed
    : refused("stale", "De vragenlijst staat nog niet klaar. Een redacteur meldt dat eerst.");
}

/** Opening signed answers again, as a new version beside the signed one. */
export function mayReopen(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  response: ResponseStand,
  today: string,
): Decision {
  const reading = mayWork(viewer, round);
  if (!reading.may || !round) return reading;
  if (!takesAnswers(round, today)) return refused("stale", CLOSED);
  return response?.state === "signed"
    ? allowed
    : refused("stale", "Er is geen ingediende versie om te heropenen. Misschien is dat al gedaan.");
}

/** Whom a draft for a visit out of an answer may be shown to; the page of drafts asks the same again. */
export const seesVisitDrafts = (viewer: Viewer | null): boolean => has(viewer, "editor", "host");
