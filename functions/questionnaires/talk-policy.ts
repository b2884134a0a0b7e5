import type { RoundState } from "../../db/vocabulary.ts";
import { stillMember } from "../accounts/policy.ts";
import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";
import { MOST_NOTES } from "./note-queries.ts";
import { mayReadAnswers } from "./policy.ts";
import { type RoundWindow, takesAnswers } from "./round-window.ts";

/** A question about which people talk: its round, whether it is there, and whether the viewer has a section. */
export interface TalkPlace {
  round: RoundWindow | undefined;
  isFound: boolean;
  isAssigned: boolean;
}

/** Notes and one's own questions: who reads the answers of the organisation, and nobody else. */
export function mayReadTalk(viewer: Viewer | null, { round, isFound, isAssigned }: TalkPlace): Decision {
  const reading = mayReadAnswers(viewer, round, isAssigned);
  return reading.may && !isFound ? refused("missing") : reading;
}

/** Writing a note to colleagues, and marking one as done. */
export function mayWriteNote(viewer: Viewer | null, place: TalkPlace, count: number): Decision {
  const reading = mayReadTalk(viewer, place);
  if (!reading.may || !viewer) return reading;
  const taking = stillMember(viewer);
  if (!taking.may) return taking;
  return count < MOST_NOTES
    ? allowed
    : refused("stale", `Er staan al ${MOST_NOTES} notities bij deze vraag. Bespreek het samen.`);
}

/** Asking the learning group what is meant, while there is something to fill in. */
export function mayAskQuery(viewer: Viewer | null, place: TalkPlace, today: string): Decision {
  const reading = mayReadTalk(viewer, place);
  if (!reading.may || !viewer || !place.round) return reading;
  const taking = stillMember(viewer);
  if (!taking.may) return taking;
  return takesAnswers(place.round, today)
    ? allowed
    : refused("stale", "Deze ronde is gesloten. Bel of mail het bureau als je nog iets wilt weten.");
}

/** Reading what members find unclear: the learning group, and the staff that runs the round. */
export function mayReadQueries(viewer: Viewer | null, round: { state: RoundState } | undefined): Decision {
  if (!viewer) return refused("anonymous");
  if (!viewer.associationRoles.some((role) => role === "monitoring" || role === "bureau"))
    return refused("forbidden", "Alleen de leergroep monitoring en het bureau zien deze vragen.");
  return round ? allowed : refused("missing");
}

/** Explaining a question to everybody: the learning group alone. */
export function mayAnswerQuery(
  viewer: Viewer | null,
  round: { state: RoundState } | undefined,
  isFound: boolean,
): Decision {
  const reading = mayReadQueries(viewer, round);
  if (!reading.may || !viewer) return reading;
  if (!isFound) return refused("missing");
  return viewer.associationRoles.includes("monitoring")
    ? allowed
    : refused("forbidden", "Alleen de leergroep monitoring beantwoordt vragen over de vragenlijst.");
}

/** Reasons for odd answers: the learning group, and of answers that it may read only; the query sees to that. */
export function mayReadReasons(viewer: Viewer | null, round: { state: RoundState } | undefined): Decision {
  if (!viewer) return refused("anonymous");
  if (!viewer.associationRoles.includes("monitoring"))
    return refused("forbidden", "Alleen de leergroep monitoring leest deze redenen.");
  return round ? allowed : refused("missing");
}
