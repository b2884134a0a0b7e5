import type { JSX } from "preact";
import { TextField } from "../ui/fields.tsx";
import { FilterForm } from "../ui/filter-form.tsx";
import { type DirectoryFilter, directoryQuery, FACETS, type Facet, toggled } from "./directory-filter.ts";

export const FACET_TITLES: Readonly<Record<Facet, string>> = {
  provincie: "Provincie",
  grootte: "Grootte",
  rechtsvorm: "Organisatievorm",
  systeem: "Systeem",
  wet: "Wet",
};

export interface FacetValue {
  code: string;
  label: string;
  /** how many members this value finds beside all else that is chosen */
  members: number;
  isChosen: boolean;
}

export interface FacetToShow {
  facet: Facet;
  title: string;
  values: FacetValue[];
}

/**
 * Search and filters of the directory, as a list and as a map. Every value is a link to the same page with that
 * value: it works without JavaScript, and the address says what is chosen.
 */
export function DirectoryFilters({
  action,
  filter,
  facets,
}: {
  /** the page that is filtered */
  action: string;
  filter: DirectoryFilter;
  facets: readonly FacetToShow[];
}): JSX.Element {
  const href = (facet: Facet, value: string) => `${action}${directoryQuery(toggled(filter, facet, value))}`;
  const chosen = facets.flatMap(({ facet, title, values }) =>
    values.flatMap(({ isChosen, label, code }) =>
      isChosen ? [{ label: `${title}: ${label}`, removeHref: href(facet, code) }] : [],
    ),
  );
  const withoutSearch = `${action}${directoryQuery({ ...filter, search: "", page: 1 })}`;
  return (
    <>
      <FilterForm
        action={action}
        label="Leden zoeken"
        active={[
          ...(filter.search ? [{ label: `Zoekwoord: ${filter.search}`, removeHref: withoutSearch }] : []),
          ...chosen,
        ]}
        clearHref={action}
        submit="Toon leden"
      >
        <TextField
          type="search"
          name="zoek"
          label="Zoek op naam, afkorting of plaats"
          value={filter.search}
          maxLength={100}
          optional
        />
        {FACETS.flatMap((facet) =>
          filter.chosen[facet].map((value) => (
            <input key={`${facet} ${value}`} type="hidden" name={facet} value={value} />
          )),
        )}
        {filter.sort === "naam" ? null : <input type="hidden" name="sorteer" value={filter.sort} />}
      </FilterForm>
      <nav class="wt-facets" aria-label="Filters">
        {facets.map(({ facet, title, values }) => (
          <details key={facet} class="wt-facet" open={filter.chosen[facet].length > 0}>
            <summary class="wt-facet__title">{title}</summary>
            <ul class="wt-facet__values">
              {values.map(({ code, label, members, isChosen }) => (
                <li key={code}>
                  <a href={href(facet, code)} aria-current={isChosen ? "true" : undefined}>
                    {label}
                  </a>{" "}
                  ({members})
                </li>
              ))}
            </ul>
          </details>
        ))}
      </nav>
    </>
  );
}
