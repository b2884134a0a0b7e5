import type { ReadSheet } from "../http/table-reading.ts";
import type { TransferList } from "./transfer-shape.ts";

/** One row of a sheet by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

const sheetOf = (sheets: readonly ReadSheet[], name: string): ReadSheet | undefined =>
  sheets.find((each) => each.name.trim().toLowerCase() === name);

/** Whether a sheet is there with this column, also when it has no rows. */
export const hasColumn = (sheets: readonly ReadSheet[], name: string, column: string): boolean =>
  (sheetOf(sheets, name)?.rows[0] ?? []).some((cell) => cell.trim().toLowerCase() === column);

/** The rows of a sheet by the names of their columns; `label` and the like in the language of the form. */
export function rowsOf(sheets: readonly ReadSheet[], name: string, language: string): Row[] | null {
  const sheet = sheetOf(sheets, name);
  if (!sheet) return null;
  const [head = [], ...rows] = sheet.rows;
  const keys = head.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/^list name$/, "list_name"),
  );
  const translated = (key: string): number => {
    const own = [...keys.keys()].filter((at) => keys[at] === key || keys[at]?.startsWith(`${key}::`));
    const isIn = (word: string) => own.find((at) => word && keys[at]?.includes(word));
    return isIn("(nl)") ?? isIn("dutch") ?? isIn("nederlands") ?? isIn(language) ?? own[0] ?? -1;
  };
  const texts = ["label", "hint", "guidance_hint"].map((key) => [key, translated(key)] as const);
  return rows.map((row) => ({
    ...Object.fromEntries(keys.map((key, at) => [key, (row[at] ?? "").trim()])),
    ...Object.fromEntries(texts.map(([key, at]) => [key, (row[at] ?? "").trim()])),
  }));
}

/** The lists of the sheet "choices", in their order. */
export function listsOf(rows: readonly Row[]): TransferList[] {
  const lists = Map.groupBy(
    rows.filter(({ list_name, name }) => list_name && name),
    ({ list_name = "" }) => list_name,
  );
  return [...lists].map(([list, choices]) => ({
    list,
    choices: choices.map(({ name = "", label }) => ({ code: name, label: label || name })),
  }));
}
