import type { ApiFigure, ApiSize } from "../../web/insights/api-contract.ts";
import type { Sheet } from "../http/spreadsheet.ts";

/** Released figures of a round as one sheet: the same fields as the API gives. `part` is in its name from 2 on. */
export function releasedSheet(year: number, figures: readonly ApiFigure[], part = 1): Sheet {
  return {
    fileName: `vrijgegeven-cijfers-${year}${part > 1 ? `-deel-${part}` : ""}`,
    columns: [
      { label: "vraag", kind: "text" },
      { label: "naam", kind: "text" },
      { label: "versie", kind: "number" },
      { label: "vrijgegeven_op", kind: "date" },
      { label: "filters", kind: "text" },
      { label: "groep", kind: "text" },
      { label: "optie", kind: "text" },
      { label: "optienaam", kind: "text" },
      { label: "aantal", kind: "number" },
      { label: "vermeldingen", kind: "number" },
      { label: "weergave", kind: "text" },
      { label: "van", kind: "number" },
      { label: "tot", kind: "number" },
      { label: "n", kind: "number" },
      { label: "status", kind: "text" },
      { label: "reden", kind: "text" },
      { label: "dichtstbij", kind: "text" },
    ],
    rows: figures.map((figure) => [
      figure.vraag,
      figure.naam,
      figure.versie,
      figure.vrijgegevenOp,
      filtersText(figure.filters),
      groupText(figure.filters),
      figure.optie,
      figure.optienaam,
      figure.aantal,
      figure.vermeldingen,
      figure.weergave,
      figure.van,
      figure.tot,
      figure.n,
      figure.status,
      figure.reden,
      figure.dichtstbij && filtersText(figure.dichtstbij),
    ]),
  };
}

/** Released medians, sums and means as one sheet. */
export const sizesSheet = (sizes: readonly ApiSize[]): Sheet => ({
  fileName: "omvang",
  columns: [
    { label: "vraag", kind: "text" },
    { label: "filters", kind: "text" },
    { label: "groep", kind: "text" },
    { label: "organisaties", kind: "number" },
    { label: "mediaan", kind: "number" },
    { label: "som", kind: "number" },
    { label: "gemiddelde", kind: "number" },
  ],
  rows: sizes.map(({ vraag, filters, organisaties, mediaan, som, gemiddelde }) => [
    vraag,
    filtersText(filters),
    groupText(filters),
    organisaties,
    mediaan,
    som,
    gemiddelde,
  ]),
});

const groupText = (filters: ApiFigure["filters"]): string =>
  filters.map(({ naam }) => naam).join(", ") || "Alle leden";

/** "grootte=groot&landsdeel=west", or "alle". */
const filtersText = (filters: ApiFigure["filters"]): string =>
  filters.map(({ filter, waarde }) => `${filter}=${waarde}`).join("&") || "alle";
