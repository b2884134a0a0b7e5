import type { JSX } from "preact";
import { VISIT_FORMATS } from "../../db/visit-vocabulary.ts";
import { paths } from "../paths.ts";
import { Select } from "../ui/choices.tsx";
import { type ActiveFilter, FilterForm } from "../ui/filter-form.tsx";
import type { VisitFilters, WhenWord } from "./contract.ts";
import { FormatSelect, ThemeSelect } from "./filter-selects.tsx";
import { FORMATS } from "./labels.ts";
import type { ThemeSeen } from "./seen.ts";

const WHEN_LABELS: Record<WhenWord, string> = {
  maand: "Binnen een maand",
  kwartaal: "Binnen drie maanden",
  overleg: "Dag in overleg",
};

/** The address of the list with these filters; what is empty or the first page stays out of it. */
export function hrefWith(filters: VisitFilters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters))
    if (value !== "" && value !== 1) query.set(name, String(value));
  return query.size > 0 ? `${paths.visits()}?${query}` : paths.visits();
}

export const isFiltered = ({ thema, vorm, provincie, wanneer }: VisitFilters): boolean =>
  [thema, vorm, provincie, wanneer].some((value) => value !== "");

export function VisitFilterForm({
  filters,
  themes,
  provinces,
}: {
  filters: VisitFilters;
  themes: readonly ThemeSeen[];
  provinces: readonly string[];
}): JSX.Element {
  return (
    <FilterForm
      action={paths.visits()}
      label="Zoek een werkbezoek"
      active={activeFilters(filters, themes)}
      clearHref={paths.visits()}
      submit="Toon werkbezoeken"
    >
      <ThemeSelect themes={themes} value={filters.thema} />
      <FormatSelect value={filters.vorm} />
      <Select
        name="provincie"
        label="Provincie"
        value={filters.provincie}
        empty="Alle provincies"
        optional
        options={provinces.map((province) => ({ value: province, label: province }))}
      />
      <Select
        name="wanneer"
        label="Wanneer"
        value={filters.wanneer}
        empty="Maakt niet uit"
        optional
        options={Object.entries(WHEN_LABELS).map(([value, label]) => ({ value, label }))}
      />
    </FilterForm>
  );
}

function activeFilters(filters: VisitFilters, themes: readonly ThemeSeen[]): ActiveFilter[] {
  const without = (name: keyof VisitFilters) => hrefWith({ ...filters, pagina: 1, vragen: 1, [name]: "" });
  const format = VISIT_FORMATS.find((each) => FORMATS[each].slug === filters.vorm);
  const theme = themes.find(({ slug }) => slug === filters.thema)?.name ?? filters.thema;
  return [
    ...(filters.thema ? [{ label: `Thema: ${theme}`, removeHref: without("thema") }] : []),
    ...(format ? [{ label: `Vorm: ${FORMATS[format].label}`, removeHref: without("vorm") }] : []),
    ...(filters.provincie
      ? [{ label: `Provincie: ${filters.provincie}`, removeHref: without("provincie") }]
      : []),
    ...(filters.wanneer
      ? [{ label: `Wanneer: ${WHEN_LABELS[filters.wanneer].toLowerCase()}`, removeHref: without("wanneer") }]
      : []),
  ];
}
