import type { SizeClass } from "../../db/vocabulary.ts";
import { FACET_TITLES, type FacetToShow, type FacetValue } from "../../web/members/directory-facets.tsx";
import { type DirectoryFilter, FACETS, type Facet } from "../../web/members/directory-filter.ts";
import type { DirectoryEntry } from "../../web/members/directory-page.tsx";
import { SIZE_CLASS_ADDRESSES, SIZE_CLASS_LABELS } from "../../web/members/labels.ts";
import type { FacetCount } from "./facet-queries.ts";

/** A row of the directory as the database gives it; lists of names are JSON. */
interface DirectoryRow {
  slug: string;
  name: string;
  inhabitants: number | null;
  sizeClass: SizeClass | null;
  municipalityNames: string | null;
  provinceNames: string | null;
  legalForm: string | null;
  systems: string | null;
}

export interface ChoiceRow {
  list: string;
  code: string;
  label: string;
}

/** Rows as entries of the page. */
export function entriesOf(rows: readonly DirectoryRow[]): DirectoryEntry[] {
  return rows.map(({ municipalityNames, provinceNames, ...row }) => ({
    ...row,
    municipalities: namesIn(municipalityNames),
    provinces: namesIn(provinceNames),
  }));
}

/** The one row of a count. */
export function only<T>([row]: readonly T[]): T {
  if (!row) throw new Error("A count over no rows still is one row.");
  return row;
}

const dutch = new Intl.Collator("nl");

/** A JSON list of names, in Dutch order; null is none. */
export const namesIn = (json: string | null): string[] =>
  (JSON.parse(json ?? "[]") as string[]).sort(dutch.compare);

const LISTS: Readonly<Partial<Record<Facet, string>>> = {
  rechtsvorm: "legal_form",
  systeem: "process_systems",
  wet: "laws",
};
const SIZE_ORDER = Object.values(SIZE_CLASS_ADDRESSES);

/**
 * The facets with their values in words and counted. Sizes keep their order, the others have the most members
 * first. What was chosen stays in sight, also when it finds nobody.
 */
export function facetsToShow(
  counts: readonly FacetCount[],
  choices: readonly ChoiceRow[],
  filter: DirectoryFilter,
): FacetToShow[] {
  const labels = new Map(choices.map(({ list, code, label }) => [`${list} ${code}`, label]));
  for (const [size, address] of Object.entries(SIZE_CLASS_ADDRESSES))
    labels.set(`undefined ${address}`, SIZE_CLASS_LABELS[size as SizeClass]);
  const byFacet = Map.groupBy(counts, ({ facet }) => facet);
  return FACETS.map((facet) => {
    const counted = new Map((byFacet.get(facet) ?? []).map(({ code, members }) => [code, members]));
    const codes = [...new Set([...counted.keys(), ...filter.chosen[facet]])];
    const values = codes.map(
      (code): FacetValue => ({
        code,
        label: labels.get(`${LISTS[facet]} ${code}`) ?? code,
        members: counted.get(code) ?? 0,
        isChosen: filter.chosen[facet].includes(code),
      }),
    );
    const order =
      facet === "grootte"
        ? (a: FacetValue, b: FacetValue) => SIZE_ORDER.indexOf(a.code) - SIZE_ORDER.indexOf(b.code)
        : (a: FacetValue, b: FacetValue) => b.members - a.members || dutch.compare(a.label, b.label);
    return { facet, title: FACET_TITLES[facet], values: values.sort(order) };
  }).filter(({ values }) => values.length > 0);
}
