import type { Context } from "hono";
import writeExcelFile from "write-excel-file/universal";
import type { Env } from "./env.ts";
import { downloadHeaders, type Sheet, type SheetCell, type SheetColumn } from "./spreadsheet.ts";

/** What the second sheet says: reference date, filter, n, definitions. */
export type SheetNotes = readonly (readonly [label: string, value: SheetCell])[];

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** In characters; wider columns make people scroll, and Excel wraps nothing by itself. */
const WIDEST = 60;

/**
 * A table as an Excel file: the data first, then "Toelichting". Numbers are numbers and dates are dates;
 * texts are always text, so nothing that people typed runs as a formula.
 */
export function excelOf({ columns, rows, notes }: Sheet & { notes: SheetNotes }): Promise<Blob> {
  const head = columns.map(({ label }) => ({ value: label, type: String, fontWeight: "bold" as const }));
  const data = rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at])));
  const explained = notes.map(([label, value]) => [
    { value: label, type: String, fontWeight: "bold" as const },
    cellOf(value, { label, kind: typeof value === "number" ? "number" : "text" }),
  ]);
  return writeExcelFile([
    {
      data: [head, ...data],
      sheet: "Gegevens",
      stickyRowsCount: 1,
      columns: columns.map((column, at) => ({ width: widthOf(column, rows, at) })),
    },
    { data: explained, sheet: "Toelichting", columns: [{ width: 28 }, { width: WIDEST }] },
  ]).toBlob();
}

/** Sends a table as an Excel file. */
export async function sendExcel(c: Context<Env>, sheet: Sheet & { notes: SheetNotes }): Promise<Response> {
  const file = await (await excelOf(sheet)).arrayBuffer();
  return c.body(file, 200, downloadHeaders(sheet.fileName, "xlsx", TYPE));
}

/** Sends sheets of texts as they are, each with its head as first row: a file that another program reads. */
export async function sendSheets(
  c: Context<Env>,
  fileName: string,
  sheets: readonly { name: string; rows: readonly (readonly string[])[] }[],
): Promise<Response> {
  const blob = await writeExcelFile(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      data: rows.map((row) => row.map((text) => (text === "" ? null : { value: text, type: String }))),
    })),
  ).toBlob();
  return c.body(await blob.arrayBuffer(), 200, downloadHeaders(fileName, "xlsx", TYPE));
}

function cellOf(cell: SheetCell, column: SheetColumn | undefined) {
  if (cell === null || cell === "") return null;
  if (column?.kind === "number") return { value: Number(cell), type: Number };
  if (column?.kind === "date")
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: "d-m-yyyy" };
  return { value: String(cell), type: String, wrap: true, alignVertical: "top" as const };
}

function widthOf(column: SheetColumn, rows: Sheet["rows"], at: number): number {
  const longest = Math.max(column.label.length, ...rows.map((row) => String(row[at] ?? "").length));
  return Math.min(longest + 2, WIDEST);
}
