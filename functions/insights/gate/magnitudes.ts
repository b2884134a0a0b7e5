import { LEAST_ORGANISATIONS } from "./display.ts";

/**
 * Figures of confidential magnitudes: FTE, inhabitants, locations. How many organisations fall in each class is
 * an item with options and goes through the audit. Sums, means and medians are released here, for the groups
 * of one division only, so that no organisation is in two of them: no differences to take. Once, in the first
 * edition; a later one repeats them, for the difference would be about the late organisations only.
 *
 * Source of the rules: Hundepool, Domingo-Ferrer, Franconi, Giessing, Schulte Nordholt, Spicer, De Wolf,
 * "Statistical Disclosure Control" (Wiley 2012), ch. 4: (n,k)-dominance and p%-rule, and secondary suppression.
 */
export interface MagnitudeRules {
  /** the largest `contributors` together may make up at most `share` of the sum */
  contributors: number;
  share: number;
  /** nobody may be able to estimate another's value closer than this part of it */
  margin: number;
}

const MAGNITUDE_RULES: MagnitudeRules = { contributors: 2, share: 0.75, margin: 0.1 };

/** (n,k)-rule: the largest contributors do not dominate the sum. */
export function passesDominance(
  values: readonly number[],
  { contributors, share } = MAGNITUDE_RULES,
): boolean {
  const largest = descending(values).slice(0, contributors);
  return total(largest) <= share * total(values);
}

/**
 * p%-rule: the second largest knows its own value, so the largest is at most the sum minus that. What is left
 * over, everybody else's, must be at least `margin` of the largest. Every other pair is then safe as well.
 */
export function passesMargin(values: readonly number[], { margin } = MAGNITUDE_RULES): boolean {
  const [first = 0, second = 0] = descending(values);
  return first > 0 && total(values) - first - second >= margin * first;
}

/**
 * Whether the sum (and with the number of organisations the mean) may be shown.
 * @throws RangeError for a negative value: these rules hold for magnitudes only
 */
export function maySum(values: readonly number[], rules = MAGNITUDE_RULES): boolean {
  if (values.some((value) => !(value >= 0))) throw new RangeError("A magnitude is 0 or more");
  return (
    values.length >= LEAST_ORGANISATIONS && passesDominance(values, rules) && passesMargin(values, rules)
  );
}

/** A mean of fewer tells more about who is in it than about the group; and of a sum anybody can take the mean. */
const LEAST_FOR_A_MEAN = 10;

/** One number of one organisation. */
export interface Magnitude {
  value: number;
  /** class in which it is counted */
  class: number;
  /** its organisation opened it: it needs no protection and gives none */
  isOpened: boolean;
}

export interface MagnitudeGroup {
  /** key of the set, as in a release */
  key: string;
  magnitudes: readonly Magnitude[];
  /** by lot: nothing of this group, or the median only */
  lot: { isWithheld: boolean; isCoarser: boolean };
}

export interface MagnitudeFigures {
  /** organisations that gave a number */
  n: number;
  median: number;
  /** null: withheld */
  sum: number | null;
  mean: number | null;
}

/** What is shown of a group: nothing, its median, or sum and mean as well. */
type Level = "nothing" | "median" | "sum";

/**
 * Releases the groups of one division, and all of them together: medians, and sums and means where they pass.
 * What is shown of `all` and of some groups gives the sum of the other groups together; so those as one must
 * pass the rules too. As long as they do not, the last group of the report with a sum loses it.
 *
 * Nobody's value is pinned within a tenth: for every organisation and for every other one that knows its own
 * value, there is a third whose value lies further off and with whom the values can be exchanged without
 * changing any figure. The third is of the same group; or of the same class, when nothing is shown of either's
 * group but counts of classes. Counts by class may be released for `all` and for these groups, for no others.
 *
 * The rules look at the values, so a gap could tell; that is what the lots are for (see `lotOf`).
 *
 * @param all lot of all groups together
 * @returns by key; a group of which nothing is shown is left out
 * @throws RangeError for a negative value
 */
export function releaseMagnitudes(
  groups: readonly MagnitudeGroup[],
  all: { key: string; lot: MagnitudeGroup["lot"] },
  rules = MAGNITUDE_RULES,
): Map<string, MagnitudeFigures> {
  const everybody = { ...all, magnitudes: groups.flatMap(({ magnitudes }) => magnitudes) };
  const levels = groups.map((group) => levelOf(group, rules));
  let whole = levelOf(everybody, rules);
  if (whole === "sum") {
    const rest = () =>
      groups.flatMap(({ magnitudes }, at) => (levels[at] === "sum" ? [] : closed(magnitudes)));
    while (rest().length > 0 && !maySum(rest(), rules) && levels.includes("sum"))
      levels[levels.lastIndexOf("sum")] = "median";
  }
  const elsewhere = (at: number) =>
    groups.flatMap(({ magnitudes }, nth) =>
      nth !== at && levels[at] === "nothing" && levels[nth] === "nothing" ? magnitudes : [],
    );
  if (!groups.every((group, at) => isFree(group, elsewhere(at), rules))) {
    // Without figures of all together a group is on its own: one that pins somebody shows nothing.
    whole = "nothing";
    for (const [at, group] of groups.entries())
      levels[at] = isFree(group, [], rules) ? levelOf(group, rules) : "nothing";
  }
  return new Map(
    [everybody, ...groups].flatMap(({ key, magnitudes }, at): [string, MagnitudeFigures][] => {
      const level = at === 0 ? whole : levels[at - 1];
      return level === "nothing" || !level ? [] : [[key, figures(magnitudes, level === "sum")]];
    }),
  );
}

function levelOf({ magnitudes, lot }: MagnitudeGroup, rules: MagnitudeRules): Level {
  const left = closed(magnitudes);
  if (lot.isWithheld || left.length < LEAST_ORGANISATIONS) return "nothing";
  const passes = left.length >= LEAST_FOR_A_MEAN && maySum(left, rules);
  return passes && !lot.isCoarser ? "sum" : "median";
}

/** Whether everybody in this group has two others to exchange values with that lie further off than the margin. */
function isFree(
  { magnitudes }: MagnitudeGroup,
  elsewhere: readonly Magnitude[],
  { margin }: MagnitudeRules,
): boolean {
  return magnitudes.every((target) => {
    if (target.isOpened) return true;
    const isFar = ({ value, isOpened }: Magnitude) =>
      !isOpened && Math.abs(value - target.value) > margin * target.value;
    const sameClass = elsewhere.filter((other) => other.class === target.class);
    return [...magnitudes, ...sameClass].filter(isFar).length >= 2;
  });
}

const closed = (magnitudes: readonly Magnitude[]): number[] =>
  magnitudes.flatMap(({ value, isOpened }) => (isOpened ? [] : [value]));

/** Rounded: three digits for sum and mean, two for the median, for of an odd number that is somebody's own value. */
function figures(magnitudes: readonly Magnitude[], withSum: boolean): MagnitudeFigures {
  const values = magnitudes.map(({ value }) => value);
  const sum = total(values);
  return {
    n: values.length,
    median: rounded(median(values), 2),
    sum: withSum ? rounded(sum, 3) : null,
    mean: withSum ? rounded(sum / values.length, 3) : null,
  };
}

function median(values: readonly number[]): number {
  const sorted = descending(values);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const descending = (values: readonly number[]) => [...values].sort((a, b) => b - a);
const rounded = (value: number, digits: number) => Number(value.toPrecision(digits));
