import type { Context } from "hono";
import type { Env } from "./env.ts";
import { downloadHeaders, type Sheet, type SheetCell, type SheetColumn } from "./spreadsheet.ts";
import { type WorkbookCell, workbookOf } from "./workbook.ts";

/** What the second sheet says: reference date, filter, n, definitions. */
export type SheetNotes = readonly (readonly [label: string, value: SheetCell])[];

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** In characters; wider columns make people scroll, and Excel wraps nothing by itself. */
const WIDEST = 60;

/**
 * A table as an Excel file: the data first, then "Toelichting". Numbers are numbers and dates are dates;
 * texts are always text, so nothing that people typed runs as a formula.
 */
export function excelOf({ columns, rows, notes }: Sheet & { notes: SheetNotes }): Uint8Array<ArrayBuffer> {
  const explained = notes.map(([label, value]) => [
    headCell(label),
    cellOf(value, { label, kind: typeof value === "number" ? "number" : "text" }),
  ]);
  return workbookOf([
    {
      name: "Gegevens",
      rows: [
        columns.map(({ label }) => headCell(label)),
        ...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]))),
      ],
      widths: columns.map((column, at) => widthOf(column, rows, at)),
      hasHead: true,
    },
    { name: "Toelichting", rows: explained, widths: [28, WIDEST], hasHead: false },
  ]);
}

/** Sends a table as an Excel file. */
export function sendExcel(c: Context<Env>, sheet: Sheet & { notes: SheetNotes }): Response {
  return c.body(excelOf(sheet).buffer, 200, downloadHeaders(sheet.fileName, "xlsx", TYPE));
}

/** Sends sheets of texts as they are, each with its head as first row: a file that another program reads. */
export function sendSheets(
  c: Context<Env>,
  fileName: string,
  sheets: readonly { name: string; rows: readonly (readonly string[])[] }[],
): Response {
  const file = workbookOf(
    sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => row.map((text) => (text === "" ? null : { kind: "plain", value: text }))),
      hasHead: true,
    })),
  );
  return c.body(file.buffer, 200, downloadHeaders(fileName, "xlsx", TYPE));
}

const headCell = (value: string): WorkbookCell => ({ kind: "head", value });

function cellOf(cell: SheetCell, column: SheetColumn | undefined): WorkbookCell {
  if (cell === null || cell === "") return null;
  if (column?.kind === "number") return { kind: "number", value: Number(cell) };
  return { kind: column?.kind === "date" ? "date" : "text", value: String(cell) };
}

function widthOf(column: SheetColumn, rows: Sheet["rows"], at: number): number {
  let longest = column.label.length;
  for (const row of rows) longest = Math.max(longest, String(row[at] ?? "").length);
  return Math.min(longest + 2, WIDEST);
}
