import type { ItemKind } from "../../db/vocabulary.ts";
import type { StoredAnswer } from "../members/answer-shape.ts";
import { formatDay, formatNumber } from "../ui/dutch.ts";

/** What is needed to put an answer into words. */
export interface WordedItem {
  kind: ItemKind;
  unit?: string | null | undefined;
  choices: readonly { value: string; label: string }[];
}

/**
 * An answer in words, one line a choice. Empty list: not answered. "Weet ik niet" and "Niet van toepassing"
 * are answers and get a line of their own.
 */
export function answerLines(item: WordedItem, answer: StoredAnswer | null | undefined): string[] {
  if (!answer || answer.state === "cleared") return [];
  if (answer.state === "unknown") return ["Weet ik niet"];
  if (answer.state === "not_applicable") return ["Niet van toepassing"];
  const { choices = [], other, number, scale, text, date } = answer.value ?? {};
  const label = (value: string) => item.choices.find((choice) => choice.value === value)?.label ?? value;
  return [
    ...choices.map(label),
    ...(other ? [`Anders, namelijk: ${other}`] : []),
    ...(number === undefined ? [] : [`${formatNumber(number)}${item.unit ? ` ${item.unit}` : ""}`]),
    ...(scale === undefined ? [] : [label(String(scale))]),
    ...(text === undefined ? [] : [text]),
    ...(date === undefined ? [] : [formatDay(date)]),
  ];
}
