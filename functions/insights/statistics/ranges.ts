/** What a statistic can be at all; outside it somebody made a typing error. */
export const RANGES = {
  /** Kendall's tau, also rho, r and Cliff's delta */
  coefficient: { low: -1, high: 1 },
  /** p, also a corrected one */
  chance: { low: 0, high: 1 },
  percentage: { low: 0, high: 100 },
} as const;
export type Range = keyof typeof RANGES;

export const isPossible = (range: Range, value: number): boolean =>
  value >= RANGES[range].low && value <= RANGES[range].high;
