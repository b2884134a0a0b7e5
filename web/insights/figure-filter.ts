import { FILTER_LABELS, type FilterKey } from "./filter-labels.ts";

/** One filter of a figure, as in its address: `?grootte=klein`. */
export interface FigureFilter {
  attribute: FilterKey;
  value: string;
  /** the value in words */
  label: string;
}

/** What may be chosen, per filter in the order of the form. */
export interface FilterChoice {
  attribute: FilterKey;
  values: readonly { value: string; label: string }[];
}

/** A third filter never: two already ask for words instead of counts. */
export const MOST_FILTERS = 2;

/** "Grootte: klein, Landsdeel: west"; "Alle leden" without filters. */
export const filterWords = (filters: readonly FigureFilter[]): string =>
  filters.length === 0
    ? "Alle leden"
    : filters.map(({ attribute, label }) => `${FILTER_LABELS[attribute]}: ${label}`).join(", ");

/**
 * Filters and edition as the end of an address, "" without any. In one order, so that one figure has one
 * address: edition first, then filters by name.
 */
export function figureQuery(
  filters: readonly Pick<FigureFilter, "attribute" | "value">[],
  edition: number | null = null,
): string {
  const query = new URLSearchParams(edition === null ? [] : [["versie", String(edition)]]);
  for (const { attribute, value } of filters.toSorted((a, b) => (a.attribute < b.attribute ? -1 : 1)))
    query.append(attribute, value);
  return query.size === 0 ? "" : `?${query}`;
}

/** The same for the key of a released set: "alle" or "grootte=klein&landsdeel=west". */
export function keyQuery(key: string, edition: number | null = null): string {
  const pairs = key === "alle" ? [] : key.split("&").map((pair) => pair.split("="));
  return figureQuery(
    pairs.map(([attribute = "", value = ""]) => ({ attribute: attribute as FilterKey, value })),
    edition,
  );
}
