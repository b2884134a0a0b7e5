import type { Comparability } from "../../db/vocabulary.ts";
import { type GradedItem, gradeByWords } from "../questionnaires/item-editing-grade.ts";

/** A question as it was asked in one published round. */
export interface AskedItem extends GradedItem {
  year: number;
  id: string;
  /** as judged by who made the questionnaire; null: not judged */
  comparability: Comparability | null;
}

/** How the line runs from one round to the next: through, through with a mark, or not at all. */
export type Join = "through" | "marked" | "broken";

/**
 * How an item compares with the one before. What was judged by a person counts; without that the questions
 * themselves are compared.
 */
export function gradeOf(before: AskedItem, after: AskedItem): Comparability {
  if (before.id === after.id) return "same";
  if (after.comparability) return after.comparability;
  return gradeByWords(before, after);
}

export const joinOf = (grade: Comparability): Join =>
  grade === "same" ? "through" : grade === "reworded" ? "marked" : "broken";
