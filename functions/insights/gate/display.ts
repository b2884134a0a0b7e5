/**
 * What a cell may show of a count: rules 1 and 2 of the gate.
 *
 * - At least 5 organisations. Source: the minimum frequency rule, Hundepool et al., "Statistical Disclosure
 *   Control" (Wiley 2012), ch. 5; 5 is the association's own choice. Quotes need 10, and only answers
 *   that their organisation opened are quoted (`opened-queries.ts`).
 * - Total and one filter: exact, except within 2 of either end. Source: group disclosure, same chapter: a cell
 *   in which everybody, or everybody but one, answered the same tells each member about the others.
 * - Two filters: at most three words, each covering at least 3 counts. With two counts the single "no" of
 *   n-1..n would know that all others said yes. Exact counts of crossings use up what 46 yes/no answers can
 *   hide: own measurement, 0 to 8 % of crossings would survive the audit.
 * - No third filter, and never a percentage beside a word.
 *
 * By itself this protects nobody: only the audit looks at cells together.
 */
export const LEAST_ORGANISATIONS = 5;
const ENDS = 2;
const MOST_WORDS = 3;
const LEAST_COUNTS_A_WORD = 3;

/**
 * How exactly a figure of who took part in two rounds may be shown, fine to coarse: 1 is a count, the others are
 * ranges of at least so many counts.
 */
export const WIDTHS = [1, 3, 4, 5, 6] as const;

/** How many filters a cell has. */
export type Depth = 0 | 1 | 2;

/** What is shown; the count lies from `low` up to and including `high`, as every reader can work out. */
export type Shown = { low: number; high: number } & (
  | { kind: "exact"; count: number }
  /** 0, 1 or 2 */
  | { kind: "few" }
  /** all, all but one or all but two */
  | { kind: "nearly_all" }
  /** the count put into one of at most three words */
  | { kind: "word"; word: "few" | "half" | "most" }
);

/** Between a number and a word: one of several ranges of at least 3 counts. Only of who took part in two rounds. */
export interface ShownRange {
  kind: "range";
  low: number;
  high: number;
}

/**
 * @param count how many of the cell's organisations chose the option
 * @param size how many organisations the cell has
 * @param coarser in words, also for a total or one filter: the step back where exact counts are refused
 * @returns what may be shown at most; null under the minimum
 */
export function display(count: number, size: number, depth: Depth, coarser = false): Shown | null {
  if (size < LEAST_ORGANISATIONS) return null;
  if (depth === 2 || coarser) return inWords(count, size);
  if (count <= ENDS) return { kind: "few", low: 0, high: ENDS };
  if (count >= size - ENDS) return { kind: "nearly_all", low: size - ENDS, high: size };
  return { kind: "exact", count, low: count, high: count };
}

/** 0 up to and including the size, divided evenly; the first words take what is left over. */
function inWords(count: number, size: number): Shown {
  const words = (["few", "half", "most"] as const).filter(
    (word) => word !== "half" || size + 1 >= MOST_WORDS * LEAST_COUNTS_A_WORD,
  );
  const { part, low, high } = divided(count, size, words.length);
  return { kind: "word", word: words[part]!, low, high };
}

/**
 * The count as one of so many ranges that each covers at least `width` counts: between a number and a word. The
 * ranges follow from the size alone.
 *
 * @param width 3 or more
 */
export function inRanges(count: number, size: number, width: number): ShownRange | null {
  if (size < LEAST_ORGANISATIONS) return null;
  const parts = Math.max(1, Math.floor((size + 1) / Math.max(LEAST_COUNTS_A_WORD, width)));
  const { low, high } = divided(count, size, parts);
  return { kind: "range", low, high };
}

function divided(count: number, size: number, parts: number): { part: number; low: number; high: number } {
  const width = Math.floor((size + 1) / parts);
  const wider = (size + 1) % parts;
  let low = 0;
  for (let part = 0; part < parts; part++) {
    const high = low + width + (part < wider ? 1 : 0) - 1;
    if (count <= high) return { part, low, high };
    low = high + 1;
  }
  throw new RangeError(`A count of ${count} does not fit in ${size} organisations`);
}

/** The Dutch of what is shown. A word stands alone: no number, no percentage. */
export function phrase(shown: Shown): string {
  if (shown.kind === "exact") return String(shown.count);
  if (shown.kind === "few") return `hooguit ${ENDS}`;
  if (shown.kind === "nearly_all") return "vrijwel alle";
  return { few: "weinig", half: "ongeveer de helft", most: "de meeste" }[shown.word];
}

/** A share may stand beside an exact count only. */
export function mayShowPercentage(shown: Shown): boolean {
  return shown.kind === "exact";
}
