import type { ShownCount } from "../../db/schema/insights.ts";
import { type Cell, exactly } from "../../web/insights/cell.ts";
import { type FigureFilter, filterWords } from "../../web/insights/figure-filter.ts";
import { RELEASED_OPTION_LABELS, stepsTogether } from "../../web/insights/filter-labels.ts";
import type { ShownRow, ShownState, ShownView } from "../../web/insights/shown-figure.ts";
import { keyOf } from "./asked-figure.ts";
import { inOrder, optionLabels } from "./fact-figures.ts";
import type { ChoiceRow, ItemRow, ThemeRow } from "./queries.ts";
import type { ReleasedCellRow } from "./release-queries.ts";

const STATE_OF: Partial<Record<string, ShownState["key"]>> = {
  "weet-niet": "unknown",
  nvt: "not_applicable",
  leeg: "missing",
};

/** The two highest steps of a scale together, the only thing that filters show of a scale. */
const MERGED = "4-5";

/** The lists that say what an option of a release means. */
export interface OptionLists {
  choices: readonly ChoiceRow[];
  themes: readonly ThemeRow[];
}

/** What an option of a released item is called; the code itself when no list knows it any more. */
export const optionLabel = (item: ItemRow, option: string, lists: OptionLists): string =>
  optionNames(item, lists)(option);

/** The same for many options of one item: its list is made once. */
function optionNames(item: ItemRow, { choices, themes }: OptionLists): (option: string) => string {
  const own = item.kind === "open" ? themes.filter(({ concept }) => concept === item.concept) : [];
  const listed = item.kind === "open" ? own : optionLabels(item, choices);
  const labels = new Map(listed.map(({ key, label }) => [key, label]));
  const fixed: Partial<Record<string, string>> = RELEASED_OPTION_LABELS;
  const [high, highest] = item.kind === "scale" ? listed.slice(-2) : [];
  if (high && highest) labels.set(MERGED, stepsTogether(high.label, highest.label));
  return (option) => labels.get(option) ?? fixed[option] ?? option;
}

/** What an option without a value says; a theme may be called the same, and then it is that theme. */
const stateOf = ({ kind, concept }: ItemRow, option: string, { themes }: OptionLists) =>
  kind === "open" && themes.some((theme) => theme.concept === concept && theme.key === option)
    ? undefined
    : STATE_OF[option];

/** A stored cell as it may be shown. Nothing else is made of a confidential answer. */
export function cellOf(shown: ShownCount | null, nearest: string | null): Cell {
  if (!shown) return { kind: "withheld", nearest };
  const { low, high } = shown;
  if (shown.kind === "exact") return exactly(shown.count ?? low);
  if (shown.kind === "word") return { kind: "word", word: shown.word ?? "half", low, high };
  return { kind: shown.kind, low, high };
}

/** One group of a released item, from the stored cells of its set. */
export function releasedView(
  item: ItemRow,
  filters: readonly FigureFilter[],
  cells: readonly ReleasedCellRow[],
  lists: OptionLists,
): ShownView {
  const key = keyOf(filters);
  const own = cells.filter((cell) => cell.concept === item.concept && cell.filterKey === key);
  const isExact = own.some(({ shown }) => shown?.kind === "exact");
  const n = own.find(({ size }) => size !== null)?.size ?? null;
  const nameOf = optionNames(item, lists);
  const rows = own.flatMap(({ option, shown, nearest }): ShownRow[] => {
    if (stateOf(item, option, lists)) return [];
    const definition = lists.themes.find(
      (theme) => theme.concept === item.concept && theme.key === option,
    )?.definition;
    return [
      {
        key: option,
        label: nameOf(option),
        organisations: cellOf(shown, nearest),
        ...(shown?.mentions ? { mentions: shown.mentions } : {}),
        ...(definition ? { definition } : {}),
      },
    ];
  });
  const states = own.flatMap(({ option, shown, nearest }): ShownState[] => {
    const state = stateOf(item, option, lists);
    if (!state) return [];
    const label = nameOf(option);
    return [{ key: state, label, organisations: cellOf(shown, nearest) }];
  });
  return {
    filters,
    label: filterWords(filters),
    n,
    whole: isExact ? n : null,
    rows: inOrder(
      item,
      rows.filter((row) => row.key !== MERGED),
    ),
    merged: rows.find((row) => row.key === MERGED) ?? null,
    states,
  };
}
