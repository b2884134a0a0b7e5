import { MOST_FILTERS } from "../../web/insights/figure-filter.ts";
import { FILTER_LABELS } from "../../web/insights/filter-labels.ts";
import type { Typed } from "../http/form.ts";
import { type AskedFilter, filtersOf } from "./asked-figure.ts";

/**
 * The group that a mirror is put beside, from `?groep=grootte=groot`; none: all members. Null when it is no group
 * at all; whether the release offers it, and to this organisation, is asked later.
 */
export function groupIn(typed: Typed): readonly AskedFilter[] | null {
  const key = typed.groep?.[0] ?? "";
  if (key === "") return [];
  const filters = filtersOf(key.slice(0, 200));
  const isKnown = filters.every(({ attribute, value }) => attribute in FILTER_LABELS && value !== "");
  return isKnown && filters.length > 0 && filters.length <= MOST_FILTERS ? filters : null;
}
