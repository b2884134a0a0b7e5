import type { Context } from "hono";
import type { Env } from "./env.ts";
import { downloadHeaders, type Sheet, type SheetCell, type SheetColumn } from "./spreadsheet.ts";
import { workbookOf } from "./workbook.ts";

/** What the second sheet says: reference date, filter, n, definitions. */
export type SheetNotes = readonly (readonly [label: string, value: SheetCell])[];

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** In characters; wider columns make people scroll, and Excel wraps nothing by itself. */
const WIDEST = 60;

/**
 * A table as an Excel file: the data first, then "Toelichting". Numbers are numbers and dates are dates;
 * texts are always text, so nothing that people typed runs as a formula.
 */
export function excelOf({
  columns,
  rows,
  notes,
}: Sheet & { notes: SheetNotes }): Promise<Uint8Array<ArrayBuffer>> {
  return workbookOf([
    {
      name: "Gegevens",
      head: columns.map(({ label }) => label),
      kinds: columns.map(({ kind }) => kind),
      rows,
      widths: columns.map((column, at) => widthOf(column, rows, at)),
    },
    { name: "Toelichting", kinds: ["head", "text"], rows: notes, widths: [28, WIDEST] },
  ]);
}

/** Sends a table as an Excel file. */
export async function sendExcel(c: Context<Env>, sheet: Sheet & { notes: SheetNotes }): Promise<Response> {
  return c.body((await excelOf(sheet)).buffer, 200, downloadHeaders(sheet.fileName, "xlsx", TYPE));
}

/** Sends sheets of texts as they are, each with its head as first row: a file that another program reads. */
export async function sendSheets(
  c: Context<Env>,
  fileName: string,
  sheets: readonly { name: string; rows: readonly (readonly string[])[] }[],
): Promise<Response> {
  const file = await workbookOf(
    sheets.map(({ name, rows: [head, ...rows] }) => ({ name, head: head ?? [], rows })),
  );
  return c.body(file.buffer, 200, downloadHeaders(fileName, "xlsx", TYPE));
}

function widthOf(column: SheetColumn, rows: Sheet["rows"], at: number): number {
  let longest = column.label.length;
  for (const row of rows) longest = Math.max(longest, String(row[at] ?? "").length);
  return Math.min(longest + 2, WIDEST);
}
