import type { Cell } from "../../web/insights/cell.ts";
import type { ShownGap, ShownSide } from "../../web/insights/gap.ts";
import { display } from "./gate/display.ts";
import { cellOf } from "./released-figures.ts";
import { cliffsDelta, medianStep } from "./statistics/dominance.ts";
import { total } from "./statistics/ranks.ts";

/**
 * People, not organisations, answer here, in a town where many know each other; so each side needs twice the
 * minimum of organisations, the same 10 as for a mean.
 */
export const LEAST_RESPONDENTS = 10;
/** "Eens" and "helemaal eens" on a scale of five. */
const AGREE_FROM = 4;

export interface StatementRow {
  concept: string;
  wording: string;
  /** respondents on each step, low to high */
  firstCounts: readonly number[];
  secondCounts: readonly number[];
}

/**
 * One statement seen from two sides. Only when both sides pass their threshold there is a figure at all: a
 * single side would be a figure of that audience, which nobody promised. Shares are of who answered; within 2 of
 * either end a word stands instead of a number, as in the gate. The difference is Cliff's delta and the difference
 * in shares; both are left out beside a word.
 */
export function gapOf({ concept, wording, firstCounts, secondCounts }: StatementRow): ShownGap {
  const [first, second] = [total(firstCounts), total(secondCounts)];
  const passes = [first, second].map((n) => n >= LEAST_RESPONDENTS);
  if (!passes.every(Boolean))
    return {
      concept,
      wording,
      withheld: passes.some(Boolean) ? "one_side" : "both_sides",
      sides: null,
      gap: null,
    };
  const sides = [sideOf(firstCounts), sideOf(secondCounts)] as const;
  const delta = cliffsDelta(firstCounts, secondCounts);
  const [one, other] = sides.map(({ share }) => share);
  const gap = one == null || other == null || delta === null ? null : { delta, points: one - other };
  return { concept, wording, withheld: null, sides, gap };
}

function sideOf(counts: readonly number[]): ShownSide {
  const n = total(counts);
  const agree = total(counts.slice(AGREE_FROM - 1));
  const cell: Cell = cellOf(asShown(agree, n), null);
  const isExact = cell.kind === "exact";
  return { n, agree: cell, share: isExact ? agree / n : null, median: isExact ? medianStep(counts) : null };
}

const asShown = (count: number, n: number) => display(count, n, 0);
