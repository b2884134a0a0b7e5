import type { Context } from "hono";
import Papa from "papaparse";
import type { Env } from "./env.ts";
import { downloadHeaders, type Sheet, type SheetCell, type SheetColumn } from "./spreadsheet.ts";

/**
 * A table as CSV that Dutch Excel opens well: BOM, `;`, decimal comma, CRLF, dates as 1-12-2026. A text that
 * a spreadsheet would run as a formula gets an apostrophe in front; numbers never do.
 */
export function csvOf({ columns, rows }: Pick<Sheet, "columns" | "rows">): string {
  const body = Papa.unparse(
    [
      columns.map((column) => formulaSafe(column.label)),
      ...rows.map((row) => row.map((cell, at) => written(cell, columns[at]))),
    ],
    { delimiter: ";", newline: "\r\n" },
  );
  return `\uFEFF${body}\r\n`;
}

/** Sends a table as a CSV file. */
export function sendCsv(c: Context<Env>, sheet: Sheet): Response {
  return c.body(csvOf(sheet), 200, downloadHeaders(sheet.fileName, "csv", "text/csv; charset=utf-8"));
}

function written(cell: SheetCell, column: SheetColumn | undefined): SheetCell {
  if (cell === null) return null;
  if (typeof cell === "number") return String(cell).replace(".", ",");
  if (column?.kind !== "date") return formulaSafe(String(cell));
  const [year, month, day] = String(cell).split("-").map(Number);
  return `${day}-${month}-${year}`;
}

// A number is no text: the library's own escape would give a negative one an apostrophe too.
const formulaSafe = (text: string): string =>
  /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
