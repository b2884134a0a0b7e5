import type { JSX } from "preact";
import { VISIT_STATES } from "../../db/visit-vocabulary.ts";
import { paths } from "../paths.ts";
import { Select } from "../ui/choices.tsx";
import { FilterForm } from "../ui/filter-form.tsx";
import { addressWith, type OwnVisitsFilters } from "./agenda-contract.ts";
import { ThemeSelect } from "./filter-selects.tsx";
import { VISIT_STATE_LABELS } from "./labels.ts";
import { ownVisitsWords, SIDE_WORDS, stateSlug } from "./own-visits-words.ts";
import type { ThemeSeen } from "./seen.ts";

interface OwnVisitsFilterProps {
  filters: OwnVisitsFilters;
  themes: readonly ThemeSeen[];
  /** years in which there are visits, the latest first */
  years: readonly string[];
}

export function OwnVisitsFilterForm({ filters, themes, years }: OwnVisitsFilterProps): JSX.Element {
  return (
    <FilterForm
      action={paths.myVisits()}
      label="Zoek in onze werkbezoeken"
      active={ownVisitsWords(filters, themes).map(({ name, label }) => ({
        label,
        removeHref: addressWith(paths.myVisits(), { ...filters, [name]: "" }),
      }))}
      clearHref={paths.myVisits()}
      submit="Toon bezoeken"
    >
      <Select
        name="rol"
        label="Kant"
        value={filters.rol}
        empty="Gast en gastheer"
        optional
        options={Object.entries(SIDE_WORDS).map(([value, label]) => ({ value, label }))}
      />
      <Select
        name="stand"
        label="Stand"
        value={filters.stand}
        empty="Alle standen"
        optional
        options={VISIT_STATES.map((state) => ({
          value: stateSlug(state),
          label: VISIT_STATE_LABELS[state].label,
        }))}
      />
      <ThemeSelect themes={themes} value={filters.thema} />
      <Select
        name="jaar"
        label="Jaar"
        value={filters.jaar}
        empty="Alle jaren"
        optional
        options={years.map((year) => ({ value: year, label: year }))}
      />
    </FilterForm>
  );
}
