import type { AnswerValue } from "../../db/schema/values.ts";
import type { AnswerState, ItemKind } from "../../db/vocabulary.ts";
import {
  answerFieldNames,
  NOT_APPLICABLE,
  OTHER,
  TYPED_LIMITS,
  UNKNOWN,
} from "../../web/members/answer-shape.ts";
import { parseDutchNumber } from "../../web/ui/dutch.ts";
import { readTypedDay } from "../../web/ui/typed-day.ts";

/** What reading needs to know of an item or profile field. */
export interface TypedItem {
  kind: ItemKind;
  choices: readonly { value: string }[];
  allowsOther: boolean;
  allowsExplanation: boolean;
  /** only whole numbers are right ("locaties"); by default decimals are too */
  wholeNumber?: boolean;
}

/**
 * What was typed at one item. `state` null: nothing was filled in, and nothing may be stored as an answer.
 * `explanation` may stand beside every state, also beside nothing. `value` is null unless state is "given".
 */
export type ReadValue =
  | {
      ok: true;
      state: Exclude<AnswerState, "cleared"> | null;
      value: AnswerValue | null;
      explanation: string;
    }
  | {
      ok: false;
      /** the field at which the sentence belongs: the key for `FieldErrors` */
      field: string;
      error: string;
    };

type Fields = Readonly<Record<string, readonly string[]>>;

/** Reads what `AnswerField` with the name `prefix` posted, by the item's kind. Nothing is guessed. */
export function readTypedValue(item: TypedItem, typed: Fields, prefix: string): ReadValue {
  const names = answerFieldNames(prefix);
  const fault = (field: string, error: string): ReadValue => ({ ok: false, field, error });
  const all = [...(typed[prefix] ?? []), ...(typed[names.state] ?? [])].map((value) => value.trim());
  const states = [...new Set(all.filter((value) => value === UNKNOWN || value === NOT_APPLICABLE))];
  const values = (typed[prefix] ?? [])
    .map((value) => value.trim())
    .filter((value) => value !== "" && value !== UNKNOWN && value !== NOT_APPLICABLE);
  const other = item.allowsOther ? (typed[names.other]?.[0] ?? "").trim() : "";
  const explanation = item.allowsExplanation ? (typed[names.explanation]?.[0] ?? "").trim() : "";

  if (other.length > TYPED_LIMITS.other)
    return fault(names.other, `Gebruik hooguit ${TYPED_LIMITS.other} tekens bij 'anders'.`);
  if (explanation.length > TYPED_LIMITS.explanation)
    return fault(names.explanation, "Maak de toelichting korter: hooguit 2.000 tekens.");

  if (states.length > 0) {
    // A radio with "anders" behind it leaves its text when somebody moves on to "weet ik niet".
    const isLeftOver = item.kind === "one";
    // Two at once cannot be true, and choosing for somebody would lose what they typed.
    if (states.length > 1 || values.length > 0 || (other !== "" && !isLeftOver))
      return fault(prefix, "Kies: een antwoord, 'Weet ik niet' of 'Niet van toepassing'. Eén van de drie.");
    const state = states[0] === UNKNOWN ? "unknown" : "not_applicable";
    return { ok: true, state, value: null, explanation };
  }
  const read = readValue(item, values, other, prefix, names.other);
  if ("error" in read) return fault(read.field, read.error);
  return { ok: true, state: read.value ? "given" : null, value: read.value, explanation };
}

type Read = { value: AnswerValue | null } | { field: string; error: string };

function readValue(
  item: TypedItem,
  values: readonly string[],
  other: string,
  prefix: string,
  otherField: string,
): Read {
  const first = values[0];
  switch (item.kind) {
    case "one":
    case "many":
      return readChoices(item, values, other, prefix, otherField);
    case "number":
      return first === undefined ? { value: null } : readNumber(item, first, prefix);
    case "scale": {
      if (first === undefined) return { value: null };
      if (!item.choices.some((choice) => choice.value === first) || !/^\d+$/.test(first))
        return { field: prefix, error: "Kies een van de antwoorden uit de lijst." };
      return { value: { scale: Number(first) } };
    }
    case "date": {
      if (first === undefined) return { value: null };
      const date = readTypedDay(first);
      if (date === null) return { field: prefix, error: "Vul een datum in, bijvoorbeeld 1 december 2026." };
      return { value: { date } };
    }
    case "open": {
      if (first === undefined) return { value: null };
      if (first.length > TYPED_LIMITS.open)
        return { field: prefix, error: "Maak je antwoord korter: hooguit 5.000 tekens." };
      return { value: { text: first } };
    }
  }
}

function readChoices(
  item: TypedItem,
  values: readonly string[],
  other: string,
  prefix: string,
  otherField: string,
): Read {
  const hasOther = values.includes(OTHER);
  const chosen = [...new Set(values.filter((value) => value !== OTHER))];
  if (chosen.some((code) => !item.choices.some((choice) => choice.value === code)))
    return { field: prefix, error: "Kies alleen antwoorden uit de lijst." };
  if (hasOther && !item.allowsOther) return { field: prefix, error: "Kies alleen antwoorden uit de lijst." };
  if (hasOther && other === "")
    return { field: otherField, error: "Vul in wat je bedoelt met 'anders', of kies een ander antwoord." };
  if (item.kind === "one" && chosen.length + (hasOther ? 1 : 0) > 1)
    return { field: prefix, error: "Kies één antwoord." };
  // Text behind a radio that was left again is a leftover; behind ticks it is an answer whose tick was forgotten.
  const kept = hasOther || (other !== "" && (item.kind === "many" || chosen.length === 0));
  if (chosen.length === 0 && !kept) return { value: null };
  return { value: { choices: chosen, ...(kept ? { other } : {}) } };
}

function readNumber(item: TypedItem, text: string, prefix: string): Read {
  const number = parseDutchNumber(text);
  const example = item.wholeNumber ? "12" : "84,5";
  if (number === null) return { field: prefix, error: `Vul een getal in, bijvoorbeeld ${example}.` };
  if (number < 0) return { field: prefix, error: `Vul een getal van 0 of meer in, bijvoorbeeld ${example}.` };
  if (item.wholeNumber && !Number.isInteger(number))
    return { field: prefix, error: "Vul een heel getal in, zonder komma. Bijvoorbeeld 12." };
  if (number > TYPED_LIMITS.number)
    return { field: prefix, error: "Controleer het getal. Vul hooguit 1.000.000 in." };
  return { value: { number } };
}
