import type { Condition } from "../../db/schema/values.ts";
import type { ItemKind } from "../../db/vocabulary.ts";

/** A question or section in the order of the questionnaire, with what it waits for. */
export interface OrderedItem {
  id: string;
  sectionId: string;
  concept: string;
  kind: ItemKind;
  shownIf: Condition[] | null;
  withdrawnAt: number | null;
}
export interface OrderedSection {
  id: string;
  shownIf: Condition[] | null;
}

/** Why a condition cannot hold: the question is the asker itself or comes later, is withdrawn, is not there, or its kind has no choices. */
export type ConditionFault = "later" | "withdrawn" | "gone" | "kind";

const KINDS_TO_ASK: readonly ItemKind[] = ["one", "many", "scale"];

/** The questions that a question or section may wait for: those before it that have choices and are still asked. */
export function earlierChoices<I extends OrderedItem>(items: readonly I[], subjectId: string): I[] {
  const at = items.findIndex(({ id, sectionId }) => id === subjectId || sectionId === subjectId);
  // A section without questions stands at the end of what was read before it.
  return items
    .slice(0, at < 0 ? items.length : at)
    .filter(({ kind, withdrawnAt }) => KINDS_TO_ASK.includes(kind) && withdrawnAt === null);
}

/**
 * What is wrong with a condition of an item or section. Looking back only makes a circle impossible: whatever
 * a question waits for stands before it.
 *
 * @param items in the order of the questionnaire
 */
export function conditionFault(
  items: readonly OrderedItem[],
  subjectId: string,
  { concept }: Condition,
): ConditionFault | null {
  const asked = items.find((item) => item.concept === concept);
  if (!asked) return "gone";
  if (asked.withdrawnAt !== null) return "withdrawn";
  if (!KINDS_TO_ASK.includes(asked.kind)) return "kind";
  return earlierChoices(items, subjectId).includes(asked) ? null : "later";
}

/** Every condition that cannot hold, with whose it is. */
export function conditionFaults(
  sections: readonly OrderedSection[],
  items: readonly OrderedItem[],
): { subjectId: string; concept: string; fault: ConditionFault }[] {
  const asking = [...sections, ...items.filter(({ withdrawnAt }) => withdrawnAt === null)];
  return asking.flatMap(({ id, shownIf }) =>
    (shownIf ?? []).flatMap((condition) => {
      const fault = conditionFault(items, id, condition);
      return fault ? [{ subjectId: id, concept: condition.concept, fault }] : [];
    }),
  );
}
