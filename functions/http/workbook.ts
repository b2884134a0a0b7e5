import type { SheetCell, SheetColumn } from "./spreadsheet.ts";
import { zipOf } from "./zip.ts";

/** How a column looks: `plain` is a text that does not wrap, `head` one in bold. */
export type CellKind = SheetColumn["kind"] | "plain" | "head";

export interface WorkbookSheet {
  name: string;
  /** the first row, in bold, which stays in sight */
  head?: readonly string[];
  /** what each column holds, `plain` where nothing is said; days are "2026-12-01" */
  kinds?: readonly CellKind[];
  /** A text is always text, a number a number in any column; null and "" are empty cells. */
  rows: readonly (readonly SheetCell[])[];
  /** width of each column, in characters */
  widths?: readonly number[];
}

/** What a style number means in `xl/styles.xml`, in its order there. */
const STYLES = { plain: 0, head: 1, text: 2, date: 3 };
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DAY = 86_400_000;
/** Day 0 of a spreadsheet: it counts a 29 February 1900 that never was. */
const FIRST_DAY = Date.UTC(1899, 11, 30);

const STYLE_SHEET = `${HEADER}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d\\-m\\-yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/**
 * An Excel file (Office Open XML, ECMA-376 part 1, transitional) of plain tables, as bytes. Written here and not by
 * a library: those make an object for every cell, which takes a list of members past the time of one request. Cells say
 * where they stand, though it follows from their order: not every reader counts.
 */
export function workbookOf(sheets: readonly WorkbookSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const files: Record<string, string> = {
    "[Content_Types].xml": `${HEADER}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("/xl/workbook.xml", "sheet.main")}${part("/xl/styles.xml", "styles")}${sheets.map((_, at) => part(`/xl/worksheets/sheet${at + 1}.xml`, "worksheet")).join("")}</Types>`,
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `${HEADER}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ...sheets.map((_, at): [string, string] => ["worksheet", `worksheets/sheet${at + 1}.xml`]),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": STYLE_SHEET,
  };
  for (const [at, sheet] of sheets.entries()) files[`xl/worksheets/sheet${at + 1}.xml`] = worksheet(sheet);
  return zipOf(files);
}

const part = (name: string, kind: string): string =>
  `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const each = targets.map(
    ([kind, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  );
  return `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

function worksheet({ head, kinds = [], rows, widths = [] }: WorkbookSheet): string {
  const view = head
    ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    : "";
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const letters = Array.from(
    { length: Math.max(head?.length ?? 0, ...rows.map((row) => row.length)) },
    (_, at) => lettersOf(at),
  );
  let text = `${HEADER}<worksheet xmlns="${MAIN}">${view}${columns.length > 0 ? `<cols>${columns.join("")}</cols>` : ""}<sheetData>`;
  let number = 0;
  if (head)
    text += rowXml(
      head,
      ++number,
      letters,
      head.map((): CellKind => "head"),
    );
  for (const row of rows) text += rowXml(row, ++number, letters, kinds);
  return `${text}</sheetData></worksheet>`;
}

function rowXml(
  row: readonly SheetCell[],
  number: number,
  letters: readonly string[],
  kinds: readonly CellKind[],
): string {
  let text = `<row r="${number}">`;
  for (let at = 0; at < row.length; at++) {
    const cell = row[at] ?? "";
    if (cell !== "") text += `<c r="${letters[at]}${number}"${cellXml(cell, kinds[at] ?? "plain")}</c>`;
  }
  return `${text}</row>`;
}

/** The rest of a cell, from its style on. */
function cellXml(cell: string | number, kind: CellKind): string {
  if (typeof cell === "number" || kind === "number") return `><v>${Number(cell)}</v>`;
  if (kind === "date") return ` s="${STYLES.date}"><v>${serialDay(cell)}</v>`;
  const style = kind === "plain" ? "" : ` s="${STYLES[kind]}"`;
  if (isPlain(cell)) return `${style} t="inlineStr"><is><t>${cell}</t></is>`;
  return `${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is>`;
}

/** Column 0 is A, column 26 is AA. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

const serialDay = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - FIRST_DAY) / DAY;

/** Signs that XML cannot hold: control signs but for tab and line end, and halves of signs. */
const UNWRITABLE = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
/** A spreadsheet reads "_x0041_" as a code for a sign; its own code for "_" keeps it a text. */
const CODE = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** All but those, white space other than a space, and what XML or the code above gives a meaning. */
const PLAIN = /^[ !#-%'-;=?-^`-~\u00a1-\ud7ff\ue000-\ufffd]*$/;

/** Whether a text can stand in XML as it is; nearly all can, and this is asked of every cell. */
const isPlain = (text: string): boolean =>
  PLAIN.test(text) && !text.startsWith(" ") && !text.endsWith(" ") && !text.includes("  ");

function escaped(text: string): string {
  return text
    .replace(UNWRITABLE, "")
    .replace(CODE, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
