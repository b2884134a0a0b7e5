import type { Comparability, ItemKind } from "../../db/vocabulary.ts";

/** A question as far as a comparison over the years looks at it. */
export interface GradedItem {
  stem: string;
  wording: string;
  kind: ItemKind;
  choiceList: string | null;
  unit: string | null;
  /** bounds of the question's own classes, or their JSON */
  classes?: readonly number[] | string | null | undefined;
}

/**
 * How a question compares with an earlier one of the same concept, by the two alone: another kind, list, unit
 * or classes is another scale, other words are a rewording. What a person judged goes before this.
 */
export function gradeByWords(before: GradedItem, after: GradedItem): Comparability {
  const scale = ({ kind, choiceList, unit, classes }: GradedItem) =>
    JSON.stringify([
      kind,
      choiceList,
      unit,
      typeof classes === "string" ? JSON.parse(classes) : (classes ?? null),
    ]);
  const words = ({ stem, wording }: GradedItem) => `${stem} ${wording}`.replace(/\s+/g, " ").trim();
  if (scale(before) !== scale(after)) return "scale_changed";
  return words(before) === words(after) ? "same" : "reworded";
}
