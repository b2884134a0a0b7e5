import type { Condition } from "../../db/schema/values.ts";
import { OTHER } from "../../web/members/answer-shape.ts";
import { conditionInWords } from "../../web/questionnaires/condition-words.ts";
import type { PrintedQuestion } from "../../web/questionnaires/print-page.tsx";
import { type ChoiceRow, type ItemRow, shapeOf } from "./section-view.ts";

/** When a question or section is asked, for paper: "Alleen als je bij '3A1 Doelgroep' kiest voor 'Jeugd'." */
export function conditionOnPaper(
  conditions: readonly Condition[] | null,
  items: readonly ItemRow[],
  choices: readonly ChoiceRow[],
): string[] {
  const asked = (concept: string) => items.find((item) => item.concept === concept);
  const names = {
    question: (concept: string) => `${concept} ${asked(concept)?.shortName ?? ""}`.trim(),
    choice: (concept: string, code: string) =>
      code === OTHER
        ? "Anders"
        : (choices.find((row) => row.list === asked(concept)?.choiceList && row.code === code)?.label ??
          code),
  };
  return (conditions ?? []).map((condition) => conditionInWords(condition, names));
}

/** A question as paper shows it; `isBlank`: without the answer, also where there is one. */
export function printedQuestion(
  item: ItemRow,
  items: readonly ItemRow[],
  choices: readonly ChoiceRow[],
  day: string,
  isBlank: boolean,
): PrintedQuestion {
  const { concept, stem, help, definition, purpose, use } = item;
  return {
    concept,
    stem,
    shape: shapeOf(isBlank ? { ...item, answer: null } : item, choices, day),
    help,
    definition,
    purpose,
    use,
    conditions: conditionOnPaper(item.shownIf, items, choices),
    answer: isBlank || item.answer?.state === "cleared" ? null : item.answer,
  };
}
