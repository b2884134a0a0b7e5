import type { Context } from "hono";
import type { Env } from "./env.ts";
import { downloadHeaders, type Sheet, type SheetCell, type SheetColumn } from "./spreadsheet.ts";

/**
 * A table as CSV that Dutch Excel opens well: BOM, `;`, decimal comma, CRLF, dates as 1-12-2026. A text that
 * a spreadsheet would run as a formula gets an apostrophe in front; numbers never do. Written in one pass, for a
 * library takes several times the time that a request at the edge has for a thousand rows.
 */
export function csvOf({ columns, rows }: Pick<Sheet, "columns" | "rows">): string {
  let text = `\uFEFF${columns.map(({ label }) => written(label, "text")).join(";")}\r\n`;
  for (const row of rows) {
    for (let at = 0; at < row.length; at++) {
      if (at > 0) text += ";";
      text += written(row[at] ?? null, columns[at]?.kind);
    }
    text += "\r\n";
  }
  return text;
}

/** Sends a table as a CSV file. */
export function sendCsv(c: Context<Env>, sheet: Sheet): Response {
  return c.body(csvOf(sheet), 200, downloadHeaders(sheet.fileName, "csv", "text/csv; charset=utf-8"));
}

function written(cell: SheetCell, kind: SheetColumn["kind"] | undefined): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return String(cell).replace(".", ",");
  if (kind !== "date") return quoted(RUNS.test(cell) ? `'${cell}` : cell);
  const [year, month, day] = cell.split("-").map(Number);
  return `${day}-${month}-${year}`;
}

/** What a spreadsheet would run as a formula. */
const RUNS = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
/** What would end a cell, and space at the edges that a reader may drop (RFC 4180, with our delimiter). */
const NEEDS_QUOTES = /[;"\r\n\uFEFF]|^ | $/;

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
