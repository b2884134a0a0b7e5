import type { ComponentChildren } from "preact";
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

/** An answer with its explanation, to read; null when there is neither. */
export function answerText(item: WordedItem, answer: StoredAnswer | null | undefined): ComponentChildren {
  const lines = answerLines(item, answer);
  const explanation = answer?.explanation ?? "";
  if (lines.length === 0 && explanation === "") return null;
  return (
    <>
      {lines.length === 0 ? <span class="wt-empty-answer">Niet ingevuld</span> : null}
      {lines.length > 1 ? (
        <ul class="wt-plain-list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        lines.map((line) => (
          <span class="wt-answer-text" key={line}>
            {line}
          </span>
        ))
      )}
      {explanation ? (
        <p class="wt-explanation">
          Toelichting: <span class="wt-answer-text">{explanation}</span>
        </p>
      ) : null}
    </>
  );
}
