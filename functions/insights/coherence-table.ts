import type { StoredCoherence, StoredPair } from "../../db/schema/insights-coherence.ts";
import type { Drawn } from "./statistics/chance.ts";
import { holm } from "./statistics/holm.ts";
import { type Coherence, kendall } from "./statistics/kendall.ts";

/** One question in a matrix: a value per organisation, in one order for all; null without a value. */
export interface Measured {
  concept: string;
  values: readonly (number | null)[];
}

export type Precision = StoredCoherence["precision"];

/** Below this number of pairs a coherence says more about a few organisations than about all. */
export const LEAST_PAIRS = 10;
/** A corrected p of a confidential pair is shown as below one of these, or not at all. */
const LEVELS = [0.01, 0.05] as const;

const AT_LEAST = { weak: 0.1, moderate: 0.3, strong: 0.5 } as const;

/** The association's own words for |tau|; textbooks differ, so the number stands beside it where it may. */
function strengthOf(tau: number): NonNullable<StoredPair["strength"]> {
  const size = Math.abs(tau);
  if (size >= AT_LEAST.strong) return "strong";
  if (size >= AT_LEAST.moderate) return "moderate";
  return size >= AT_LEAST.weak ? "weak" : "none";
}

/** A pair with its test, before the others count. */
type Tested = Pick<StoredPair, "one" | "other"> & Coherence;

/**
 * Every pair of these questions, tested, with p corrected over the whole matrix.
 *
 * @param drawn see `chanceOf`
 */
export function pairsOf(measured: readonly Measured[], drawn?: Drawn): StoredPair[] {
  return corrected(
    measured.flatMap((one, at) =>
      measured
        .slice(at + 1)
        .map((other) => ({ one: one.concept, other: other.concept, ...testOf(one, other, drawn) })),
    ),
  );
}

/** The pairs of a whole matrix with their p corrected for all of them, and their strength in a word. */
export function corrected(tested: readonly Tested[]): StoredPair[] {
  const ps = holm(tested.map(({ p }) => p));
  return tested.map((pair, at) => ({
    ...pair,
    corrected: ps[at] ?? null,
    strength: pair.tau === null ? null : strengthOf(pair.tau),
  }));
}

function testOf(one: Measured, other: Measured, drawn?: Drawn): Coherence {
  const both = one.values.flatMap((value, at) => {
    const against = other.values[at];
    return value === null || against === null || against === undefined ? [] : [[value, against] as const];
  });
  if (both.length < LEAST_PAIRS) return { n: both.length, tau: null, p: null, method: null };
  return kendall(
    both.map(([value]) => value),
    both.map(([, against]) => against),
    drawn,
  );
}

/** Facts that members opened to each other: all that was found, to three decimals. */
export const asFacts = (pairs: readonly StoredPair[]): StoredPair[] =>
  pairs.map((pair) => ({
    ...pair,
    tau: rounded(pair.tau, 3),
    p: rounded(pair.p, 4),
    corrected: rounded(pair.corrected, 4),
  }));

/** Confidential scales, no more exact than this: p only as below a level, tau as a number, a word, or a direction. */
export function asShown(pairs: readonly StoredPair[], precision: Precision): StoredPair[] {
  if (precision === "withheld") return [];
  return pairs.map((pair) => {
    const corrected = levelOf(pair.corrected);
    const n = precision === "words" || precision === "demonstrated" ? null : pair.n;
    const said = { ...pair, n, p: null, ...shownTau(pair.tau, precision), corrected };
    const isDemonstrated = corrected !== null && corrected < 1;
    return precision === "demonstrated" && isDemonstrated ? { ...said, tau: Math.sign(pair.tau ?? 0) } : said;
  });
}

/** tau as it may be shown; a direction always goes with it. */
function shownTau(tau: number | null, precision: Precision): Pick<StoredPair, "tau" | "strength"> {
  if (tau === null || precision === "demonstrated") return { tau: null, strength: null };
  const strength = strengthOf(tau);
  if (precision === "two_decimals") return { tau: rounded(tau, 2), strength };
  if (precision === "one_decimal") return { tau: rounded(tau, 1), strength };
  return { tau: strength === "none" ? 0 : Math.sign(tau), strength };
}

/** The lowest level that p is below; 1 when none. */
const levelOf = (p: number | null): number | null =>
  p === null ? null : (LEVELS.find((level) => p < level) ?? 1);

const rounded = (value: number | null, digits: number): number | null =>
  // Never -0, which is not the same as 0 when compared as JSON.
  value === null ? null : Number(value.toFixed(digits)) + 0;
