import type { Comparability, ItemKind } from "../../db/vocabulary.ts";

/** A question as it was asked in one published round. */
export interface AskedItem {
  year: number;
  id: string;
  stem: string;
  wording: string;
  kind: ItemKind;
  choiceList: string | null;
  unit: string | null;
  /** as judged by who made the questionnaire; null: not judged */
  comparability: Comparability | null;
}

/** How the line runs from one round to the next: through, through with a mark, or not at all. */
export type Join = "through" | "marked" | "broken";

/**
 * How an item compares with the one before. What was judged by a person counts; without that the questions
 * themselves are compared: another kind, list or unit is another scale, other words are a rewording.
 */
export function gradeOf(before: AskedItem, after: AskedItem): Comparability {
  if (before.id === after.id) return "same";
  if (after.comparability) return after.comparability;
  const scale = ({ kind, choiceList, unit }: AskedItem) => JSON.stringify([kind, choiceList, unit]);
  const words = ({ stem, wording }: AskedItem) => `${stem} ${wording}`.replace(/\s+/g, " ").trim();
  if (scale(before) !== scale(after)) return "scale_changed";
  return words(before) === words(after) ? "same" : "reworded";
}

export const joinOf = (grade: Comparability): Join =>
  grade === "same" ? "through" : grade === "reworded" ? "marked" : "broken";
