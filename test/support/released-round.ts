import type { Database } from "../../db/client.ts";
import { itemId } from "../../db/registry/questionnaire.ts";
import type { ShownCount } from "../../db/schema/insights.ts";
import { releaseCells, releases } from "../../db/schema/tables.ts";

/** A stored cell by hand: set, option, organisations in the set, what is shown, nearest view. */
export type HandCell = [
  filterKey: string,
  option: string,
  size: number | null,
  shown: ShownCount | null,
  nearest?: string,
];

export const exact = (count: number): ShownCount => ({ kind: "exact", low: count, high: count, count });
export const few: ShownCount = { kind: "few", low: 0, high: 2 };
export const nearlyAll = (size: number): ShownCount => ({ kind: "nearly_all", low: size - 2, high: size });
export const word = (said: "few" | "half" | "most", low: number, high: number): ShownCount => ({
  kind: "word",
  word: said,
  low,
  high,
});

/** Stores a release of one item, as the job would: cells in the order of the report. */
export async function seedRelease(
  db: Database,
  concept: string,
  cells: readonly HandCell[],
  { edition = 1, organisations = 20, roundId = "round-2024" } = {},
): Promise<void> {
  const id = `${roundId}-${concept}-${edition}`;
  await db.insert(releases).values({
    id,
    roundId,
    itemId: itemId(concept),
    edition,
    organisations,
    releasedAt: Date.parse("2025-01-27T09:00:00Z") + edition * 86_400_000,
  });
  await db.insert(releaseCells).values(
    cells.map(([filterKey, option, size, shown, nearest], position) => ({
      releaseId: id,
      position,
      filterKey,
      option,
      size,
      shown,
      nearest: nearest ?? null,
    })),
  );
}

/** A scale: its total, a size class, a crossing in words, and two gaps that lead elsewhere. */
export const SCALE_CELLS: readonly HandCell[] = [
  ["alle", "4-5", 20, exact(11)],
  ["alle", "1", 20, few],
  ["alle", "2", 20, few],
  ["alle", "3", 20, exact(4)],
  ["alle", "4", 20, exact(6)],
  ["alle", "5", 20, exact(5)],
  ["alle", "weet-niet", 20, few],
  ["alle", "nvt", 20, few],
  ["alle", "leeg", 20, few],
  ["grootte=groot", "4-5", 12, exact(7)],
  ["grootte=klein", "4-5", null, null, "alle"],
  ["landsdeel=west", "4-5", 9, nearlyAll(9)],
  ["grootte=groot&landsdeel=west", "4-5", 8, word("half", 3, 5)],
  ["grootte=groot&landsdeel=zuid", "4-5", null, null, "grootte=groot"],
];

/** Themes of an open question; the third is a gap everywhere. */
export const THEME_CELLS: readonly HandCell[] = [
  ["alle", "visie", 20, exact(15)],
  ["alle", "samenwerking", 20, exact(9)],
  ["alle", "data", null, null],
  ["grootte=groot", "visie", 12, nearlyAll(12)],
  ["grootte=groot", "samenwerking", 12, exact(5)],
  ["grootte=groot", "data", null, null],
];
