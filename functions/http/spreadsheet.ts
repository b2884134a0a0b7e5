/** What a column holds. `date` cells are days as "2026-12-01". */
export interface SheetColumn {
  label: string;
  kind: "text" | "number" | "date";
}

/** One cell, of the kind of its column; null is an empty cell. */
export type SheetCell = string | number | null;

export interface Sheet {
  /** without ending: "leden" becomes leden.csv or leden.xlsx */
  fileName: string;
  columns: readonly SheetColumn[];
  /** cells in the order of the columns */
  rows: readonly (readonly SheetCell[])[];
}

/** The headers of a file that is saved, not shown. `ending` without a point. */
export function downloadHeaders(
  fileName: string,
  ending: string,
  contentType: string,
): Record<string, string> {
  // Only letters, digits and hyphens: nothing of a name that people typed can leave the quotes.
  const safe = fileName.replace(/[^A-Za-z0-9-]+/g, "-");
  return {
    "content-type": contentType,
    "content-disposition": `attachment; filename="${safe}.${ending}"`,
  };
}
