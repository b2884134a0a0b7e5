import { type Bytes, cut, utf8 } from "./bytes.ts";
import { type Column, unitsOf } from "./columns.ts";
import type { DataSet, Variable } from "./dataset.ts";

/*
 * The records of a system file (.sav), as the PSPP developers' guide lays them out in "System File Format":
 * https://www.gnu.org/software/pspp/pspp-dev/html_node/System-File-Format.html
 */

const MOST_LABEL_BYTES = 255;
const MOST_VALUE_LABEL_BYTES = 120;
const DOCUMENT_BYTES = 80;
const MEASURES = { nominal: 1, ordinal: 2, scale: 3 } as const;
const FORMATS = { text: 1, number: 5, date: 38 } as const;
const NUMBER_WIDTH = 8;
const DAY_WIDTH = 10;

/** "2.4 Variable Record": one a variable, one a further eight bytes of text, one a further piece. */
export function variableRecord(out: Bytes, column: Column): void {
  const { variable, pieces, shortNames } = column;
  for (const [at, width] of pieces.entries()) {
    const label = at === 0 ? cut(variable.label, MOST_LABEL_BYTES) : new Uint8Array(0);
    const missing = at === 0 ? variable.missing : [];
    const format = formatOf(variable, width);
    out.int(2, width, label.length > 0 ? 1 : 0, missing.length, format, format);
    out.text(shortNames[at] ?? "", 8);
    if (label.length > 0) out.int(label.length).padded(label, Math.ceil(label.length / 4) * 4);
    out.double(...missing);
    for (let rest = 1; rest < unitsOf(width); rest++) out.int(2, -1, 0, 0, 0, 0).text("", 8);
  }
}

function formatOf({ kind, decimals = 0 }: Variable, width: number): number {
  const shown = kind === "text" ? width : kind === "date" ? DAY_WIDTH : NUMBER_WIDTH;
  return (FORMATS[kind] << 16) | (shown << 8) | (kind === "number" ? decimals : 0);
}

/** "2.5 Value Labels Records": of each list of labels once, for all variables that share it. */
export function valueLabelRecords(out: Bytes, columns: readonly Column[]): void {
  const labelled = columns.filter(({ variable }) => variable.values.length > 0);
  const groups = Map.groupBy(labelled, ({ variable }) => JSON.stringify(variable.values));
  for (const group of groups.values()) {
    const values = group[0]?.variable.values ?? [];
    out.int(3, values.length);
    for (const { value, label } of values) {
      const bytes = cut(label, MOST_VALUE_LABEL_BYTES);
      out.double(value).byte(bytes.length);
      out.padded(bytes, Math.ceil((bytes.length + 1) / 8) * 8 - 1);
    }
    out.int(4, group.length, ...group.map(({ index }) => index));
  }
}

/** "2.6 Document Record": the notes, in lines of eighty bytes. */
export function documentRecord(out: Bytes, { title, notes }: DataSet): void {
  const lines = [title, ...notes].flatMap((note) => linesOf(note, DOCUMENT_BYTES));
  out.int(6, lines.length);
  for (const line of lines) out.text(line, DOCUMENT_BYTES);
}

function linesOf(text: string, most: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (utf8(longer).length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** "2.7" up to "2.18": what machine wrote it, sets of answers, measures, long names, size, encoding. */
export function extensionRecords(out: Bytes, dataSet: DataSet, columns: readonly Column[]): void {
  // Version, machine, IEEE 754, compression, little endian, UTF-8.
  out.int(7, 3, 4, 8, 1, 0, 0, -1, 1, 1, 2, 65001);
  out.int(7, 4, 8, 3).double(SYSTEM_MISSING, Number.MAX_VALUE, LOWEST);
  textRecord(out, 7, setsOf(dataSet, columns));
  const shown = columns.flatMap(({ variable, pieces }) => pieces.map((width) => ({ variable, width })));
  out.int(7, 11, 4, shown.length * 3);
  for (const { variable, width } of shown) {
    const isText = variable.kind === "text";
    out.int(MEASURES[variable.measure], isText ? Math.min(width, 32) : NUMBER_WIDTH + 2, isText ? 0 : 1);
  }
  const names = columns.map(({ shortNames, variable }) => `${shortNames[0]}=${variable.name}`);
  textRecord(out, 13, names.join("\t"));
  const long = columns.filter(({ pieces }) => pieces.length > 1);
  textRecord(
    out,
    14,
    long.map(({ shortNames, width }) => `${shortNames[0]}=${String(width).padStart(5, "0")}\0\t`).join(""),
  );
  out.int(7, 16, 8, 2).int(1, 0, dataSet.rows.length, 0);
  textRecord(out, 20, "UTF-8");
  out.int(999, 0);
}

function textRecord(out: Bytes, subtype: number, text: string): void {
  const bytes = utf8(text);
  if (bytes.length > 0) out.int(7, subtype, 1, bytes.length).padded(bytes, bytes.length);
}

/** "2.10 Multiple Response Sets Records": dichotomies, with the names of variables short and in small letters. */
function setsOf({ sets }: DataSet, columns: readonly Column[]): string {
  return sets
    .map(({ name, label, counted, variables }) => {
      const names = variables.map((variable) =>
        columns.find((column) => column.variable.name === variable)?.shortNames[0]?.toLowerCase(),
      );
      const bytes = cut(label, MOST_LABEL_BYTES);
      const value = String(counted);
      const words = new TextDecoder().decode(bytes);
      return `$${name}=D${value.length} ${value} ${bytes.length} ${words} ${names.join(" ")}\n`;
    })
    .join("");
}

/** The number that stands for "not answered": the lowest there is. */
export const SYSTEM_MISSING = -Number.MAX_VALUE;
/** The lowest after that one. */
const LOWEST = -(Number.MAX_VALUE - 2 ** 970);
