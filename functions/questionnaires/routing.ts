import type { AnswerValue, Condition } from "../../db/schema/values.ts";
import type { AnswerState } from "../../db/vocabulary.ts";
import { OTHER } from "../../web/members/answer-shape.ts";

/** What decides whether something is asked: all conditions must hold, and withdrawn is never asked. */
export interface Routed {
  shownIf: Condition[] | null;
  withdrawnAt: number | null;
}

/** A question with what decides whether it is asked; its section's conditions hold for it, too. */
export interface RoutedItem extends Routed {
  concept: string;
  section: Routed;
}

/** An answer as far as a condition looks at it. */
export interface RoutingAnswer {
  state: AnswerState;
  value: AnswerValue | null;
}

/** The choices that an answer holds, as a condition names them: codes, the number of a scale, "anders". */
function chosenIn({ state, value }: RoutingAnswer): string[] {
  if (state !== "given" || !value) return [];
  return [
    ...(value.choices ?? []),
    ...(value.scale === undefined ? [] : [String(value.scale)]),
    ...(value.other ? [OTHER] : []),
  ];
}

/** Whether a condition holds for this answer; an answer that is missing or holds no choice fulfils nothing. */
function holds({ choices, isNot }: Condition, answer: RoutingAnswer | null | undefined): boolean {
  const chosen = answer ? chosenIn(answer) : [];
  if (chosen.length === 0) return false;
  return chosen.some((code) => choices.includes(code)) !== (isNot ?? false);
}

/**
 * The concepts that are asked, given the present answers by concept. Conditions look back only: one about a
 * later, unknown or own question never holds, so there can be no circle. The answer to a question that is not
 * asked itself counts as none.
 *
 * @param items in the order of the questionnaire
 */
export function askedConcepts(
  items: readonly RoutedItem[],
  answers: ReadonlyMap<string, RoutingAnswer | null>,
): Set<string> {
  const asked = new Set<string>();
  const fulfilled = ({ shownIf, withdrawnAt }: Routed): boolean =>
    withdrawnAt === null &&
    (shownIf ?? []).every(
      (condition) => asked.has(condition.concept) && holds(condition, answers.get(condition.concept)),
    );
  for (const item of items) if (fulfilled(item.section) && fulfilled(item)) asked.add(item.concept);
  return asked;
}

/** The present answers by concept, of rows that carry both. */
export const answersByConcept = (
  items: readonly { concept: string; answer: RoutingAnswer | null }[],
): Map<string, RoutingAnswer | null> => new Map(items.map(({ concept, answer }) => [concept, answer]));
