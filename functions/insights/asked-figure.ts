import type { FigureFilter, FilterChoice } from "../../web/insights/figure-filter.ts";
import { MOST_FILTERS } from "../../web/insights/figure-filter.ts";
import {
  FILTER_LABELS,
  FILTER_LISTS,
  FILTER_VALUE_LABELS,
  type FilterKey,
  OTHER_VALUE,
} from "../../web/insights/filter-labels.ts";
import type { Typed } from "../http/form.ts";
import type { ChoiceRow } from "./queries.ts";

const ATTRIBUTES = Object.keys(FILTER_LABELS) as FilterKey[];
export const EVERYBODY = "alle";

/** A filter as the address says it, not yet known to exist. */
export type AskedFilter = Pick<FigureFilter, "attribute" | "value">;

/** What an address asks for. `edition` null: the newest; 0, which nobody has: not a number. */
export interface Asked {
  filters: readonly AskedFilter[];
  edition: number | null;
}

/** Reads `?versie=1&grootte=klein`; what is left empty in the form is not a filter. */
export function askedIn(typed: Typed): Asked {
  const filters = ATTRIBUTES.flatMap((attribute) =>
    (typed[attribute] ?? []).filter(Boolean).map((value) => ({ attribute, value: value.slice(0, 60) })),
  );
  const edition = typed.versie?.[0];
  if (edition === undefined || edition === "") return { filters, edition: null };
  return { filters, edition: /^[1-9]\d{0,2}$/.test(edition) ? Number(edition) : 0 };
}

/** The key of the set that these filters leave, as in a release: filters in alphabetical order. */
export const keyOf = (filters: readonly AskedFilter[]): string =>
  filters.length === 0
    ? EVERYBODY
    : filters
        .map(({ attribute, value }) => `${attribute}=${value}`)
        .sort()
        .join("&");

/** The filters of such a key. */
export const filtersOf = (key: string): AskedFilter[] =>
  key === EVERYBODY
    ? []
    : key.split("&").map((pair) => {
        const [attribute = "", value = ""] = pair.split("=");
        return { attribute: attribute as FilterKey, value };
      });

const labelOf = ({ attribute, value }: AskedFilter, choices: readonly ChoiceRow[]): string => {
  const own = FILTER_VALUE_LABELS[attribute]?.[value];
  // "West (Utrecht, …)": what belongs to it is said in the form only.
  if (own) return own.replace(/ \(.*\)$/, "");
  const list = (FILTER_LISTS as Partial<Record<FilterKey, string>>)[attribute];
  const choice = choices.find((each) => each.list === list && each.code === value);
  return choice?.label ?? (value === OTHER_VALUE ? "Anders" : value);
};

export const labelled = (filter: AskedFilter, choices: readonly ChoiceRow[]): FigureFilter => ({
  ...filter,
  label: labelOf(filter, choices),
});

/** Every value that facts can be filtered by. */
export function factChoices(choices: readonly ChoiceRow[]): FilterChoice[] {
  return ATTRIBUTES.map((attribute) => {
    const list = (FILTER_LISTS as Partial<Record<FilterKey, string>>)[attribute];
    const own = Object.entries(FILTER_VALUE_LABELS[attribute] ?? {});
    const listed = list
      ? [...choices.filter((each) => each.list === list), { code: OTHER_VALUE, label: "Anders" }]
      : [];
    return {
      attribute,
      values: [
        ...own.map(([value, label]) => ({ value, label })),
        ...listed.map(({ code, label }) => ({ value: code, label })),
      ],
    };
  });
}

/** The values that occur in the sets of a release of which something is shown. */
export function releasedChoices(keys: readonly string[], choices: readonly ChoiceRow[]): FilterChoice[] {
  const offered = keys.flatMap(filtersOf);
  return factChoices(choices)
    .map(({ attribute, values }) => ({
      attribute,
      values: values.filter(({ value }) =>
        offered.some((filter) => filter.attribute === attribute && filter.value === value),
      ),
    }))
    .filter(({ values }) => values.length > 0);
}

/**
 * What may still be chosen beside these filters: per filter only the values that make a view that is offered, and
 * what is chosen already. Without filters that is everything.
 */
export function choicesBeside(
  choices: readonly FilterChoice[],
  filters: readonly AskedFilter[],
  isOffered: (key: string) => boolean,
): FilterChoice[] {
  return choices.flatMap(({ attribute, values }) => {
    const others = filters.filter((filter) => filter.attribute !== attribute);
    if (others.length === 0) return [{ attribute, values }];
    const isChosen = (value: string) =>
      filters.some((filter) => filter.attribute === attribute && filter.value === value);
    const open = values.filter(
      ({ value }) => isChosen(value) || isOffered(keyOf([...others, { attribute, value }])),
    );
    return open.length > 0 ? [{ attribute, values: open }] : [];
  });
}

/** Why a view is not there: too much was asked, or it is not among what is offered. */
export type NotOffered = "too_many" | "not_offered";

/** Whether facts may be filtered like this: any two values that exist. */
export function notOfferedFacts(
  filters: readonly AskedFilter[],
  choices: readonly FilterChoice[],
): NotOffered | null {
  if (filters.length > MOST_FILTERS) return "too_many";
  const exists = ({ attribute, value }: AskedFilter) =>
    choices.some((each) => each.attribute === attribute && each.values.some((one) => one.value === value));
  return filters.every(exists) ? null : "not_offered";
}

/** Whether a release has a view like this; `keys` are the sets of the cells that were found. */
export function notOfferedReleased(
  filters: readonly AskedFilter[],
  keys: readonly string[],
): NotOffered | null {
  if (filters.length > MOST_FILTERS) return "too_many";
  return filters.length === 0 || keys.includes(keyOf(filters)) ? null : "not_offered";
}

/** The nearest view of which something is offered: one of the filters by itself, else all members. */
export function nearestOffered(
  filters: readonly AskedFilter[],
  isOffered: (key: string) => boolean,
): readonly AskedFilter[] {
  const pairs = filters.flatMap((one, at) => filters.slice(at + 1).map((other) => [one, other]));
  const candidates = [...(filters.length > MOST_FILTERS ? pairs : []), ...filters.map((one) => [one])];
  return candidates.find((each) => isOffered(keyOf(each))) ?? [];
}
