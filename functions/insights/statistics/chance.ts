import { twoSided } from "./normal.ts";
import { seededRandom, shuffle } from "./random.ts";
import { total } from "./ranks.ts";

/** How a p was found: over all orders, over orders drawn by chance, or by the normal curve. */
export type Method = "exact" | "permutation" | "normal";

/** What was drawn before: who compares very many tables with the same totals draws once. */
export class Drawn {
  /** by the sizes of the ties: per |S| how many drawn orders reach it */
  readonly reached = new Map<string, Uint16Array>();
  /** by the number of pairs: the drawn orders themselves, one after the other */
  readonly orders = new Map<number, Uint8Array>();
}

/** With ties all orders are looked at up to here: 8! = 40,320. */
const MOST_ORDERS_OF = 8;
/** Without ties the distribution of S is known by recursion. */
const MOST_EXACT = 50;
const MOST_DRAWN = 200;
const DRAWS = 9_999;
const SEED = 20_240_601;

/**
 * Two-sided p of "no coherence" for Kendall's S. It depends on |S| and on how many share each value, from low to
 * high on both sides, and on nothing else: not on who is who, nor on the order of the list.
 *
 * In this order: exact without ties up to 50 pairs by the recursion of Kendall, "Rank Correlation Methods" (4th
 * ed. 1970), ch. 5; exact over all orders up to 8 pairs; over 9,999 seeded orders up to 200 pairs, as
 * (b + 1) / (m + 1) so that it is never 0 (Phipson & Smyth 2010); else the normal curve with the variance for
 * ties of ch. 4.
 *
 * @param s |S|: concordant minus discordant pairs, without its sign
 * @param xs sizes of the groups of equal first values, low to high; likewise `ys`
 */
export function chanceOf(
  s: number,
  xs: readonly number[],
  ys: readonly number[],
  drawn: Drawn = new Drawn(),
): { p: number; method: Method } {
  const n = total(xs);
  const isUntied = xs.length === n && ys.length === n;
  if (isUntied && n <= MOST_EXACT) return { p: untied(n, s), method: "exact" };
  if (n <= MOST_ORDERS_OF) return { p: overAllOrders(s, xs, ys), method: "exact" };
  if (n <= MOST_DRAWN) return { p: overDrawnOrders(s, xs, ys, drawn), method: "permutation" };
  return { p: normalChance(s, xs, ys), method: "normal" };
}

/**
 * The same p where its orders were drawn before, else that of the normal curve: for who only wants to know roughly
 * where to look, and works it out afterwards.
 */
export function nearChance(s: number, xs: readonly number[], ys: readonly number[], drawn: Drawn) {
  const method: Method = "normal";
  return drawn.reached.has(keyOf(xs, ys))
    ? chanceOf(s, xs, ys, drawn)
    : { p: normalChance(s, xs, ys), method };
}

const keyOf = (xs: readonly number[], ys: readonly number[]): string => `${xs.join()} ${ys.join()}`;

/** The values as their place among the different ones, sorted: 2 and 3 become 0, 0, 1, 1, 1. */
const places = (sizes: readonly number[]): number[] =>
  sizes.flatMap((size, place) => Array<number>(size).fill(place));

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

function overAllOrders(s: number, xs: readonly number[], ys: readonly number[]): number {
  const order = places(ys);
  const scoreNow = scorer(xs, ys.length);
  let extreme = 0;
  let orders = 0;
  // Heap's algorithm: every order once, one exchange at a time.
  const visit = (size: number): void => {
    if (size <= 1) {
      orders += 1;
      if (scoreNow(order) >= s) extreme += 1;
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

function overDrawnOrders(s: number, xs: readonly number[], ys: readonly number[], drawn: Drawn): number {
  const key = keyOf(xs, ys);
  let reached = drawn.reached.get(key);
  if (!reached) {
    reached = reachedBy(xs, ys, drawn);
    drawn.reached.set(key, reached);
  }
  return ((reached[s] ?? 0) + 1) / (DRAWS + 1);
}

/** Per |S| how many of the seeded orders reach it. */
function reachedBy(xs: readonly number[], ys: readonly number[], drawn: Drawn): Uint16Array {
  const values = Uint8Array.from(places(ys));
  const n = values.length;
  const orders = drawn.orders.get(n) ?? drawOrders(n);
  drawn.orders.set(n, orders);
  const scoreNow = scorer(xs, ys.length);
  const order = new Uint8Array(n);
  const reached = new Uint16Array((n * (n - 1)) / 2 + 1);
  for (let from = 0; from < orders.length; from += n) {
    for (let at = 0; at < n; at += 1) order[at] = values[orders[from + at] as number] as number;
    const s = scoreNow(order);
    reached[s] = (reached[s] as number) + 1;
  }
  for (let s = reached.length - 2; s >= 0; s -= 1)
    reached[s] = (reached[s] as number) + (reached[s + 1] as number);
  return reached;
}

function drawOrders(n: number): Uint8Array {
  const random = seededRandom(SEED);
  const order = Array.from({ length: n }, (_, at) => at);
  const orders = new Uint8Array(DRAWS * n);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    shuffle(order, random);
    orders.set(order, draw * n);
  }
  return orders;
}

/** |S| of an order of second values beside sorted first ones; counts places, never pairs. */
function scorer(xs: readonly number[], different: number): (order: ArrayLike<number>) => number {
  const below = new Int32Array(different);
  const here = new Int32Array(different);
  return (order) => {
    below.fill(0);
    let s = 0;
    let at = 0;
    for (const size of xs) {
      here.fill(0);
      for (const end = at + size; at < end; at += 1)
        here[order[at] as number] = (here[order[at] as number] as number) + 1;
      let under = 0;
      let over = below.reduce((all, count) => all + count, 0);
      for (let place = 0; place < different; place += 1) {
        const same = below[place] as number;
        over -= same;
        s += (here[place] as number) * (under - over);
        under += same;
      }
      for (let place = 0; place < different; place += 1)
        below[place] = (below[place] as number) + (here[place] as number);
    }
    return Math.abs(s);
  };
}

/** Two-sided p by the normal curve, with the variance of S for ties on both sides. */
export function normalChance(s: number, xs: readonly number[], ys: readonly number[]): number {
  const n = total(xs);
  const sum = (sizes: readonly number[], of: (size: number) => number) => total(sizes.map(of));
  const five = (t: number) => t * (t - 1) * (2 * t + 5);
  const two = (t: number) => t * (t - 1);
  const three = (t: number) => t * (t - 1) * (t - 2);
  const variance =
    (five(n) - sum(xs, five) - sum(ys, five)) / 18 +
    (sum(xs, two) * sum(ys, two)) / (2 * n * (n - 1)) +
    (n > 2 ? (sum(xs, three) * sum(ys, three)) / (9 * n * (n - 1) * (n - 2)) : 0);
  return twoSided(s / Math.sqrt(variance));
}
