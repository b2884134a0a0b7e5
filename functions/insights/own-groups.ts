import { filterWords } from "../../web/insights/figure-filter.ts";
import { OTHER_VALUE } from "../../web/insights/filter-labels.ts";
import type { SimilarGroup } from "../../web/insights/similar.ts";
import { type AskedFilter, EVERYBODY, filtersOf, keyOf, labelled } from "./asked-figure.ts";
import type { ChoiceRow } from "./queries.ts";
import { releaseAttributes } from "./release-attributes.ts";
import type { FactRow, PlaceRow } from "./release-job-queries.ts";

/** The filter values of the viewer's own organisation; none for who acts for no organisation. */
export function ownFilters(
  places: readonly PlaceRow[],
  facts: readonly FactRow[],
  choices: readonly ChoiceRow[],
): AskedFilter[] {
  const said = facts.map(({ value, ...row }) => ({
    ...row,
    list: row.list,
    value: value === null ? null : JSON.parse(value),
  }));
  return releaseAttributes(places, said, choices).flatMap(({ key, of }) =>
    Object.values(of)
      .flat()
      .map((value) => ({ attribute: key as AskedFilter["attribute"], value })),
  );
}

/**
 * The groups that a release offers and the own organisation belongs to, finest last: "teams zoals wij".
 *
 * @param offered sets of which something is shown, with their size; several questions may offer one set
 */
export function similarGroups(
  own: readonly AskedFilter[],
  offered: readonly { filterKey: string; size: number | null }[],
  choices: readonly ChoiceRow[],
): SimilarGroup[] {
  // Who typed something else has nothing in common by that.
  const isOwn = (filter: AskedFilter) =>
    filter.value !== OTHER_VALUE &&
    own.some(({ attribute, value }) => attribute === filter.attribute && value === filter.value);
  const sizes = new Map<string, number | null>();
  for (const { filterKey, size } of offered)
    if (filterKey !== EVERYBODY && filtersOf(filterKey).every(isOwn))
      sizes.set(filterKey, Math.max(size ?? 0, sizes.get(filterKey) ?? 0) || null);
  const groups = [...sizes].map(([key, size]) => {
    const filters = filtersOf(key).map((filter) => labelled(filter, choices));
    return { key, filters, label: filterWords(filters), size };
  });
  return groups.sort((one, other) => one.filters.length - other.filters.length);
}

/** Every single value of the own organisation and its size in its part of the country: of facts any may be asked. */
export function factGroups(own: readonly AskedFilter[]): { filterKey: string; size: null }[] {
  const crossed = own.filter(({ attribute }) => attribute === "grootte" || attribute === "landsdeel");
  const named = own.filter(({ value }) => value !== OTHER_VALUE);
  const sets = [...named.map((filter) => [filter]), ...(crossed.length === 2 ? [crossed] : [])];
  return sets.map((filters) => ({ filterKey: keyOf(filters), size: null }));
}
