/**
 * The value of a given answer or profile field, as JSON. Which key is present follows from the item's kind:
 * `one`/`many` → choices (+ other), `number` → number, `scale` → scale (1 = lowest), `open` → text,
 * `date` → date ("2026-11-22"), the profile field `municipalities` → codes.
 */
export interface AnswerValue {
  choices?: string[];
  other?: string;
  number?: number;
  scale?: number;
  text?: string;
  date?: string;
  codes?: string[];
}

/**
 * When a question or section is asked: the answer to the question of `concept` is one of `choices` (of a scale:
 * its numbers as text), or, with `isNot`, is given and none of them.
 */
export interface Condition {
  concept: string;
  choices: string[];
  isNot?: boolean;
}
