import type { AnswerState, ItemDisplay, ItemKind } from "../../db/vocabulary.ts";

/** What a question needs to be drawn. `name` is the prefix of all its fields. */
export interface AnswerShape {
  name: string;
  kind: ItemKind;
  /** a scale as stars, or as one row of a table of scales; by default as a list */
  display?: ItemDisplay | undefined;
  /** the question as asked */
  label: string;
  help?: string | undefined;
  /** stands behind a number: "locaties" */
  unit?: string | null | undefined;
  /** for `one`, `many` and `scale`; of a scale the value is the number that is stored, low to high */
  choices: readonly { value: string; label: string }[];
  allowsOther: boolean;
  allowsExplanation: boolean;
}

/** Value of the choice "Anders, namelijk"; no code of a managed list is equal to it. */
export const OTHER = "anders";
/** Values of the `-stand` field; absent or empty: an answer is given, or nothing is. */
export const UNKNOWN = "weet-niet";
export const NOT_APPLICABLE = "nvt";

/** The largest that is stored: characters, and the number itself. */
export const TYPED_LIMITS = { other: 300, explanation: 2000, open: 5000, number: 1_000_000 } as const;

/** Whether "weet ik niet" is one of the choices; beside a line of text it is a tick of its own. */
export const isChosen = (kind: ItemKind): boolean => kind === "one" || kind === "many" || kind === "scale";

/** The names of the fields of one question: the values carry the prefix itself. */
export const answerFieldNames = (prefix: string) => ({
  value: prefix,
  other: `${prefix}-anders`,
  explanation: `${prefix}-toelichting`,
  state: `${prefix}-stand`,
});

/** An answer or profile value as it is stored, for drawing it again. */
export interface StoredAnswer {
  state: AnswerState;
  value: {
    choices?: string[];
    other?: string;
    number?: number;
    scale?: number;
    text?: string;
    date?: string;
  } | null;
  explanation: string;
}
