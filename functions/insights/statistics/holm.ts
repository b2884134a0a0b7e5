/**
 * P-values corrected for looking at many at once: sorted, the i-th smallest times (m - i + 1), never smaller than
 * the one before and at most 1. Null stays null and does not count.
 * Source: Holm, "A simple sequentially rejective multiple test procedure" (1979).
 */
export function holm(ps: readonly (number | null)[]): (number | null)[] {
  const tested = ps.flatMap((p, at) => (p === null ? [] : [{ p, at }])).sort((one, other) => one.p - other.p);
  const corrected: (number | null)[] = ps.map(() => null);
  let before = 0;
  for (const [rank, { p, at }] of tested.entries()) {
    before = Math.min(1, Math.max(before, p * (tested.length - rank)));
    corrected[at] = before;
  }
  return corrected;
}
