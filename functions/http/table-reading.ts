import { unzipSync } from "fflate";
import type { Context } from "hono";
import Papa from "papaparse";
import readXlsx from "read-excel-file/universal";
import { formatNumber } from "../../web/ui/dutch.ts";
import type { Env } from "./env.ts";

/** A sheet as somebody would type it: numbers with a decimal comma, dates as 2026-12-01, empty cells as "". */
export interface ReadSheet {
  name: string;
  /** those in which something stands */
  rows: string[][];
  /** the number of each row in the file, where empty rows count; without: there were none */
  lines?: number[];
}

/** The number that the row at this place has in the file, as people see it there. */
export const lineOf = ({ lines }: ReadSheet, at: number): number => lines?.[at] ?? at + 1;

export type TableRead = { ok: true; sheets: ReadSheet[] } | { ok: false; error: string };

/** Unpacked, in bytes: a small file may unpack to one that no process can hold. */
const MOST_UNPACKED = 8_000_000;
const MOST_ROWS = 5000;

/** The file of a form's field; null when none was chosen. */
export async function readSentFile(c: Context<Env>, field: string): Promise<File | null> {
  const sent = await c.req.formData().catch(() => new FormData());
  const file = sent.get(field);
  return file instanceof File && file.size > 0 ? file : null;
}

/** The sheets of an Excel file (.xlsx), or the one table of a CSV file; an error is a sentence for the form. */
export async function readTable(file: File): Promise<TableRead> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const sheets = isZip ? await readWorkbook(bytes) : readCsv(bytes, file.name);
  if (!sheets)
    return {
      ok: false,
      error: "Kies een Excel-bestand (.xlsx) of een csv-bestand. Dit bestand is iets anders.",
    };
  if (sheets.some(({ rows }) => rows.length > MOST_ROWS))
    return { ok: false, error: `Knip het bestand op: hooguit ${formatNumber(MOST_ROWS)} rijen in één keer.` };
  return { ok: true, sheets };
}

async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet[] | null> {
  // What somebody uploads may be anything at all: whatever the reader throws, it is not an Excel file to us.
  try {
    let unpacked = 0;
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return false;
      },
    });
    if (unpacked > MOST_UNPACKED) return null;
    const sheets = await readXlsx(bytes.buffer as ArrayBuffer);
    return sheets.map(({ sheet, data }) => ({ name: sheet, ...filled(data.map((row) => row.map(written))) }));
  } catch {
    return null;
  }
}

function readCsv(bytes: Uint8Array, name: string): ReadSheet[] | null {
  if (bytes.includes(0)) return null;
  const text = decoded(bytes).replace(/^\uFEFF/, "");
  // Empty lines keep their number, but say nothing of what parts the cells.
  const { meta } = Papa.parse<string[]>(text, { skipEmptyLines: "greedy", preview: 10 });
  const { data } = Papa.parse<string[]>(text, { delimiter: meta.delimiter });
  return [{ name, ...filled(data.map((row) => row.map((cell) => cell.trim()))) }];
}

/** Excel writes CSV in Windows-1252 unless somebody asks otherwise. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The rows in which something stands, with their numbers. */
function filled(all: string[][]): Pick<ReadSheet, "rows" | "lines"> {
  const kept = all.flatMap((row, at) => (row.some((cell) => cell !== "") ? [[row, at + 1] as const] : []));
  return { rows: kept.map(([row]) => row), lines: kept.map(([, line]) => line) };
}

function written(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === "number") return String(cell).replace(".", ",");
  return String(cell).trim();
}
