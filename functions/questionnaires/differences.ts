import { answerText } from "../../web/questionnaires/answer-text.tsx";
import type { Difference } from "../../web/questionnaires/check-page.tsx";
import { type KeptAnswer, sameAnswer } from "./section-save.ts";
import { type ChoiceRow, type ItemRow, shapeOf } from "./section-view.ts";

const NOTHING: KeptAnswer = { state: "cleared", value: null, explanation: "", consent: null };

/** What the current version says otherwise than the version before it, in the order of the questions. */
export function differencesBetween(
  items: readonly ItemRow[],
  previous: readonly (KeptAnswer & { concept: string })[],
  choices: readonly ChoiceRow[],
  day: string,
): Difference[] {
  return items.flatMap((item) => {
    const before = previous.find(({ concept }) => concept === item.concept) ?? NOTHING;
    const now = item.answer ?? NOTHING;
    if (sameAnswer(before, now)) return [];
    const shape = shapeOf(item, choices, day);
    return [
      {
        concept: item.concept,
        shortName: item.shortName,
        before: answerText(shape, before),
        now: answerText(shape, now),
      },
    ];
  });
}
