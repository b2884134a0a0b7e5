import type { ApiFigure } from "../../web/insights/api-contract.ts";
import type { Sheet } from "../http/spreadsheet.ts";

const inWords = (filters: ApiFigure["filters"]): string =>
  filters.map(({ naam }) => naam).join(", ") || "Alle leden";

/**
 * Every figure that was withheld, and where the nearest one is that was not. The sentence is the same for all: why
 * a single one is withheld would say something about its count.
 */
export function withheldSheet(figures: readonly ApiFigure[]): Sheet {
  return {
    fileName: "verborgen",
    columns: [
      { label: "vraag", kind: "text" },
      { label: "naam", kind: "text" },
      { label: "groep", kind: "text" },
      { label: "optienaam", kind: "text" },
      { label: "reden", kind: "text" },
      { label: "wel_te_zien_bij", kind: "text" },
    ],
    rows: figures
      .filter(({ status }) => status === "verborgen")
      .map(({ vraag, naam, filters, optienaam, reden, dichtstbij }) => [
        vraag,
        naam,
        inWords(filters),
        optienaam,
        reden,
        dichtstbij ? inWords(dichtstbij) : "",
      ]),
  };
}
