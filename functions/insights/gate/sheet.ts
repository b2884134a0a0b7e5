/**
 * An answer sheet: for each organisation the number of the option it chose. For a yes/no item 1 is yes. A sheet
 * that fits all that is published could be the true one, for all that a reader can know.
 */
export type Sheet = Uint8Array;

/** One published statement: of these organisations, between `low` and `high` chose one of these options. */
export interface Row {
  members: readonly number[];
  /** the counted options as bits: bit 1 alone is the yes of a yes/no item */
  options: number;
  low: number;
  high: number;
}

/** How many of the row's organisations chose one of its options on this sheet. */
function countOn(sheet: Sheet, row: Row): number {
  let count = 0;
  for (const member of row.members) count += (row.options >> sheet[member]!) & 1;
  return count;
}

/** Plain addition: does this sheet agree with everything that is published? */
export function fits(sheet: Sheet, rows: readonly Row[]): boolean {
  return rows.every((row) => {
    const count = countOn(sheet, row);
    return count >= row.low && count <= row.high;
  });
}
