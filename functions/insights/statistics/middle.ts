import { decimal, total } from "./ranks.ts";

/** Under this number of answers a mean says more about one of them than about all. */
const LEAST_FOR_MEAN = 10;

/** The mean; null under 10 values. */
export function meanOf(values: readonly number[]): number | null {
  return values.length < LEAST_FOR_MEAN ? null : total(values) / values.length;
}

/** The middle value; of an even number the mean of both middle ones. Null without values. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  return decimal(((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] as number)) / 2);
}

export interface Interval {
  low: number;
  high: number;
  /** chance that such an interval holds the median, at least what was asked */
  confidence: number;
}

/**
 * Interval of the median between two of the values themselves: the k-th from below and from above, with the
 * largest k for which 1 - 2 P(B < k) is at least the confidence, B binomial (n, 1/2). No assumption about the
 * shape of the distribution. Source: Conover, "Practical Nonparametric Statistics" (3rd ed. 1999), par. 3.2.
 *
 * @returns null when even the lowest and highest value do not reach the confidence: under 6 values at 95 %
 */
export function medianInterval(values: readonly number[], confidence = 0.95): Interval | null {
  const place = intervalPlace(values.length, confidence);
  if (!place) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const low = sorted[place.k - 1] as number;
  const high = sorted[values.length - place.k] as number;
  return { low, high, confidence: place.confidence };
}

/** Which value from below and from above is the end of the interval of the median of n values. */
export function intervalPlace(n: number, confidence = 0.95): { k: number; confidence: number } | null {
  let tail = 0;
  let found: { k: number; confidence: number } | null = null;
  // P(B = k - 1), from one to the next: never a factorial, so that n may be large.
  let logChance = -n * Math.LN2;
  for (let k = 1; k <= n / 2; k += 1) {
    tail += Math.exp(logChance);
    if (1 - 2 * tail < confidence) return found;
    found = { k, confidence: 1 - 2 * tail };
    logChance += Math.log((n - k + 1) / k);
  }
  return found;
}

export interface FinitePopulation {
  /** part of all organisations that answered */
  fraction: number;
  /** a margin of error by the usual formulas is at most this part of it */
  factor: number;
}

/**
 * What it means that n of a finite number of N organisations answered: usual margins and p-values speak of an
 * endless population, so they are on the careful side. Factor sqrt((N - n) / (N - 1)).
 * Source: Cochran, "Sampling Techniques" (3rd ed. 1977), par. 2.6.
 *
 * @throws RangeError when n is not from 1 up to N
 */
export function finitePopulation(n: number, all: number): FinitePopulation {
  if (!(n >= 1 && n <= all)) throw new RangeError("More answered than there are");
  return { fraction: n / all, factor: all === 1 ? 0 : Math.sqrt((all - n) / (all - 1)) };
}
