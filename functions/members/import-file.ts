import type { ImportKind, ImportOutcome, ImportResult } from "../../db/vocabulary.ts";
import { IMPORT_KIND_WORDS, OUTCOME_WORDS, RESULT_WORDS } from "../../web/members/import-words.ts";
import { formatDateTime } from "../../web/ui/dutch.ts";
import type { SheetNotes } from "../http/excel.ts";
import type { Sheet } from "../http/spreadsheet.ts";
import { MEMBER_COLUMNS, PERSON_COLUMNS } from "./import-columns.ts";
import { MOST_IMPORT_ROWS } from "./import-table.ts";

/** A table to begin with: the columns with one example, and a sheet that explains them. */
export function exampleSheet(
  kind: ImportKind,
  forms: readonly { label: string }[],
): Sheet & { notes: SheetNotes } {
  const columns = kind === "members" ? MEMBER_COLUMNS : PERSON_COLUMNS;
  return {
    fileName: `voorbeeld-${IMPORT_KIND_WORDS[kind].address}`,
    columns: columns.map(({ label }) => ({ label, kind: "text" as const })),
    rows: [columns.map(({ example }) => example)],
    notes: [
      ["Zo werkt het", "Vul het eerste blad in. Haal de rij met het voorbeeld weg."],
      ["Volgorde", "De volgorde van de kolommen maakt niet uit. De namen in de eerste rij wel."],
      ["Lege cel", "Een lege cel verandert niets."],
      ["Hoogstens", `${MOST_IMPORT_ROWS} rijen in één bestand`],
      ...columns.map(
        ({ label, explanation, isNeeded }) =>
          [label, `${explanation}${isNeeded ? " Deze kolom is nodig." : ""}`] as const,
      ),
      ...(kind === "members" ? [["Vormen", forms.map(({ label }) => label).join("; ")] as const] : []),
    ],
  };
}

/** Every row of a handed-in table with its outcome, to take away. */
export function rowsSheet(
  table: { kind: ImportKind; fileName: string; createdAt: number; writtenAt: number | null },
  rows: readonly {
    position: number;
    title: string;
    outcome: ImportOutcome;
    words: string;
    result: ImportResult | null;
  }[],
): Sheet & { notes: SheetNotes } {
  const text = (label: string) => ({ label, kind: "text" as const });
  return {
    fileName: `ingelezen-${IMPORT_KIND_WORDS[table.kind].address}`,
    columns: [
      { label: "Rij", kind: "number" },
      text("Naam"),
      text("Uitkomst"),
      text("Wat er gebeurt"),
      text("Resultaat"),
    ],
    rows: rows.map(({ position, title, outcome, words, result }) => [
      position,
      title,
      OUTCOME_WORDS[outcome].label,
      words,
      result ? RESULT_WORDS[result] : "",
    ]),
    notes: [
      ["Bestand", table.fileName],
      ["Bekeken", formatDateTime(table.createdAt)],
      ["Overgenomen", table.writtenAt ? formatDateTime(table.writtenAt) : "nog niet"],
      ["Aantal rijen", rows.length],
    ],
  };
}
