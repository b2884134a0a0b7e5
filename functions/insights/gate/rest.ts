import { LEAST_ORGANISATIONS } from "./display.ts";
import type { Row } from "./sheet.ts";

const ENDS = 2;

/** A row whose set lies within the other's, or the other way round. */
function nested(row: Row, other: Row): { large: Row; small: Row } | null {
  if (other.options !== row.options) return null;
  const [large, small] = row.members.length >= other.members.length ? [row, other] : [other, row];
  const inLarge = new Set(large.members);
  return small.members.every((member) => inLarge.has(member)) ? { large, small } : null;
}

/**
 * What anybody can say of a set by subtracting figures of sets around it or within it.
 *
 * @returns between how many of it chose one of these options, ends included
 */
export function impliedOf(
  members: readonly number[],
  options: number,
  said: readonly Row[],
): { low: number; high: number } {
  const free = { low: 0, high: members.length };
  const whole = { members, options, ...free };
  return said.reduce(({ low, high }, row) => {
    const pair = nested(whole, row);
    if (!pair) return { low, high };
    const rest = pair.large.members.length - pair.small.members.length;
    const isAround = pair.small === whole;
    return {
      low: Math.max(low, isAround ? row.low - rest : row.low),
      high: Math.min(high, isAround ? row.high : row.high + rest),
    };
  }, free);
}

/**
 * Whether a row, beside another whose set lies within its own or around it, says too much of the rest: those in
 * the larger set only ("did not come back", "are new"). Nobody shows that group, but whoever subtracts has it, so
 * rule 1 holds for it as for a cell: of fewer than 5 nothing may follow, and of 5 or more no count, nor a choice
 * of two, within 2 of either end. The audit alone would let two of four through, for nobody is determined.
 *
 * @param open per organisation its answer where readers know it, else -1: known answers are taken out first
 */
export function baresARest(row: Row, said: readonly Row[], open: readonly number[]): boolean {
  return said.some((other) => {
    const pair = nested(row, other);
    if (!pair) return false;
    const inSmall = new Set(pair.small.members);
    const rest = pair.large.members.filter((member) => !inSmall.has(member));
    const known = rest.filter((member) => open[member]! >= 0);
    const chose = known.filter((member) => (row.options >> open[member]!) & 1).length;
    const size = rest.length - known.length;
    const low = Math.max(0, pair.large.low - pair.small.high - chose);
    const high = Math.min(size, pair.large.high - pair.small.low - chose);
    if (size === 0) return false;
    if (size < LEAST_ORGANISATIONS) return low > 0 || high < size;
    return high - low < ENDS && (low <= ENDS || high >= size - ENDS);
  });
}
