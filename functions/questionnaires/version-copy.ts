import { answerLines } from "../../web/questionnaires/answer-lines.ts";
import type { KeptAnswer } from "./section-save.ts";
import { sameAnswer } from "./section-save.ts";
import { type ChoiceRow, type ItemRow, shapeOf } from "./section-view.ts";

const NOTHING: KeptAnswer = { state: "cleared", value: null, explanation: "", consent: null };

function wordsOf(item: ItemRow, answer: KeptAnswer, choices: readonly ChoiceRow[], day: string): string {
  const lines = answerLines(shapeOf({ ...item, answer: null }, choices, day), answer);
  const said = lines.length > 0 ? lines.join(", ") : "Niet ingevuld";
  return answer.explanation ? `${said}\nToelichting: ${answer.explanation}` : said;
}

/** The answers as plain text, one paragraph a question, for the copy that goes by mail. */
export const copyOf = (items: readonly ItemRow[], choices: readonly ChoiceRow[], day: string): string[] =>
  items.map(
    (item) =>
      `${`${item.stem} ${item.wording}`.trim()}\n${wordsOf(item, item.answer ?? NOTHING, choices, day)}`,
  );

/** What is otherwise than in the version before, one line a question; null for a first version. */
export function changesOf(
  items: readonly ItemRow[],
  previous: readonly (KeptAnswer & { concept: string })[],
  choices: readonly ChoiceRow[],
  day: string,
): string[] {
  return items.flatMap((item) => {
    const before = previous.find(({ concept }) => concept === item.concept) ?? NOTHING;
    const now = item.answer ?? NOTHING;
    if (sameAnswer(before, now)) return [];
    return [
      `${item.shortName}\nWas: ${wordsOf(item, before, choices, day)}\nNu: ${wordsOf(item, now, choices, day)}`,
    ];
  });
}
