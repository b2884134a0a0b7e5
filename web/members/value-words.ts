import type { AnswerState } from "../../db/vocabulary.ts";
import { formatDay, formatNumber } from "../ui/dutch.ts";

/** A stored value, of an answer or of a profile. */
export interface ValueToSay {
  state: AnswerState;
  value: {
    choices?: string[];
    other?: string;
    number?: number;
    scale?: number;
    text?: string;
    date?: string;
    codes?: string[];
  } | null;
}

/** What is said when no value was given; SQL that says values in words uses the same. */
export const STATE_WORDS = { unknown: "Weet ik niet", not_applicable: "Niet van toepassing" } as const;
/** What stands before the text of an own answer. */
export const OTHER_WORD = "Anders: ";

/**
 * A stored value in Dutch, one entry a choice; empty when there is nothing to say. `labelOf` names a code of
 * a list or municipality; `unit` follows a number.
 */
export function valueWords(
  { state, value }: ValueToSay,
  labelOf: (code: string) => string,
  unit?: string | null,
): string[] {
  if (state === "unknown" || state === "not_applicable") return [STATE_WORDS[state]];
  if (state === "cleared" || !value) return [];
  return [
    ...(value.choices ?? []).map(labelOf),
    ...(value.codes ?? []).map(labelOf).sort((a, b) => a.localeCompare(b, "nl")),
    ...(value.scale === undefined ? [] : [labelOf(String(value.scale))]),
    ...(value.number === undefined ? [] : [`${formatNumber(value.number)}${unit ? ` ${unit}` : ""}`]),
    ...(value.text === undefined ? [] : [value.text]),
    ...(value.date === undefined ? [] : [formatDay(value.date)]),
    ...(value.other ? [`${OTHER_WORD}${value.other}`] : []),
  ];
}
