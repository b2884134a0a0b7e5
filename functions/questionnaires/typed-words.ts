import { answerFieldNames } from "../../web/members/answer-shape.ts";
import { answerLines } from "../../web/questionnaires/answer-lines.ts";
import type { KeptText } from "../../web/ui/kept-texts.tsx";
import type { Typed } from "../http/form.ts";
import { readMine } from "./section-save.ts";
import { type SectionRows, saveItems, shapeOf } from "./section-view.ts";

/**
 * What a form of a section says, question by question, in words: to show where the form itself cannot stand. What
 * cannot be read stands there as it was typed.
 */
export function typedWords({ rows, today }: { rows: SectionRows; today: string }, typed: Typed): KeptText[] {
  const items = saveItems(rows, typed, [], today);
  return rows.items.flatMap((item, at) => {
    const mine = items[at] && readMine(items[at], typed);
    if (!mine) return [];
    const names = answerFieldNames(item.concept);
    const lines =
      "change" in mine
        ? [...answerLines(shapeOf(item, rows.choices, today), mine.change), mine.change.explanation]
        : [names.value, names.other, names.explanation].flatMap((name) => typed[name] ?? []);
    const text = lines.filter(Boolean).join("\n");
    return text === "" ? [] : [{ label: `${item.stem} ${item.wording}`.trim(), text }];
  });
}
