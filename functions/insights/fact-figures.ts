import { exactly } from "../../web/insights/cell.ts";
import { type FigureFilter, filterWords } from "../../web/insights/figure-filter.ts";
import type { ShownRow, ShownState, ShownView } from "../../web/insights/shown-figure.ts";
import type { TallyRow } from "./fact-queries.ts";
import { classesOf } from "./number-classes.ts";
import type { ChoiceRow, ItemRow } from "./queries.ts";

const STATE_LABELS: Record<ShownState["key"], string> = {
  unknown: "Weet ik niet",
  not_applicable: "Niet van toepassing",
  missing: "Niet ingevuld",
};
const STATES = ["unknown", "not_applicable", "missing"] as const;

/** What an item can be answered with, as far as its lists say: codes and labels, in their order. */
export function optionLabels(item: ItemRow, choices: readonly ChoiceRow[]): { key: string; label: string }[] {
  if (item.kind === "number") return classesOf(item).map(({ label }, at) => ({ key: String(at), label }));
  return choices
    .filter((choice) => choice.list === item.choiceList)
    .map(({ code, label }) => ({ key: code, label }));
}

/** The counts of one fact in one group. */
export function factView(
  item: ItemRow,
  filters: readonly FigureFilter[],
  rows: { tallies: readonly TallyRow[]; choices: readonly ChoiceRow[] },
): ShownView {
  const own = rows.tallies.filter((tally) => tally.concept === item.concept);
  const tally = (part: TallyRow["part"], key: string) =>
    own.find((each) => each.part === part && String(each.key) === key)?.organisations ?? 0;
  const labels = optionLabels(item, rows.choices);
  const unlisted = own
    .filter(
      ({ part, key }) =>
        part === "value" && key !== "other" && !labels.some((each) => each.key === String(key)),
    )
    .map(({ key }) => ({ key: String(key), label: String(key) }));
  const other = item.allowsOther ? [{ key: "other", label: "Anders, namelijk" }] : [];
  const given = tally("state", "given");
  const states = STATES.map((key) => ({
    key,
    label: STATE_LABELS[key],
    organisations: exactly(tally("state", key)),
  }));
  return {
    filters,
    label: filterWords(filters),
    n: given + STATES.reduce((sum, key) => sum + tally("state", key), 0),
    whole: given,
    merged: null,
    rows: inOrder(
      item,
      [...labels, ...unlisted, ...other].map((each) => ({
        ...each,
        organisations: exactly(tally("value", each.key)),
      })),
    ),
    states,
  };
}

/**
 * Most named first, by what is visible; a rank by the counts themselves would tell about those out of sight.
 * Steps of a scale and classes of numbers keep their order.
 */
export function inOrder({ kind }: ItemRow, rows: readonly ShownRow[]): ShownRow[] {
  if (kind === "number" || kind === "scale") return [...rows];
  if (kind === "date") return rows.toSorted((one, other) => one.key.localeCompare(other.key));
  const weight = ({ organisations: cell, mentions }: ShownRow) => {
    if (mentions !== undefined) return mentions;
    if (cell.kind === "exact") return cell.count;
    return cell.kind === "withheld" ? -1 : (cell.low + cell.high) / 2;
  };
  return rows.toSorted(
    (one, another) => Number(isOther(one)) - Number(isOther(another)) || weight(another) - weight(one),
  );
}

const isOther = ({ key }: ShownRow): boolean => key === "other" || key === "anders";
