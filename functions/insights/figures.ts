import type { NumberMiddle } from "../../db/schema/insights.ts";
import type { FigureFilter } from "../../web/insights/figure-filter.ts";
import type { ShownFigure, ShownRow, ShownView, Withheld } from "../../web/insights/shown-figure.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { EVERYBODY, labelled } from "./asked-figure.ts";
import { factView } from "./fact-figures.ts";
import type { TallyRow } from "./fact-queries.ts";
import { classAt } from "./number-classes.ts";
import type { ChoiceRow, ItemRow, ThemeRow } from "./queries.ts";
import type { EditionRow, MagnitudeRow, ReleasedCellRow } from "./release-queries.ts";
import { releasedView } from "./released-figures.ts";

/** What the database holds for the figures of one item or of all; confidential ones as they were released. */
export interface FigureRows {
  items: readonly ItemRow[];
  choices: readonly ChoiceRow[];
  themes: readonly ThemeRow[];
  /** of facts: of the asked group, and of all members */
  tallies: readonly TallyRow[];
  allTallies: readonly TallyRow[];
  medians: readonly { concept: string; median: number; middle?: NumberMiddle | undefined }[];
  /** of confidential numbers: what was released of their size, in the asked group; where no page shows it, not read */
  magnitudes?: readonly MagnitudeRow[];
  /** of confidential items: the cells of the asked set and of the total */
  cells: readonly ReleasedCellRow[];
  editions: readonly EditionRow[];
}

export interface FigureWishes {
  filters: readonly Pick<FigureFilter, "attribute" | "value">[];
  /** why an item's outcome is kept from this viewer */
  withheld: (item: ItemRow, isReleased: boolean) => Withheld | null;
  /** of facts; null as long as they may still change */
  factEdition: ShownFigure["edition"];
  /** how many versions of the facts there are */
  factEditions: number;
}

/** The figures of these items, as they may be shown: facts as counted, confidential answers as released. */
export function figuresOf(rows: FigureRows, wishes: FigureWishes): ShownFigure[] {
  const filters = wishes.filters.map((filter) => labelled(filter, rows.choices));
  const ofItem = rowsByItem(rows);
  return rows.items.map((item) => {
    const own = ofItem(item);
    const { editions } = own;
    const withheld = wishes.withheld(item, editions.length > 0);
    if (withheld) return { ...bare(item, emptyView(filters)), withheld };
    return item.audience === "members"
      ? factFigure(item, filters, own, wishes)
      : releasedFigure(item, filters, editions, own);
  });
}

/** Sorts the rows by item once: a page of all items would else walk through all rows for each of them. */
function rowsByItem(rows: FigureRows): (item: ItemRow) => FigureRows {
  const tallies = Map.groupBy(rows.tallies, ({ concept }) => concept);
  const allTallies = Map.groupBy(rows.allTallies, ({ concept }) => concept);
  const cells = Map.groupBy(rows.cells, ({ concept }) => concept);
  const editions = Map.groupBy(rows.editions, ({ concept }) => concept);
  const themes = Map.groupBy(rows.themes, ({ concept }) => concept);
  const choices = Map.groupBy<string | null, ChoiceRow>(rows.choices, ({ list }) => list);
  return ({ concept, choiceList }) => ({
    ...rows,
    tallies: tallies.get(concept) ?? [],
    allTallies: allTallies.get(concept) ?? [],
    cells: cells.get(concept) ?? [],
    editions: editions.get(concept) ?? [],
    themes: themes.get(concept) ?? [],
    choices: choices.get(choiceList) ?? [],
  });
}

function factFigure(
  item: ItemRow,
  filters: readonly FigureFilter[],
  rows: FigureRows,
  { factEdition, factEditions }: FigureWishes,
): ShownFigure {
  const { median = null, middle } = rows.medians.find(({ concept }) => concept === item.concept) ?? {};
  const all = { ...rows, tallies: rows.allTallies };
  const view = factView(item, filters, rows);
  return {
    ...bare(item, view),
    ...(filters.length === 0 ? {} : besideEachOther(view, factView(item, [], all))),
    edition: factEdition,
    editions: factEdition ? numbersUpTo(factEditions) : [],
    median: median === null ? null : { value: median, at: classAt(median, item), middle },
  };
}

function releasedFigure(
  item: ItemRow,
  filters: readonly FigureFilter[],
  editions: readonly EditionRow[],
  rows: FigureRows,
): ShownFigure {
  const view = releasedView(item, filters, rows.cells, rows);
  const asked = rows.cells.find(({ concept }) => concept === item.concept);
  return {
    ...bare(item, view),
    ...(filters.length === 0 ? {} : besideEachOther(view, releasedView(item, [], rows.cells, rows))),
    ...sizeOf(item, rows.magnitudes ?? []),
    edition: asked ? { number: asked.edition, on: dayInAmsterdam(asked.releasedAt) } : null,
    editions: editions.map(({ edition }) => edition),
  };
}

/** Median, sum and mean of a confidential number, as far as they were released. */
function sizeOf(item: ItemRow, rows: readonly MagnitudeRow[]): Pick<ShownFigure, "median" | "size"> {
  const row = rows.find((each) => each.concept === item.concept);
  if (!row) return { median: null, size: null };
  const { organisations, median, sum, mean } = row;
  const size = sum === null || mean === null ? null : { n: organisations, sum, mean };
  return { median: { value: median, at: classAt(median, item) }, size };
}

/** A group and all members, in one order: that of all members, which does not change from group to group. */
function besideEachOther(view: ShownView, compared: ShownView) {
  const place = ({ key }: ShownRow) => compared.rows.findIndex((row) => row.key === key);
  const rows = view.rows.toSorted((one, other) => place(one) - place(other));
  return { view: { ...view, rows }, compared };
}

const numbersUpTo = (most: number): number[] => Array.from({ length: most }, (_, at) => at + 1);

const emptyView = (filters: readonly FigureFilter[]): ShownView => ({
  filters,
  label: EVERYBODY,
  n: null,
  whole: null,
  rows: [],
  merged: null,
  states: [],
});

function bare(item: ItemRow, view: ShownView): ShownFigure {
  const { choiceList: _list, allowsOther: _other, classes: _classes, ...said } = item;
  return {
    ...said,
    view,
    compared: null,
    edition: null,
    editions: [],
    median: null,
    size: null,
    withheld: null,
  };
}
