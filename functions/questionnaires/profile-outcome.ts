import type { AnswerState, ProfileOutcome } from "../../db/vocabulary.ts";
import type { StoredAnswer } from "../../web/members/answer-shape.ts";
import { guardFieldNames, PROFILE_HOLDS, PROFILE_SKIPPED } from "../../web/questionnaires/contract.ts";
import type { Typed } from "../http/form.ts";

/** What the profile says about a question now, and what was done with it before. */
export interface ProfileStand {
  /** the value that the form offered, or else the one that holds now; null: the profile says nothing usable */
  known: { id: string; answer: StoredAnswer } | null;
  outcome: ProfileOutcome | null;
  choice: ProfileChoice;
}

/** What was ticked at a question beside its answer. */
export type ProfileChoice = "holds" | "skipped" | null;

/** Passing over what the profile offers is dealing with the question, as long as no answer to it is stored. */
export const isPassedOver = ({ known, outcome, choice }: ProfileStand): boolean =>
  known !== null && (choice ?? outcome) === "skipped";

export interface OutcomeChange {
  itemId: string;
  outcome: ProfileOutcome;
  valueId: string;
}

/** Reads "Klopt nog" or "Nu overslaan" at a question. */
export function profileChoice(typed: Typed, concept: string): ProfileChoice {
  const chosen = typed[guardFieldNames(concept).profileChoice]?.[0];
  if (chosen === PROFILE_HOLDS) return "holds";
  return chosen === PROFILE_SKIPPED ? "skipped" : null;
}

/**
 * What a save does with the profile's value: an answer that says the same confirms it, another changes it, and
 * an answer that is taken away, or a choice to pass over it, skips it. Null: nothing that was not stored already.
 *
 * @param stored state of the answer that the save stores; null when it stores none
 * @param saysSame whether that answer says what the profile says
 */
export function outcomeOf(
  itemId: string,
  { known, outcome, choice }: ProfileStand,
  stored: AnswerState | null,
  saysSame: boolean,
): OutcomeChange | null {
  if (!known) return null;
  const next = reached(choice, stored, saysSame);
  return next === null || (stored === null && next === outcome)
    ? null
    : { itemId, outcome: next, valueId: known.id };
}

function reached(choice: ProfileChoice, stored: AnswerState | null, saysSame: boolean) {
  if (stored === null) return choice === "skipped" ? "skipped" : null;
  if (stored === "cleared") return "skipped";
  return saysSame ? "confirmed" : "changed";
}
