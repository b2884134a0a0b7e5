/**
 * A number as it may be shown. Everything that leaves the server (sentence, chart, table, CSV, Excel) is
 * made of cells, never of counts, so that no way of showing can say more than another.
 */
export type Cell =
  | { kind: "exact"; count: number }
  /** 0, 1 or 2 */
  | { kind: "few" }
  /** all, all but one, or all but two; of things named together: so near to all who are known to have answered */
  | { kind: "nearly_all" }
  /** kept back, because it would give away a neighbour */
  | { kind: "hidden" };

export const exactly = (count: number): Cell => ({ kind: "exact", count });

/** The count of an exact cell; null for every other. */
export const countIn = (cell: Cell): number | null => (cell.kind === "exact" ? cell.count : null);

/** What stands in tables and files instead of a number that is kept back. */
export const CELL_WORDS = {
  few: "hooguit 2",
  nearly_all: "vrijwel alle",
  hidden: "niet getoond",
} as const;
