import type { AnswerState } from "../../db/vocabulary.ts";
import { formatNumber } from "../ui/dutch.ts";

/** A stored value, of an answer or of a profile. */
export interface ValueToSay {
  state: AnswerState;
  value: {
    choices?: string[];
    other?: string;
    number?: number;
    scale?: number;
    text?: string;
    codes?: string[];
  } | null;
}

/**
 * A stored value in Dutch, one entry a choice; empty when there is nothing to say. `labelOf` names a code of
 * a list or municipality; `unit` follows a number.
 */
export function valueWords(
  { state, value }: ValueToSay,
  labelOf: (code: string) => string,
  unit?: string | null,
): string[] {
  if (state === "unknown") return ["Weet ik niet"];
  if (state === "not_applicable") return ["Niet van toepassing"];
  if (state === "cleared" || !value) return [];
  return [
    ...(value.choices ?? []).map(labelOf),
    ...(value.codes ?? []).map(labelOf).sort((a, b) => a.localeCompare(b, "nl")),
    ...(value.scale === undefined ? [] : [labelOf(String(value.scale))]),
    ...(value.number === undefined ? [] : [`${formatNumber(value.number)}${unit ? ` ${unit}` : ""}`]),
    ...(value.text === undefined ? [] : [value.text]),
    ...(value.other ? [`Anders: ${value.other}`] : []),
  ];
}
