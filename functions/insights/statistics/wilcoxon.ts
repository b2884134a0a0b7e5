import type { Method } from "./chance.ts";
import { twoSided } from "./normal.ts";
import { decimal, midranks, tieSizes, total } from "./ranks.ts";

export interface SignedRanks {
  /** pairs that differ: equal ones say nothing about a direction */
  n: number;
  /** sum of the ranks of the pairs that rose */
  rose: number;
  /** two-sided; null when no pair differs */
  p: number | null;
  method: Method | null;
}

/** More pairs than this go by the normal curve; the sums of 60 ranks are still counted in a moment. */
const MOST_EXACT = 60;

/**
 * Wilcoxon's signed-rank test of pairs (before, after). Pairs without a difference are left out; equal
 * differences share their rank. Up to 60 pairs the p is exact, given the ties: over all ways to give the ranks
 * a sign. Above that it is the normal curve with a correction for ties and for continuity.
 * Source: Wilcoxon, "Individual comparisons by ranking methods" (1945); Hollander, Wolfe & Chicken,
 * "Nonparametric Statistical Methods" (3rd ed. 2014), par. 3.1.
 *
 * @throws RangeError when the lists differ in length
 */
export function wilcoxon(before: readonly number[], after: readonly number[]): SignedRanks {
  if (before.length !== after.length) throw new RangeError("Pairs need as many first as second values");
  const changes = after
    .map((value, at) => decimal(value - (before[at] as number)))
    .filter((change) => change !== 0);
  const n = changes.length;
  const ranks = midranks(changes.map(Math.abs));
  const rose = total(ranks.filter((_, at) => (changes[at] as number) > 0));
  if (n === 0) return { n, rose, p: null, method: null };
  return n <= MOST_EXACT
    ? { n, rose, p: exact(ranks, rose), method: "exact" }
    : { n, rose, p: approximate(ranks, rose), method: "normal" };
}

/** Twice the smaller tail. Ranks count double, so that halves are whole numbers. */
function exact(ranks: readonly number[], rose: number): number {
  let shares = [1];
  for (const rank of ranks.map((each) => Math.round(2 * each))) {
    const next = new Array<number>(shares.length + rank).fill(0);
    for (const [sum, share] of shares.entries()) {
      next[sum] = (next[sum] as number) + share / 2;
      next[sum + rank] = (next[sum + rank] as number) + share / 2;
    }
    shares = next;
  }
  const seen = Math.round(2 * rose);
  const low = total(shares.slice(0, seen + 1));
  const high = total(shares.slice(seen));
  return Math.min(1, 2 * Math.min(low, high));
}

function approximate(ranks: readonly number[], rose: number): number {
  const n = ranks.length;
  const mean = (n * (n + 1)) / 4;
  const ties = total(tieSizes(ranks).map((t) => t ** 3 - t));
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48;
  const distance = Math.max(0, Math.abs(rose - mean) - 0.5);
  return twoSided(distance / Math.sqrt(variance));
}
