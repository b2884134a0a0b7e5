// The build for browsers: the one for Node needs Buffer, which the edge does not have.
import { stringify } from "csv-stringify/browser/esm/sync";
import type { Context } from "hono";
import type { Env } from "./env.ts";
import { downloadHeaders, type Sheet, type SheetCell, type SheetColumn } from "./spreadsheet.ts";

/**
 * A table as CSV that Dutch Excel opens well: BOM, `;`, decimal comma, CRLF, dates as 1-12-2026. A text that
 * a spreadsheet would run as a formula gets an apostrophe in front; numbers never do.
 */
export function csvOf({ columns, rows }: Pick<Sheet, "columns" | "rows">): string {
  const body = stringify(
    [
      columns.map((column) => column.label),
      ...rows.map((row) => row.map((cell, at) => written(cell, columns[at]))),
    ],
    {
      delimiter: ";",
      record_delimiter: "windows",
      escape_formulas: true,
      cast: { number: (value) => String(value).replace(".", ",") },
    },
  );
  return `\uFEFF${body}`;
}

/** Sends a table as a CSV file. */
export function sendCsv(c: Context<Env>, sheet: Sheet): Response {
  return c.body(csvOf(sheet), 200, downloadHeaders(sheet.fileName, "csv", "text/csv; charset=utf-8"));
}

function written(cell: SheetCell, column: SheetColumn | undefined): SheetCell {
  if (cell === null || column?.kind !== "date") return cell;
  const [year, month, day] = String(cell).split("-").map(Number);
  return `${day}-${month}-${year}`;
}
