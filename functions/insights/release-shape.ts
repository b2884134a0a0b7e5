import type { ItemToRelease } from "./release-job-queries.ts";
import type { ItemShape } from "./release-support.ts";

/** What an item of a round can be answered with, in the lists of choices as they are now. */
export function shapeOf(item: ItemToRelease, choices: readonly { list: string; code: string }[]): ItemShape {
  return {
    kind: item.kind,
    unit: item.unit,
    classes: item.classes,
    allowsOther: item.allowsOther === 1,
    codes: choices.filter(({ list }) => list === item.choiceList).map(({ code }) => code),
    themes: JSON.parse(item.themes),
  };
}
