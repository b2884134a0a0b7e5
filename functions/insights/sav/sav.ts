import { Bytes, cut, utf8 } from "./bytes.ts";
import { type Column, columnsOf, unitsOf } from "./columns.ts";
import type { DataSet, DataValue } from "./dataset.ts";
import {
  documentRecord,
  extensionRecords,
  SYSTEM_MISSING,
  valueLabelRecords,
  variableRecord,
} from "./records.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Days are counted in seconds from the first day of the Gregorian calendar. */
const CALENDAR_FROM = Date.UTC(1582, 9, 14);

/**
 * A data set as SPSS system file (.sav), uncompressed, in UTF-8: with labels, missing values, sets of answers and
 * measures. Layout: PSPP developers' guide, "System File Format". Read by SPSS, PSPP, R (haven) and Stata.
 *
 * @param madeAt milliseconds since 1970, UTC
 */
export function savOf(dataSet: DataSet, madeAt: number): Uint8Array<ArrayBuffer> {
  const columns = columnsOf(dataSet);
  const out = new Bytes();
  headerRecord(out, dataSet, columns, new Date(madeAt));
  for (const column of columns) variableRecord(out, column);
  valueLabelRecords(out, columns);
  documentRecord(out, dataSet);
  extensionRecords(out, dataSet, columns);
  for (const row of dataSet.rows)
    for (const [at, column] of columns.entries()) writeValue(out, row[at] ?? null, column);
  return out.whole();
}

function headerRecord(out: Bytes, { title, rows }: DataSet, columns: readonly Column[], made: Date): void {
  const units = columns.flatMap(({ pieces }) => pieces).reduce((sum, width) => sum + unitsOf(width), 0);
  const two = (number: number) => String(number % 100).padStart(2, "0");
  out.text("$FL2", 4).text("@(#) SPSS DATA FILE Wijkteamplein", 60);
  out.int(2, units, 0, 0, rows.length).double(100);
  out.text(`${two(made.getUTCDate())} ${MONTHS[made.getUTCMonth()]} ${two(made.getUTCFullYear())}`, 9);
  out.text([made.getUTCHours(), made.getUTCMinutes(), made.getUTCSeconds()].map(two).join(":"), 8);
  out.padded(cut(title, 64), 64).byte(0).byte(0).byte(0);
}

function writeValue(out: Bytes, value: DataValue, { variable, pieces }: Column): void {
  if (variable.kind === "text") writeText(out, value === null ? NOTHING : utf8(String(value)), pieces);
  else out.double(value === null ? SYSTEM_MISSING : numberOf(value));
}

const NOTHING = new Uint8Array();

const numberOf = (value: number | string): number =>
  typeof value === "number" ? value : (Date.parse(`${value}T00:00:00Z`) - CALENDAR_FROM) / 1000;

/** A piece holds 255 bytes of the text in 256; what is left over is spaces. */
function writeText(out: Bytes, bytes: Uint8Array, pieces: readonly number[]): void {
  for (const [at, width] of pieces.entries())
    out.padded(bytes.subarray(at * 255, at * 255 + width), unitsOf(width) * 8);
}
