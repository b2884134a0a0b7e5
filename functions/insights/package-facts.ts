import type { Sheet, SheetCell } from "../http/spreadsheet.ts";
import { factView } from "./fact-figures.ts";
import type { TallyRow } from "./fact-queries.ts";
import { classesOf } from "./number-classes.ts";
import type { ItemRow } from "./queries.ts";
import { itemColumns, type ResearchLists } from "./research-variables.ts";
import { roundedOff } from "./rounded-off.ts";

/**
 * The published counts of facts, each with where it can be counted again: the column of the data file, and which
 * value, class or gap counts.
 */
export function factCounts(
  items: readonly ItemRow[],
  lists: ResearchLists,
  tallies: readonly TallyRow[],
  medians: readonly { concept: string; median: number }[],
): Sheet {
  const facts = items.filter(({ audience }) => audience === "members");
  return {
    fileName: "feiten-cijfers",
    columns: [
      { label: "vraag", kind: "text" },
      { label: "naam", kind: "text" },
      { label: "optie", kind: "text" },
      { label: "optienaam", kind: "text" },
      { label: "aantal", kind: "number" },
      { label: "n", kind: "number" },
      { label: "kolom", kind: "text" },
      { label: "soort", kind: "text" },
      { label: "van", kind: "number" },
      { label: "tot", kind: "number" },
    ],
    rows: facts.flatMap((item) => {
      const median = medians.find(({ concept }) => concept === item.concept)?.median;
      return [
        ...countRows(item, lists, tallies),
        ...(median === undefined ? [] : [medianRow(item, lists, median)]),
      ];
    }),
  };
}

const STATES = { unknown: -8, not_applicable: -9 } as const;

function countRows(item: ItemRow, lists: ResearchLists, tallies: readonly TallyRow[]): SheetCell[][] {
  const view = factView(item, [], { tallies, choices: lists.choices });
  const { variables } = itemColumns(item, lists);
  const first = variables[0]?.name ?? "";
  const row = (key: string, label: string, count: SheetCell, where: SheetCell[]) => [
    item.concept,
    item.shortName,
    key,
    label,
    count,
    view.n,
    ...where,
  ];
  const answers = view.rows.flatMap(({ key, label, organisations: cell }) => {
    const where = whereOf(item, lists, key);
    return cell.kind === "exact" && where ? [row(key, label, cell.count, where)] : [];
  });
  const states = view.states.flatMap(({ key, label, organisations: cell }) => {
    if (cell.kind !== "exact") return [];
    const where = key === "missing" ? [first, "leeg", null, null] : [first, "gelijk", STATES[key], null];
    return [row(key, label, cell.count, where)];
  });
  return [...answers, ...states];
}

/** Column, kind of comparison, from and up to, for one answer; null for an answer that has no column. */
function whereOf(item: ItemRow, lists: ResearchLists, key: string): SheetCell[] | null {
  const { variables } = itemColumns(item, lists);
  const first = variables[0]?.name ?? "";
  if (item.kind === "number") {
    const classes = classesOf(item);
    return [first, "klasse", classes[Number(key)]?.from ?? 0, classes[Number(key) + 1]?.from ?? null];
  }
  if (item.kind === "scale" || item.kind === "date") return [first, "gelijk", Number(key), null];
  const codes = lists.choices.filter(({ list }) => list === item.choiceList).map(({ code }) => code);
  const at = key === "other" ? codes.length : codes.indexOf(key);
  if (at < 0) return null;
  return item.kind === "one"
    ? [first, "gelijk", at + 1, null]
    : [variables[at]?.name ?? "", "gelijk", 1, null];
}

function medianRow(item: ItemRow, lists: ResearchLists, median: number): SheetCell[] {
  const column = itemColumns(item, lists).variables[0]?.name ?? "";
  return [
    item.concept,
    item.shortName,
    "mediaan",
    "Mediaan",
    roundedOff(median),
    null,
    column,
    "mediaan",
    null,
    null,
  ];
}
