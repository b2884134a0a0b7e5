import { foldForSearch } from "../../db/registry/search-key.ts";
import type { ImportOutcome } from "../../db/vocabulary.ts";
import { formatList, formatNumber } from "../../web/ui/dutch.ts";
import { lineOf, type ReadSheet } from "../http/table-reading.ts";

/** More rows than this in one file are too many to look over. */
export const MOST_IMPORT_ROWS = 1000;

/** A column of a handed-in table: its key, its name in the example, and other names for it. */
export interface ImportColumn<K extends string> {
  key: K;
  label: string;
  alsoCalled?: readonly string[];
  explanation: string;
  example: string;
  isNeeded?: boolean;
}

/** A row of the file: its number there, and its cells by column; "" is empty or no such column. */
export interface SentRow<K extends string> {
  position: number;
  cells: Readonly<Record<K, string>>;
}

/** What a row would do. `plan` is null when there is nothing to write. */
export interface PlannedRow<P> {
  position: number;
  title: string;
  outcome: ImportOutcome;
  words: string[];
  plan: P | null;
}

type TableOutcome<K extends string> = { ok: true; rows: SentRow<K>[] } | { ok: false; error: string };

/** Finds the columns by the names in the first row, in any order; an error is a sentence for the form. */
export function sentRows<K extends string>(
  sheets: readonly ReadSheet[],
  columns: readonly ImportColumn<K>[],
): TableOutcome<K> {
  const [sheet] = sheets;
  const [head, ...rest] = sheet?.rows ?? [];
  if (!sheet || !head || rest.length === 0)
    return { ok: false, error: "Kies een bestand met rijen. Dit bestand is leeg." };
  const folded = head.map(foldForSearch);
  const at = new Map(
    columns.map(({ key, label, alsoCalled = [] }) => {
      const names = [label, ...alsoCalled].map(foldForSearch);
      return [key, folded.findIndex((name) => names.includes(name))];
    }),
  );
  const missing = columns.filter(({ key, isNeeded }) => isNeeded && at.get(key) === -1);
  if (missing.length > 0) {
    const names = formatList(missing.map(({ label }) => `‘${label}’`));
    const what = missing.length === 1 ? "de kolom" : "de kolommen";
    return { ok: false, error: `Zet ${what} ${names} in de eerste rij. Het voorbeeld laat zien hoe.` };
  }
  if (rest.length > MOST_IMPORT_ROWS)
    return {
      ok: false,
      error: `Knip het bestand op: hooguit ${formatNumber(MOST_IMPORT_ROWS)} rijen in één keer.`,
    };
  const rows = rest.map((row, index) => ({
    position: lineOf(sheet, index + 1),
    cells: Object.fromEntries(
      columns.map(({ key }) => [key, (row[at.get(key) ?? -1] ?? "").trim()]),
    ) as Record<K, string>,
  }));
  return { ok: true, rows };
}

/** A telephone number; to Excel it is a number, which loses its first nought. */
export const phoneInCell = (cell: string): string => cell.replace(/^(?=[1-9]\d{8}$)/, "0");

/**
 * Names in one cell: parted by semicolons, commas, slashes or new lines. A name that holds commas itself ("Nuenen,
 * Gerwen en Nederwetten") stays whole where it is known.
 */
export const namesInCell = (cell: string, isKnown: (name: string) => boolean = () => false): string[] =>
  cell.split(/[;/\n]/).flatMap((part) => {
    const pieces = part.split(",").flatMap((piece) => piece.trim() || []);
    const names: string[] = [];
    for (let from = 0; from < pieces.length; ) {
      const joined = (to: number) => pieces.slice(from, to).join(", ");
      let to = pieces.length;
      while (to > from + 1 && !isKnown(joined(to))) to -= 1;
      names.push(joined(to));
      from = to;
    }
    return names;
  });
