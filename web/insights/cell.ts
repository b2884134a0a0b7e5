/**
 * A number as it may be shown. Everything that leaves the server (sentence, chart, table, CSV, Excel, API) is
 * made of cells, never of counts, so that no way of showing can say more than another. The count of a cell
 * that is not exact lies from `low` up to and including `high`, as every reader can work out.
 */
export type Cell =
  | { kind: "exact"; count: number }
  /** 0, 1 or 2 */
  | { kind: "few"; low: number; high: number }
  /** all, all but one, or all but two */
  | { kind: "nearly_all"; low: number; high: number }
  /** the count in one of three words */
  | { kind: "word"; word: "few" | "half" | "most"; low: number; high: number }
  /** without a number, and without a reason that differs; `nearest`: filters of the nearest view that is shown */
  | { kind: "withheld"; nearest: string | null };

export const exactly = (count: number): Cell => ({ kind: "exact", count });

/** The count of an exact cell; null for every other. */
export const countIn = (cell: Cell): number | null => (cell.kind === "exact" ? cell.count : null);

/** The words of the gate, equal to those of `phrase()` there; a test holds them together. */
export const CELL_WORDS = {
  few: "hooguit 2",
  nearly_all: "vrijwel alle",
  word: { few: "weinig", half: "ongeveer de helft", most: "de meeste" },
  withheld: "niet getoond",
} as const;

/** The one sentence at every cell that is withheld, equal to that of the gate. */
export const WITHHELD_SENTENCE = "Dit cijfer tonen we niet. Zo blijft elk antwoord vertrouwelijk.";

/** What stands in tables and files instead of a number; null for an exact count. */
export function wordsIn(cell: Cell): string | null {
  if (cell.kind === "exact") return null;
  return cell.kind === "word" ? CELL_WORDS.word[cell.word] : CELL_WORDS[cell.kind];
}
