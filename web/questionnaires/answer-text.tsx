import type { ComponentChildren } from "preact";
import type { StoredAnswer } from "../members/answer-shape.ts";
import { answerLines, type WordedItem } from "./answer-lines.ts";

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
