import type { ApiFigure, ApiSize, FiguresAnswer } from "../../web/insights/api-contract.ts";
import { countIn, WITHHELD_SENTENCE, wordsIn } from "../../web/insights/cell.ts";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { type ApiCellRow, type ApiSizeRow, shownIn } from "./api-queries.ts";
import { filtersOf, labelled } from "./asked-figure.ts";
import type { ItemRow, RoundRow } from "./queries.ts";
import type { EditionRow } from "./release-queries.ts";
import { cellOf, type OptionLists, optionLabel } from "./released-figures.ts";

/**
 * One part of the released figures of a round as the API gives it: made of the same cells as the pages.
 *
 * @param cells at most one more than `most`; that one tells that there is a next part of the same item
 */
export function apiAnswer(
  round: RoundRow,
  cells: readonly ApiCellRow[],
  most: number,
  lists: OptionLists & {
    items: readonly ItemRow[];
    editions: readonly EditionRow[];
    sizes: readonly ApiSizeRow[];
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
    cijfers: part.map((row) => apiFigure(row, lists)),
    omvang: lists.sizes.filter(({ concept }) => asked.has(concept)).map((row) => apiSize(row, lists)),
    volgende: last ? nextPart(round.year, last, cells.length > most, most, lists) : null,
  };
}

const filtersIn = (key: string, { choices }: Pick<OptionLists, "choices">) =>
  filtersOf(key)
    .map((filter) => labelled(filter, choices))
    .map(({ attribute, value, label }) => ({ filter: attribute, waarde: value, naam: label }));

function apiSize(row: ApiSizeRow, lists: OptionLists): ApiSize {
  const { concept: vraag, organisations: organisaties, median: mediaan, sum: som, mean: gemiddelde } = row;
  const group = { vraag, filters: filtersIn(row.filterKey, lists), organisaties };
  return { ...group, mediaan, mediaanVan: null, mediaanTot: null, zekerheid: null, som, gemiddelde };
}

/** Cells as the API gives them. */
export const apiFigures = (
  cells: readonly ApiCellRow[],
  lists: OptionLists & { items: readonly ItemRow[] },
): ApiFigure[] => cells.map((row) => apiFigure(row, lists));

function apiFigure(row: ApiCellRow, lists: OptionLists & { items: readonly ItemRow[] }): ApiFigure {
  const item = lists.items.find(({ concept }) => concept === row.concept);
  const cell = cellOf(shownIn(row), row.nearest);
  const isShown = cell.kind !== "withheld";
  const count = countIn(cell);
  return {
    vraag: row.concept,
    naam: item?.shortName ?? row.concept,
    versie: row.edition,
    vrijgegevenOp: dayInAmsterdam(row.releasedAt),
    filters: filtersIn(row.filterKey, lists),
    optie: row.option,
    optienaam: item ? optionLabel(item, row.option, lists) : row.option,
    aantal: count,
    vermeldingen: shownIn(row)?.mentions ?? null,
    weergave: isShown ? (wordsIn(cell) ?? String(count)) : null,
    van: isShown ? ("low" in cell ? cell.low : count) : null,
    tot: isShown ? ("high" in cell ? cell.high : count) : null,
    n: isShown ? row.size : null,
    status: isShown ? "getoond" : "verborgen",
    reden: isShown ? null : WITHHELD_SENTENCE,
    dichtstbij: isShown || row.nearest === null ? null : filtersIn(row.nearest, lists),
  };
}

/** The rest of this item, else the next item of the questionnaire that has a release; null at the end. */
function nextPart(
  year: number,
  last: ApiCellRow,
  hasMore: boolean,
  most: number,
  { items, editions }: { items: readonly ItemRow[]; editions: readonly EditionRow[] },
): string | null {
  const address = (concept: string, after: number) =>
    `${paths.apiFigures(year)}?${new URLSearchParams({ vraag: concept, na: String(after), aantal: String(most) })}`;
  if (hasMore) return address(last.concept, last.position);
  const at = items.findIndex(({ concept }) => concept === last.concept);
  const next = items.slice(at + 1).find((item) => editions.some(({ concept }) => concept === item.concept));
  return next ? address(next.concept, -1) : null;
}
