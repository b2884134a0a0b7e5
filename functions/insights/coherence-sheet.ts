import { LEAST_PAIRS } from "./coherence-table.ts";
import type { Row } from "./gate/sheet.ts";
import { HIGH_STEPS, SCALE_OPTIONS } from "./release-support.ts";
import { chanceOf, type Drawn, type nearChance } from "./statistics/chance.ts";
import { type Coherence, coherenceOf } from "./statistics/kendall.ts";

/** One confidential scale as the release job knows it. */
export interface ScaleSheet {
  concept: string;
  /** per organisation of any edition the number of its answer in SCALE_OPTIONS */
  answers: Uint8Array;
  /** everything that its releases say, with options as bits over SCALE_OPTIONS */
  rows: readonly Row[];
  /** sheets that fit what was released with filters: per organisation 1 for a high step, else 0 */
  witnesses: readonly Uint8Array[];
  /** whose answer some edition opened: who reads the matrix may know it, so it stands still and needs no protection */
  known: ReadonlySet<number>;
}

const STEPS = 5;
/** Rows and columns of a table of two scales; the first is for who has no step. */
const SIDE = STEPS + 1;

/** An answer as its step from 1, or 0 without one. */
const stepOf = (answer: number): number => (answer < STEPS ? answer + 1 : 0);

/** One of the two highest steps. */
export const isHigh = (answer: number): boolean => HIGH.includes(answer);
const HIGH = HIGH_STEPS.of.map((step) => (SCALE_OPTIONS as readonly string[]).indexOf(step));

/**
 * The answers with other organisations on the high side, and as many on each step as before: who changes sides
 * takes over the answer of who goes the other way. Null when not as many go up as down.
 */
export function onTheseSides(answers: Uint8Array, highs: Uint8Array): Uint8Array | null {
  const orgs = [...answers.keys()];
  const up = orgs.filter((org) => !isHigh(answers[org] ?? 0) && highs[org] === 1);
  const down = orgs.filter((org) => isHigh(answers[org] ?? 0) && highs[org] === 0);
  if (up.length !== down.length) return null;
  const moved = Uint8Array.from(answers);
  for (const [place, org] of up.entries()) {
    const other = down[place] ?? org;
    moved[org] = answers[other] ?? 0;
    moved[other] = answers[org] ?? 0;
  }
  return moved;
}

/** The answers of these organisations as values, in this order. */
export const valuesOf = ({ concept, answers }: ScaleSheet, members: readonly number[]) => ({
  concept,
  values: members.map((org) => stepOf(answers[org] ?? STEPS) || null),
});

/** All answers of a scale as bits: what the rows of its two layers are translated to. */
export const bitsOf = (options: readonly string[]): number =>
  options.reduce((bits, option) => bits | (1 << optionAt(option)), 0);

export const optionAt = (option: string | undefined): number =>
  (SCALE_OPTIONS as readonly string[]).indexOf(option ?? "");

/** How many stand on which step of two scales; tau-b, n and p as `kendall` finds them from the pairs. */
export class StepTable {
  private readonly cells = new Int32Array(SIDE * SIDE);

  add(one: number, other: number, times: number): void {
    const cell = stepOf(one) * SIDE + stepOf(other);
    this.cells[cell] = (this.cells[cell] ?? 0) + times;
  }

  /** @param chance how p is found, see `coherenceOf` */
  coherence(drawn: Drawn, chance: typeof chanceOf | typeof nearChance = chanceOf): Coherence {
    const { cells } = this;
    let [n, s] = [0, 0];
    const rows = new Array<number>(STEPS).fill(0);
    const columns = new Array<number>(STEPS).fill(0);
    for (let one = 1; one < SIDE; one += 1)
      for (let other = 1; other < SIDE; other += 1) {
        const count = cells[one * SIDE + other] as number;
        if (count === 0) continue;
        n += count;
        (rows[one - 1] as number) += count;
        (columns[other - 1] as number) += count;
        for (let above = one + 1; above < SIDE; above += 1)
          for (let beside = 1; beside < SIDE; beside += 1)
            s += count * (cells[above * SIDE + beside] as number) * Math.sign(beside - other);
      }
    if (n < LEAST_PAIRS) return { n, tau: null, p: null, method: null };
    const taken = (count: number) => count > 0;
    return coherenceOf(n, s, rows.filter(taken), columns.filter(taken), drawn, chance);
  }
}
