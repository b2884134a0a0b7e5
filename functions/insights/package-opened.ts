import type { AnswerValue } from "../../db/schema/values.ts";
import { valueWords } from "../../web/members/value-words.ts";
import type { Sheet } from "../http/spreadsheet.ts";
import type { OpenedRow } from "./package-queries.ts";
import type { ItemRow } from "./queries.ts";
import { pseudonymOf } from "./research-pseudonym.ts";
import type { ResearchLists } from "./research-variables.ts";

/**
 * Answers that organisations opened to one tier, in words. Who opened to everybody is named; who opened to members
 * or to the learning group stands under a code of this file alone.
 */
export function openedSheet(
  tier: OpenedRow["consent"],
  rows: readonly OpenedRow[],
  lists: ResearchLists & { items: readonly ItemRow[] },
  secret: string,
): Sheet | null {
  const own = rows.filter(({ consent }) => consent === tier);
  if (own.length === 0) return null;
  return {
    fileName: "opengesteld",
    columns: [
      { label: tier === "public" ? "organisatie" : "code", kind: "text" },
      { label: "vraag", kind: "text" },
      { label: "naam", kind: "text" },
      { label: "antwoord", kind: "text" },
      { label: "toelichting", kind: "text" },
    ],
    rows: own.map((row) => {
      const item = lists.items.find(({ concept }) => concept === row.concept);
      return [
        tier === "public" ? row.name : pseudonymOf(secret, `opengesteld ${tier}`, row.memberId),
        row.concept,
        item?.shortName ?? "",
        item ? words(row, item, lists) : "",
        row.explanation,
      ];
    }),
  };
}

function words(row: OpenedRow, item: ItemRow, { choices }: ResearchLists): string {
  const value = row.value === null ? null : (JSON.parse(row.value) as AnswerValue);
  const labelOf = (code: string) =>
    choices.find((choice) => choice.list === item.choiceList && choice.code === code)?.label ?? code;
  if (value?.text) return value.text;
  if (value?.scale) {
    const steps = choices.filter(({ list }) => list === item.choiceList);
    return steps[value.scale - 1]?.label ?? String(value.scale);
  }
  return valueWords({ state: row.state as "given", value }, labelOf, item.unit).join("; ");
}
