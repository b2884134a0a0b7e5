import type { ApiFigure, ApiSize, FiguresAnswer } from "../../web/insights/api-contract.ts";
import { countIn, WITHHELD_SENTENCE, wordsIn } from "../../web/insights/cell.ts";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { type ApiCellRow, type ApiSizeRow, type AskedCells, shownIn } from "./api-queries.ts";
import { filtersOf, labelled } from "./asked-figure.ts";
import type { ItemRow, RoundRow } from "./queries.ts";
import type { EditionRow } from "./release-queries.ts";
import { cellOf, type OptionLists, optionLabel } from "./released-figures.ts";
import { roundedOff } from "./rounded-off.ts";

/**
 * One part of the released figures of a round as the API gives it: made of the same cells as the pages.
 *
 * @param cells at most one more than `most`; that one tells that there is a next part of the same item
 * @param lists.total of the cells of all parts of all items
 */
export function apiAnswer(
  round: RoundRow,
  cells: readonly ApiCellRow[],
  { edition, most }: Pick<AskedCells, "edition"> & { most: number },
  lists: OptionLists & {
    items: readonly ItemRow[];
    editions: readonly EditionRow[];
    sizes: readonly ApiSizeRow[];
    total: number;
  },
): FiguresAnswer {
  const part = cells.slice(0, most);
  const asked = new Set(part.map(({ concept }) => concept));
  const last = part.at(-1);
  return {
    ronde: round.year,
    titel: round.title,
    peildatum: round.referenceOn,
    geteld: round.counted,
    leden: round.members,
    totaal: lists.total,
    cijfers: apiFigures(part, lists),
    omvang: apiSizes(
      lists.sizes.filter(({ concept }) => asked.has(concept)),
      lists,
    ),
    volgende: last ? nextPart(round.year, last, cells.length > most, { edition, most }, lists) : null,
  };
}

type Filters = ApiFigure["filters"];

const filtersIn = (key: string, { choices }: Pick<OptionLists, "choices">): Filters =>
  filtersOf(key)
    .map((filter) => labelled(filter, choices))
    .map(({ attribute, value, label }) => ({ filter: attribute, waarde: value, naam: label }));

/** What `make` makes of each key once: a group comes back with every option. */
function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** Sizes as the API gives them. */
export const apiSizes = (rows: readonly ApiSizeRow[], lists: OptionLists): ApiSize[] =>
  rows.map((row) => apiSize(row, lists));

function apiSize(row: ApiSizeRow, lists: OptionLists): ApiSize {
  const { concept: vraag, organisations: organisaties } = row;
  const [mediaan, som, gemiddelde] = [roundedOff(row.median), roundedOff(row.sum), roundedOff(row.mean)];
  const group = { vraag, filters: filtersIn(row.filterKey, lists), organisaties };
  return { ...group, mediaan, mediaanVan: null, mediaanTot: null, zekerheid: null, som, gemiddelde };
}

/** Cells as the API gives them. */
export const apiFigures = (
  cells: readonly ApiCellRow[],
  lists: OptionLists & { items: readonly ItemRow[] },
): ApiFigure[] => {
  const itemOf = remembered((key) => lists.items.find(({ concept }) => concept === key) ?? null);
  const filtersFor = remembered((key) => filtersIn(key, lists));
  return cells.map((row) => apiFigure(row, { ...lists, item: itemOf(row.concept), filtersFor }));
};

function apiFigure(
  row: ApiCellRow,
  {
    item,
    filtersFor,
    ...lists
  }: OptionLists & { item: ItemRow | null; filtersFor: (key: string) => Filters },
): ApiFigure {
  const shown = shownIn(row);
  const cell = cellOf(shown, row.nearest);
  const isShown = cell.kind !== "withheld";
  const count = countIn(cell);
  return {
    vraag: row.concept,
    naam: item?.shortName ?? row.concept,
    versie: row.edition,
    vrijgegevenOp: dayInAmsterdam(row.releasedAt),
    filters: filtersFor(row.filterKey),
    optie: row.option,
    optienaam: item ? optionLabel(item, row.option, lists) : row.option,
    aantal: count,
    vermeldingen: shown?.mentions ?? null,
    weergave: isShown ? (wordsIn(cell) ?? String(count)) : null,
    van: isShown ? ("low" in cell ? cell.low : count) : null,
    tot: isShown ? ("high" in cell ? cell.high : count) : null,
    n: isShown ? row.size : null,
    status: isShown ? "getoond" : "verborgen",
    reden: isShown ? null : WITHHELD_SENTENCE,
    dichtstbij: isShown || row.nearest === null ? null : filtersFor(row.nearest),
  };
}

/** The rest of this item, else the next item of the questionnaire that has a release; null at the end. */
function nextPart(
  year: number,
  last: ApiCellRow,
  hasMore: boolean,
  { edition, most }: Pick<AskedCells, "edition"> & { most: number },
  { items, editions }: { items: readonly ItemRow[]; editions: readonly EditionRow[] },
): string | null {
  const address = (concept: string, after: number) => {
    const part = { vraag: concept, na: String(after), aantal: String(most) };
    const query = new URLSearchParams(edition === null ? part : { ...part, versie: String(edition) });
    return `${paths.apiFigures(year)}?${query}`;
  };
  if (hasMore) return address(last.concept, last.position);
  const at = items.findIndex(({ concept }) => concept === last.concept);
  const next = items
    .slice(at + 1)
    .find((item) =>
      editions.some((one) => one.concept === item.concept && (edition === null || one.edition === edition)),
    );
  return next ? address(next.concept, -1) : null;
}
