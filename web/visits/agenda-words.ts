import { VISIT_FORMATS } from "../../db/visit-vocabulary.ts";
import type { AgendaFilters } from "./agenda-contract.ts";
import { FORMATS } from "./labels.ts";
import { monthName } from "./month-calendar.tsx";
import type { MonthSeen } from "./month-seen.ts";
import type { ThemeSeen } from "./seen.ts";

interface ActiveWord {
  name: keyof AgendaFilters;
  label: string;
}

/** The filters that are on, in words, without the month. */
export function activeWords(filters: AgendaFilters, themes: readonly ThemeSeen[]): ActiveWord[] {
  const format = VISIT_FORMATS.find((each) => FORMATS[each].slug === filters.vorm);
  const theme = themes.find(({ slug }) => slug === filters.thema)?.name ?? filters.thema;
  const words: (ActiveWord & { value: string })[] = [
    { name: "thema", label: `Thema: ${theme}`, value: filters.thema },
    { name: "vorm", label: `Vorm: ${format ? FORMATS[format].label : ""}`, value: filters.vorm },
    { name: "provincie", label: `Provincie: ${filters.provincie}`, value: filters.provincie },
  ];
  return words.filter(({ value }) => value !== "");
}

/** What a file says of its filters: "december 2026; Thema: Preventie". */
export const filterWords = (page: {
  month: MonthSeen;
  filters: AgendaFilters;
  themes: readonly ThemeSeen[];
}): string =>
  [monthName(page.month), ...activeWords(page.filters, page.themes).map(({ label }) => label)].join("; ");
