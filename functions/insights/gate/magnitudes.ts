import { LEAST_ORGANISATIONS } from "./display.ts";

/**
 * Figures of confidential magnitudes: FTE, inhabitants, locations. How many organisations fall in each class is
 * an item with options and goes through the audit. Sums, means and medians are released here, for the groups
 * of one division only, so that no organisation is in two of them: no differences to take.
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

export interface Division<Group extends string = string> {
  /** in the order of the report */
  groups: readonly { group: Group; values: readonly number[] }[];
}

export interface ReleasedMagnitudes {
  /** sum and mean over everybody; null: withheld */
  all: MagnitudeFigures | null;
  groups: readonly { group: string; figures: MagnitudeFigures | null }[];
}

export interface MagnitudeFigures {
  n: number;
  sum: number;
  mean: number;
  median: number;
}

/**
 * Releases the total and the groups of one division. What is withheld can be worked out together, as the total
 * minus the groups shown; so the withheld ones as one must pass the rules too. As long as they do not, the last
 * group of the report that is shown is withheld as well.
 *
 * Values of a division that was released before, with other members, need a release of their own round.
 */
export function releaseMagnitudes(division: Division, rules = MAGNITUDE_RULES): ReleasedMagnitudes {
  const { groups } = division;
  const everybody = groups.flatMap(({ values }) => values);
  if (!maySum(everybody, rules)) {
    return { all: null, groups: groups.map(({ group }) => ({ group, figures: null })) };
  }
  const shown = groups.map(({ values }) => maySum(values, rules));
  const rest = () => groups.flatMap(({ values }, at) => (shown[at] ? [] : values));
  while (rest().length > 0 && !maySum(rest(), rules) && shown.includes(true))
    shown[shown.lastIndexOf(true)] = false;
  return {
    all: figures(everybody),
    groups: groups.map(({ group, values }, at) => ({ group, figures: shown[at] ? figures(values) : null })),
  };
}

/** Rounded to two figures: of an odd number the middle value is somebody's own. */
function figures(values: readonly number[]): MagnitudeFigures {
  const sum = total(values);
  return {
    n: values.length,
    sum: rounded(sum, 3),
    mean: rounded(sum / values.length, 3),
    median: rounded(median(values), 2),
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
