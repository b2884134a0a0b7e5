import { chanceOf, Drawn, type Method, type nearChance } from "./chance.ts";
import { total } from "./ranks.ts";

export interface Coherence {
  /** pairs in which both were answered */
  n: number;
  /** from -1 up to 1; null when one of both has one value only */
  tau: number | null;
  /** two-sided; null when tau is */
  p: number | null;
  method: Method | null;
}

/**
 * Kendall's tau-b of pairs, with a two-sided p of "no coherence" as `chanceOf` finds it.
 *
 * tau-b = S / sqrt((n0 - n1)(n0 - n2)), with S concordant minus discordant pairs, n0 all pairs, n1 and n2 those
 * tied on either side. Source: Kendall, "Rank Correlation Methods" (4th ed. 1970), ch. 3.
 *
 * @param drawn see `chanceOf`
 * @throws RangeError when the lists differ in length
 */
export function kendall(xs: readonly number[], ys: readonly number[], drawn?: Drawn): Coherence {
  if (xs.length !== ys.length) throw new RangeError("Pairs need as many first as second values");
  return coherenceOf(xs.length, score(xs, ys), sizesInOrder(xs), sizesInOrder(ys), drawn);
}

/**
 * The same from S and the sizes of the ties, low to high, for who counted these already.
 *
 * @param chance how p is found
 */
export function coherenceOf(
  n: number,
  s: number,
  xs: readonly number[],
  ys: readonly number[],
  drawn?: Drawn,
  chance: typeof nearChance | typeof chanceOf = chanceOf,
): Coherence {
  const pairs = (n * (n - 1)) / 2;
  const tied = (sizes: readonly number[]) => total(sizes.map((size) => (size * (size - 1)) / 2));
  const root = Math.sqrt((pairs - tied(xs)) * (pairs - tied(ys)));
  if (!(root > 0)) return { n, tau: null, p: null, method: null };
  return {
    n,
    tau: Math.max(-1, Math.min(1, s / root)),
    ...chance(Math.abs(s), xs, ys, drawn ?? new Drawn()),
  };
}

/** How many share each value, from the lowest value to the highest. */
export function sizesInOrder(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values.toSorted((one, other) => one - other))
    sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}

/** S: concordant minus discordant pairs. */
export function score(xs: readonly number[], ys: readonly number[]): number {
  let s = 0;
  for (let one = 1; one < xs.length; one += 1)
    for (let other = 0; other < one; other += 1)
      s +=
        Math.sign((xs[one] as number) - (xs[other] as number)) *
        Math.sign((ys[one] as number) - (ys[other] as number));
  return s;
}
