/** Sizes of the groups of equal values, also groups of one. */
export function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}

/**
 * A number without the noise of binary fractions: 71.7 - 70.6 is 1.1000000000000085, and would not be equal to the
 * same difference elsewhere. Nobody gives a number in more than six decimals.
 */
export const decimal = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Ranks from 1, low to high; equal values share the mean of their ranks. */
export function midranks(values: readonly number[]): number[] {
  const sorted = values.toSorted((one, other) => one - other);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
