import type { RoundState } from "../../db/vocabulary.ts";
import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";

/** What the policy needs to know of a questionnaire. */
export interface EditedRounds {
  rounds: readonly { year: number; state: RoundState }[];
}

const NOT_STAFF = "Vragenlijsten maakt de leergroep monitoring. Het bureau kijkt mee.";
const READS_ONLY = "De leergroep monitoring verandert vragenlijsten. Het bureau kijkt mee.";

const lockedBy = ({ rounds }: EditedRounds) => rounds.find(({ state }) => state === "published");

/** Why nothing can change any more; null while it can. Figures that stand must keep the question they answer. */
export function lockOf(questionnaire: EditedRounds): string | null {
  const round = lockedBy(questionnaire);
  return round
    ? `Ronde ${round.year} is gepubliceerd met deze vragenlijst. Er kan niets meer veranderen. Maak een kopie voor een nieuwe ronde.`
    : null;
}

/** Who looks into the kitchen: the learning group monitoring and the staff. */
export function mayReadQuestionnaires(viewer: Viewer | null): Decision {
  if (!viewer) return refused("anonymous");
  return viewer.associationRoles.length > 0 ? allowed : refused("forbidden", NOT_STAFF);
}

/** One questionnaire, also to try it out; test answers are the viewer's own. */
export function mayReadQuestionnaire(
  viewer: Viewer | null,
  questionnaire: EditedRounds | undefined,
): Decision {
  const reading = mayReadQuestionnaires(viewer);
  return reading.may && !questionnaire ? refused("missing") : reading;
}

/** Making a new questionnaire, and lists of choices for all of them. */
export function mayMakeQuestionnaires(viewer: Viewer | null): Decision {
  const reading = mayReadQuestionnaires(viewer);
  if (!reading.may || viewer?.associationRoles.includes("monitoring")) return reading;
  return refused("forbidden", READS_ONLY);
}

/** Changing one: monitoring, as long as no round with it is published. */
export function mayEditQuestionnaire(
  viewer: Viewer | null,
  questionnaire: EditedRounds | undefined,
): Decision {
  const reading = mayReadQuestionnaire(viewer, questionnaire);
  if (!reading.may || !questionnaire) return reading;
  const making = mayMakeQuestionnaires(viewer);
  if (!making.may) return making;
  const lock = lockOf(questionnaire);
  return lock ? refused("stale", lock) : allowed;
}

/** The passport of a questionnaire that members answer or answered is theirs to read; of a concept it is not. */
export function mayReadPassport(viewer: Viewer | null, questionnaire: EditedRounds | undefined): Decision {
  if (!viewer) return refused("anonymous");
  const asked = questionnaire?.rounds.some(({ state }) => state !== "concept") ?? false;
  return questionnaire && (asked || mayReadQuestionnaires(viewer).may) ? allowed : refused("missing");
}
