/**
 * The value of a given answer or profile field, as JSON. Which key is present follows from the item's kind:
 * `one`/`many` → choices (+ other), `number` → number, `scale` → scale (1 = lowest), `open` → text,
 * the profile field `municipalities` → codes.
 */
export interface AnswerValue {
  choices?: string[];
  other?: string;
  number?: number;
  scale?: number;
  text?: string;
  codes?: string[];
}
