import { total } from "./ranks.ts";

/**
 * Cliff's delta of two groups that answered on one ordinal scale: the chance that somebody of the first group
 * stands higher than somebody of the second, minus the reverse. From -1 up to 1; 0 when they are alike.
 * Source: Cliff, "Dominance statistics: ordinal analyses to answer ordinal questions" (1993).
 *
 * @param one how many of the first group stand on each step, low to high
 * @param other the same of the second group, over the same steps
 * @returns null when one of the groups is empty
 * @throws RangeError when the scales differ in length
 */
export function cliffsDelta(one: readonly number[], other: readonly number[]): number | null {
  if (one.length !== other.length) throw new RangeError("Two groups need one scale");
  const pairs = total(one) * total(other);
  if (pairs === 0) return null;
  let ahead = 0;
  for (const [step, count] of one.entries())
    for (const [against, times] of other.entries()) ahead += Math.sign(step - against) * count * times;
  return ahead / pairs;
}

/** The step on which the middle answer stands, from 1; halves lie between two steps. Null without answers. */
export function medianStep(counts: readonly number[]): number | null {
  const n = total(counts);
  if (n === 0) return null;
  const stepOf = (place: number) => {
    let before = 0;
    return counts.findIndex((count) => {
      before += count;
      return before >= place;
    });
  };
  return (stepOf(Math.ceil(n / 2)) + stepOf(Math.floor(n / 2) + 1)) / 2 + 1;
}
