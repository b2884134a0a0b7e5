import type { AnswerValue } from "../../db/schema/values.ts";
import type { AnswerState, ConsentTier, ItemKind } from "../../db/vocabulary.ts";
import { OTHER_VALUE } from "../../web/insights/filter-labels.ts";
import type { Support } from "./gate/support.ts";
import { classAt, classesOf, type Measured } from "./number-classes.ts";

/** What an item can be answered with. */
export interface ItemShape extends Measured {
  kind: ItemKind;
  allowsOther: boolean;
  /** of a choice: the codes of its list; of a scale: its steps, low to high */
  codes: readonly string[];
  /** of an open question: the slugs of its codebook */
  themes: readonly string[];
}

/** One organisation's answer; without a row in the database the state is `missing`. */
export interface GivenAnswer {
  state: AnswerState | "missing";
  value: AnswerValue | null;
  /** themes of its open answer, each once */
  themes: readonly string[];
  /** how often that answer names each of them */
  mentions?: Readonly<Record<string, number>>;
  /** to whom the organisation opened it, and the signed version that it stands in */
  consent?: ConsentTier | null;
  response?: string;
}

/** Answers without a value are answers that people could have: left out, what is left would tell of them. */
export const NO_VALUE = ["weet-niet", "nvt", "leeg"] as const;
const STEPS = ["1", "2", "3", "4", "5"] as const;
export const SCALE_OPTIONS = [...STEPS, ...NO_VALUE] as const;

/** Of a confidential date: that one was given. */
export const DATE_GIVEN = "ingevuld";

/** The year of a day "2026-12-01": facts that are dates are counted by it. */
export const yearOf = (day: string): string => day.slice(0, 4);

/** The two highest steps of a scale together. */
export const HIGH_STEPS = { option: "4-5", of: ["4", "5"] } as const;

/**
 * What the gate must know of an item: every answer that an organisation can have, for all that a reader knows.
 *
 * - A scale: "grotendeels of volledig" (4 and 5) or not. Its steps are released for the total only, beside this
 *   (`release-spread.ts`): with all eight answers in every filter the audit took 30 to 180 seconds an item.
 * - An open question: each theme is named or not. Whether the answer was left empty is not released: it would
 *   tie the themes to each other.
 * - One choice and a number (in classes): all options, in the total and in filters.
 * - A date: whether one was given. Years would be options without an end, each of few organisations.
 * - Several choices: each option is chosen or not. For the same reason without "niet ingevuld".
 */
export function supportOf(shape: ItemShape): Support {
  switch (shape.kind) {
    case "scale":
      return { kind: "yes_no", ...HIGH_STEPS };
    case "open":
      return { kind: "many", options: shape.themes, exclusive: [], atLeastOne: false, atMost: null };
    case "many":
      return {
        kind: "many",
        options: valuesOf(shape),
        exclusive: shape.codes.filter((code) => code.startsWith("none")),
        atLeastOne: false,
        atMost: null,
      };
    case "one":
      return { kind: "one", options: [...valuesOf(shape), ...NO_VALUE] };
    case "date":
      return { kind: "one", options: [DATE_GIVEN, ...NO_VALUE] };
    case "number":
      return { kind: "one", options: [...classesOf(shape).map((_, at) => String(at)), ...NO_VALUE] };
  }
}

/** The options that an answer takes, in the words of `supportOf`. */
export function optionsOf(shape: ItemShape, { state, value, themes }: GivenAnswer): string[] {
  if (shape.kind === "open") return themes.filter((theme) => shape.themes.includes(theme));
  const chosen = state === "given" && value ? givenOptions(shape, value) : [];
  if (shape.kind === "many") return chosen;
  const [only] = chosen;
  if (only !== undefined) return [only];
  return [state === "unknown" ? "weet-niet" : state === "not_applicable" ? "nvt" : "leeg"];
}

function givenOptions(shape: ItemShape, value: AnswerValue): string[] {
  if (shape.kind === "scale") return STEPS.filter((step) => step === String(value.scale));
  if (shape.kind === "number")
    return value.number === undefined ? [] : [String(classAt(value.number, shape))];
  if (shape.kind === "date") return value.date ? [DATE_GIVEN] : [];
  const codes = (value.choices ?? []).filter((code) => shape.codes.includes(code));
  return shape.allowsOther && value.other?.trim() ? [...codes, OTHER_VALUE] : codes;
}

const valuesOf = ({ codes, allowsOther }: ItemShape): string[] =>
  allowsOther ? [...codes, OTHER_VALUE] : [...codes];
