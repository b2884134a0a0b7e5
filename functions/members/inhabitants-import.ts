import { parseDutchNumber } from "../../web/ui/dutch.ts";
import { lineOf, type ReadSheet } from "../http/table-reading.ts";
import { type DividedMunicipality, isValidOn } from "./division.ts";
import { municipalityFinder, type Nameable } from "./municipality-named.ts";

export interface CountedMunicipality extends Nameable, DividedMunicipality {
  /** as known for the reference date of the import; null: not yet */
  inhabitants: number | null;
  /** as known for the newest date before it, to see what is odd */
  before: number | null;
}

/** What a row of the file comes to. */
export type InhabitantsRow = { line: number; typed: string } & (
  | {
      kind: "new" | "equal";
      code: string;
      name: string;
      inhabitants: number;
      before: number | null;
      isOdd: boolean;
    }
  | { kind: "changed"; code: string; name: string; inhabitants: number; before: number; isOdd: boolean }
  | { kind: "unknown"; suggestions: string[] }
  | { kind: "error"; error: string }
);

export type InhabitantsRead =
  | { ok: true; rows: InhabitantsRow[]; missing: string[] }
  | { ok: false; error: string };

/** A change of more than so much of what was known asks for a second look. */
const ODD_SHARE = 0.1;
/** More than lives in any municipality. */
const MOST_INHABITANTS = 2_000_000;

const NAME = /^(gemeenten?|gemeentenaam|naam|regio'?s?|regionaam|code|gemeentecode|regiocode)$/i;
const COUNT = /^(inwoners|aantal inwoners|bevolking|totale bevolking|aantal)\b/i;

/**
 * Reads a table with a municipality (code or name) and its inhabitants, and says of each row what would change on this
 * reference date. `missing` names municipalities of that day that would stay without a figure: then nothing can be
 * stored, for all sums are made of one reference date.
 */
export function readInhabitants(
  sheets: readonly ReadSheet[],
  registry: readonly CountedMunicipality[],
  referenceOn: string,
): InhabitantsRead {
  const sheet = sheets.find(({ rows }) => columnsIn(rows) !== null);
  const columns = sheet && columnsIn(sheet.rows);
  if (!sheet || !columns)
    return {
      ok: false,
      error: "Zet boven de kolommen 'gemeente' en 'inwoners'. Die staan nu niet in het bestand.",
    };
  const find = municipalityFinder(registry);
  const seen = new Map<string, number>();
  const rows = sheet.rows.slice(columns.header + 1).map((cells, at): InhabitantsRow => {
    const line = lineOf(sheet, columns.header + at + 1);
    const typed = cells[columns.name] ?? "";
    const row = (outcome: Omit<Extract<InhabitantsRow, { kind: "error" }>, "line" | "typed">) => ({
      line,
      typed,
      ...outcome,
    });
    if (typed === "") return row({ kind: "error", error: "Vul de gemeente in." });
    const found = find(typed);
    if (!found.ok) return { line, typed, kind: "unknown", suggestions: found.suggestions };
    const { municipality } = found;
    const { code, name } = municipality;
    if (!isValidOn(municipality, referenceOn))
      return row({ kind: "error", error: "Deze gemeente bestond niet op de peildatum." });
    const earlier = seen.get(code);
    if (earlier !== undefined)
      return row({ kind: "error", error: `Deze gemeente staat ook op regel ${earlier}.` });
    const inhabitants = parseDutchNumber(cells[columns.count] ?? "");
    if (
      inhabitants === null ||
      !Number.isInteger(inhabitants) ||
      inhabitants < 1 ||
      inhabitants > MOST_INHABITANTS
    )
      return row({ kind: "error", error: "Vul een heel getal in, bijvoorbeeld 30.500." });
    seen.set(code, line);
    const known = municipality.inhabitants;
    const compared = known ?? municipality.before;
    const isOdd = compared !== null && Math.abs(inhabitants - compared) > ODD_SHARE * compared;
    const of = { line, typed, code, name, inhabitants, isOdd };
    if (known === null) return { ...of, kind: "new", before: municipality.before };
    return known === inhabitants
      ? { ...of, kind: "equal", before: known, isOdd: false }
      : { ...of, kind: "changed", before: known };
  });
  if (rows.length === 0)
    return { ok: false, error: "In het bestand staan geen gemeenten. Vul onder de kopregel rijen in." };
  const missing = registry
    .filter((each) => isValidOn(each, referenceOn) && each.inhabitants === null && !seen.has(each.code))
    .map(({ name }) => name);
  return { ok: true, rows, missing };
}

/** The first row that names both columns, within the first ten; Statistics Netherlands puts a title above. */
function columnsIn(rows: readonly string[][]) {
  for (const [header, cells] of rows.slice(0, 10).entries()) {
    const name = cells.findIndex((cell) => NAME.test(cell.trim()));
    const count = cells.findIndex((cell) => COUNT.test(cell.trim()));
    if (name >= 0 && count >= 0) return { header, name, count };
  }
  return null;
}

/** One figure as the form carries it: code, inhabitants, and what stood there when it was shown ("" for nothing). */
export interface ConfirmedFigure {
  code: string;
  inhabitants: number;
  seen: number | null;
}

const FIGURE = /^(GM\d{4}):(\d{1,7}):(\d{0,7})$/;

/** The rows that would change something, as one field of the form. */
export const figuresToConfirm = (rows: readonly InhabitantsRow[]): string =>
  rows
    .flatMap((row) =>
      row.kind === "new"
        ? [`${row.code}:${row.inhabitants}:`]
        : row.kind === "changed"
          ? [`${row.code}:${row.inhabitants}:${row.before}`]
          : [],
    )
    .join(" ");

/** Reads that field back; null when it is not one of ours. */
export function readConfirmed(text: string): ConfirmedFigure[] | null {
  const figures = text.split(" ").map((part): ConfirmedFigure | null => {
    const [, code, inhabitants, seen] = FIGURE.exec(part) ?? [];
    return code ? { code, inhabitants: Number(inhabitants), seen: seen ? Number(seen) : null } : null;
  });
  const read = figures.filter((figure) => figure !== null);
  return read.length === figures.length && new Set(read.map(({ code }) => code)).size === read.length
    ? read
    : null;
}
