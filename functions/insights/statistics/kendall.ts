import { twoSided } from "./normal.ts";
import { seededRandom, shuffle } from "./random.ts";
import { tieSizes, total } from "./ranks.ts";

/** How a p was found: over all orders, over orders drawn by chance, or by the normal curve. */
export type Method = "exact" | "permutation" | "normal";

export interface Coherence {
  /** pairs in which both were answered */
  n: number;
  /** from -1 up to 1; null when one of both has one value only */
  tau: number | null;
  /** two-sided; null when tau is */
  p: number | null;
  method: Method | null;
}

/** With ties all orders are looked at up to here: 8! = 40,320. */
const MOST_ORDERS_OF = 8;
/** Without ties the distribution of S is known by recursion. */
const MOST_EXACT = 50;
const MOST_DRAWN = 200;
const DRAWS = 9_999;
const SEED = 20_240_601;

/**
 * Kendall's tau-b of pairs, with a two-sided p of "no coherence".
 *
 * tau-b = S / sqrt((n0 - n1)(n0 - n2)), with S concordant minus discordant pairs, n0 all pairs, n1 and n2 those
 * tied on either side. Source: Kendall, "Rank Correlation Methods" (4th ed. 1970), ch. 3. The p, in this order:
 * exact without ties up to 50 pairs by the recursion of ch. 5; exact over all orders up to 8 pairs; over 9,999
 * seeded orders up to 200 pairs, as (b + 1) / (m + 1) so that it is never 0 (Phipson & Smyth 2010); else the
 * normal curve with the variance for ties of ch. 4.
 *
 * @param way "normal": always by the normal curve, for who compares very many tables
 * @throws RangeError when the lists differ in length
 */
export function kendall(
  xs: readonly number[],
  ys: readonly number[],
  way: "best" | "normal" = "best",
): Coherence {
  if (xs.length !== ys.length) throw new RangeError("Pairs need as many first as second values");
  const n = xs.length;
  const pairs = (n * (n - 1)) / 2;
  const tied = (values: readonly number[]) => total(tieSizes(values).map((size) => (size * (size - 1)) / 2));
  const [tiedX, tiedY] = [tied(xs), tied(ys)];
  const root = Math.sqrt((pairs - tiedX) * (pairs - tiedY));
  if (!(root > 0)) return { n, tau: null, p: null, method: null };
  const s = score(xs, ys);
  const tau = Math.max(-1, Math.min(1, s / root));
  if (way === "normal") return { n, tau, p: kendallNormal(xs, ys), method: "normal" };
  return { n, tau, ...significance(xs, ys, Math.abs(s), tiedX + tiedY === 0) };
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

function significance(xs: readonly number[], ys: readonly number[], s: number, isUntied: boolean) {
  const n = xs.length;
  if (isUntied && n <= MOST_EXACT) return { p: untied(n, s), method: "exact" as const };
  if (n <= MOST_ORDERS_OF) return { p: overAllOrders(xs, ys, s), method: "exact" as const };
  if (n <= MOST_DRAWN) return { p: overDrawnOrders(xs, ys, s), method: "permutation" as const };
  return { p: kendallNormal(xs, ys), method: "normal" as const };
}

/** Share of the n! orders with |S| of at least `s`; the number of inversions by recursion over n. */
function untied(n: number, s: number): number {
  const pairs = (n * (n - 1)) / 2;
  let shares = [1];
  for (let size = 2; size <= n; size += 1) {
    const next = new Array<number>(shares.length + size - 1).fill(0);
    for (const [inversions, share] of shares.entries())
      for (let more = 0; more < size; more += 1)
        next[inversions + more] = (next[inversions + more] as number) + share / size;
    shares = next;
  }
  return Math.min(1, total(shares.filter((_, inversions) => Math.abs(pairs - 2 * inversions) >= s)));
}

function overAllOrders(xs: readonly number[], ys: readonly number[], s: number): number {
  const order = [...ys];
  let extreme = 0;
  let orders = 0;
  // Heap's algorithm: every order once, one exchange at a time.
  const visit = (size: number): void => {
    if (size <= 1) {
      orders += 1;
      if (Math.abs(score(xs, order)) >= s) extreme += 1;
      return;
    }
    for (let at = 0; at < size; at += 1) {
      visit(size - 1);
      const from = size % 2 === 0 ? at : 0;
      const kept = order[from] as number;
      order[from] = order[size - 1] as number;
      order[size - 1] = kept;
    }
  };
  visit(order.length);
  return extreme / orders;
}

/** The values are sorted first: the p then depends on who says what together, not on the order of the list. */
function overDrawnOrders(xs: readonly number[], ys: readonly number[], s: number): number {
  const random = seededRandom(SEED);
  const [first, second] = [xs, ys].map((values) => values.toSorted((one, other) => one - other)) as [
    number[],
    number[],
  ];
  let extreme = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    shuffle(second, random);
    if (Math.abs(scoreBySteps(first, second)) >= s) extreme += 1;
  }
  return (extreme + 1) / (DRAWS + 1);
}

/** S for sorted `xs`; with few different values it counts a table instead of all pairs. */
function scoreBySteps(xs: readonly number[], ys: readonly number[]): number {
  const seen = new Map<number, number>();
  const waiting = new Map<number, number>();
  let s = 0;
  for (const [at, y] of ys.entries()) {
    if (at > 0 && xs[at] !== xs[at - 1]) {
      for (const [value, times] of waiting) seen.set(value, (seen.get(value) ?? 0) + times);
      waiting.clear();
    }
    for (const [value, times] of seen) s += Math.sign(y - value) * times;
    waiting.set(y, (waiting.get(y) ?? 0) + 1);
  }
  return s;
}

/** Two-sided p by the normal curve, with the variance of S for ties on both sides. */
export function kendallNormal(xs: readonly number[], ys: readonly number[]): number {
  const n = xs.length;
  const [tx, ty] = [tieSizes(xs), tieSizes(ys)];
  const sum = (sizes: readonly number[], of: (size: number) => number) => total(sizes.map(of));
  const five = (t: number) => t * (t - 1) * (2 * t + 5);
  const two = (t: number) => t * (t - 1);
  const three = (t: number) => t * (t - 1) * (t - 2);
  const variance =
    (five(n) - sum(tx, five) - sum(ty, five)) / 18 +
    (sum(tx, two) * sum(ty, two)) / (2 * n * (n - 1)) +
    (n > 2 ? (sum(tx, three) * sum(ty, three)) / (9 * n * (n - 1) * (n - 2)) : 0);
  return twoSided(score(xs, ys) / Math.sqrt(variance));
}
