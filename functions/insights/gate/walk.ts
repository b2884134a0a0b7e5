import type { Random } from "./random.ts";
import type { Row, Sheet } from "./sheet.ts";

/** The rows as flat lists, made once and walked often. */
export interface Terrain {
  rows: readonly Row[];
  rowsOf: readonly Int32Array[];
}

export function terrain(rows: readonly Row[], n: number): Terrain {
  const rowsOf: number[][] = Array.from({ length: n }, () => []);
  for (const [at, row] of rows.entries()) for (const member of row.members) rowsOf[member]!.push(at);
  return { rows, rowsOf: rowsOf.map((list) => Int32Array.from(list)) };
}

const TABU_STEPS = 4;

/**
 * Changes a sheet answer by answer until it fits all rows (tabu search: the answer that lessens the violation
 * most, not one changed a moment ago). Finds most witnesses for a fraction of the cost of a solver; proves
 * nothing when it finds none.
 *
 * @param sheet changed in place
 * @param fixed 1 for an organisation whose answer must stay
 * @param steps how many changes at most
 * @returns whether the sheet now fits
 */
export function walk(
  { rows, rowsOf }: Terrain,
  options: number,
  sheet: Sheet,
  fixed: Uint8Array,
  steps: number,
  random: Random,
): boolean {
  const sums = new Int32Array(rows.length);
  const lows = new Int32Array(rows.length);
  const highs = new Int32Array(rows.length);
  const which = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    let sum = 0;
    for (const member of row.members) sum += (row.options >> sheet[member]!) & 1;
    sums[at] = sum;
    lows[at] = row.low;
    highs[at] = row.high;
    which[at] = row.options;
  }
  const violated: number[] = [];
  const freeAfter = new Int32Array(sheet.length);
  for (let step = 0; step <= steps; step++) {
    violated.length = 0;
    for (let at = 0; at < rows.length; at++) {
      if (sums[at]! < lows[at]! || sums[at]! > highs[at]!) violated.push(at);
    }
    if (violated.length === 0) return true;
    if (step === steps) return false;
    const row = violated[Math.floor(random() * violated.length)]!;
    const counted = which[row]!;
    const wantsMore = sums[row]! < lows[row]!;
    let best = -1;
    let bestOption = 0;
    let bestScore = Number.POSITIVE_INFINITY;
    for (const member of rows[row]!.members) {
      if (fixed[member]) continue;
      const mine = sheet[member]!;
      if (wantsMore === (((counted >> mine) & 1) === 1)) continue;
      const list = rowsOf[member]!;
      const tabu = freeAfter[member]! > step ? 3 : 0;
      for (let next = 0; next < options; next++) {
        if (wantsMore !== (((counted >> next) & 1) === 1)) continue;
        let score = random() * 0.9 + tabu;
        for (let k = 0; k < list.length; k++) {
          const at = list[k]!;
          const sum = sums[at]!;
          const change = ((which[at]! >> next) & 1) - ((which[at]! >> mine) & 1);
          if (change > 0) score += sum >= highs[at]! ? 1 : sum < lows[at]! ? -1 : 0;
          else if (change < 0) score += sum <= lows[at]! ? 1 : sum > highs[at]! ? -1 : 0;
        }
        if (score < bestScore) {
          bestScore = score;
          best = member;
          bestOption = next;
        }
      }
    }
    if (best < 0) return false;
    const mine = sheet[best]!;
    for (const at of rowsOf[best]!) {
      sums[at]! += ((which[at]! >> bestOption) & 1) - ((which[at]! >> mine) & 1);
    }
    sheet[best] = bestOption;
    freeAfter[best] = step + TABU_STEPS + Math.floor(random() * 4);
  }
  return false;
}
