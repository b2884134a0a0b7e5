import { Parser } from "saxen";

/** One row of a table of a LimeSurvey file: its columns as text. */
export type LimeRow = Readonly<Record<string, string>>;
/** The tables of a LimeSurvey structure file by their names. */
export type LimeTables = Record<string, LimeRow[]>;

const MOST_ROWS = 20_000;

/**
 * The tables of a LimeSurvey structure file (.lss); null when it is none. Entities that a file declares itself
 * are never expanded, so a small file cannot grow.
 */
export function readLimeXml(text: string): LimeTables | null {
  const tables: LimeTables = {};
  const path: string[] = [];
  let row: Record<string, string> | null = null;
  let cell = "";
  let count = 0;
  let isBroken = false;
  let kind = "";
  const parser = new Parser();
  const add = (part: string) => {
    cell += part;
  };
  parser.on("openTag", (name: string) => {
    path.push(name);
    cell = "";
    if (name === "row" && path.length === 4) row = {};
  });
  parser.on("text", (part: string, decode: (text: string) => string) => add(decode(part)));
  parser.on("cdata", add);
  parser.on("closeTag", (name: string) => {
    path.pop();
    if (path.length === 1 && name === "LimeSurveyDocType") kind = cell.trim();
    if (row && path.length === 4) row[name] = cell;
    if (name === "row" && path.length === 3 && row) {
      const table = path[1] ?? "";
      const rows = tables[table] ?? [];
      tables[table] = rows;
      rows.push(row);
      row = null;
      count += 1;
    }
    cell = "";
  });
  parser.on("error", () => {
    isBroken = true;
  });
  parser.parse(text);
  return isBroken || kind !== "Survey" || count > MOST_ROWS ? null : tables;
}

/** What XML cannot hold at all, and the one sequence that ends CDATA. */
const cdata = (text: string): string =>
  `<![CDATA[${text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

/** A LimeSurvey structure file of these tables; columns are those of the first row. */
export function limeXmlOf(tables: LimeTables, language: string, version: number): string {
  const table = ([name, rows]: [string, LimeRow[]]): string => {
    const columns = Object.keys(rows[0] ?? {});
    const fields = columns.map((column) => `<fieldname>${column}</fieldname>`).join("");
    const lines = rows.map(
      (row) =>
        `<row>${columns.map((column) => `<${column}>${cdata(row[column] ?? "")}</${column}>`).join("")}</row>`,
    );
    return `<${name}><fields>${fields}</fields><rows>\n${lines.join("\n")}\n</rows></${name}>`;
  };
  const filled = Object.entries(tables).filter(([, rows]) => rows.length > 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<document>
<LimeSurveyDocType>Survey</LimeSurveyDocType>
<DBVersion>${version}</DBVersion>
<languages><language>${language}</language></languages>
${filled.map(table).join("\n")}
</document>
`;
}
