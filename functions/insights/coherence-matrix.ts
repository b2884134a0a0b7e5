import { type ScaleSheet, StepTable, valuesOf } from "./coherence-sheet.ts";
import { asShown, corrected, type Precision, pairsOf } from "./coherence-table.ts";
import { type Drawn, nearChance } from "./statistics/chance.ts";
import type { Coherence } from "./statistics/kendall.ts";

/** A matrix of coherences that is shown, or that somebody wants to show. */
export interface Matrix {
  /** who counted in it, and the places of its questions among the sheets */
  members: readonly number[];
  questions: readonly number[];
  precision: Precision;
}

/** What a matrix says of these sheets. */
export const saidOf = (
  sheets: readonly ScaleSheet[],
  { members, questions, precision }: Matrix,
  drawn: Drawn,
) =>
  asShown(
    pairsOf(
      questions.flatMap((question) => {
        const sheet = sheets[question];
        return sheet ? [valuesOf(sheet, members)] : [];
      }),
      drawn,
    ),
    precision,
  );

type Said = ReturnType<typeof saidOf>[number];

interface Pair {
  one: number;
  other: number;
  concepts: { one: string; other: string };
  table: StepTable;
  now: Coherence;
  truth: Coherence;
}

/** Another number of answers, or no tau at all, is further away than any tau. */
const FAR = 10;
/** What is said otherwise counts, however near tau is. */
const LEAST = 0.001;

/**
 * A matrix over answers that change places, and how far it says something else than the true one. Where totals are
 * as they were, p is that of the matrix; elsewhere it is near enough to look further, and who finds a world works
 * it out with `saidOf`.
 */
export class MovingMatrix {
  distance = 0;
  private readonly members: ReadonlySet<number>;
  private readonly precision: Precision;
  private readonly drawn: Drawn;
  private readonly pairs: readonly Pair[];
  private readonly said: readonly Said[];

  /** @param drawn what the true matrix drew; not what other worlds did, or a search would depend on earlier ones */
  constructor(sheets: readonly ScaleSheet[], matrix: Matrix, drawn: Drawn) {
    const { members, questions, precision } = matrix;
    this.members = new Set(members);
    this.precision = precision;
    this.drawn = drawn;
    this.pairs = questions.flatMap((one, at) =>
      questions.slice(at + 1).flatMap((other): Pair[] => {
        const [first, second] = [sheets[one], sheets[other]];
        if (!first || !second) return [];
        const table = new StepTable();
        for (const org of members) table.add(first.answers[org] ?? 0, second.answers[org] ?? 0, 1);
        const truth = table.coherence(this.drawn);
        return [
          { one, other, concepts: { one: first.concept, other: second.concept }, table, now: truth, truth },
        ];
      }),
    );
    this.said = this.sayings();
  }

  /** Takes an answer from one step of a question to another. The sheets hold the answers to the other questions. */
  change(sheets: readonly ScaleSheet[], question: number, org: number, from: number, to: number): void {
    if (!this.members.has(org)) return;
    for (const { one, other, table } of this.pairs) {
      if (one !== question && other !== question) continue;
      const beside = sheets[one === question ? other : one]?.answers[org] ?? 0;
      if (one === question) {
        table.add(from, beside, -1);
        table.add(to, beside, 1);
      } else {
        table.add(beside, from, -1);
        table.add(beside, to, 1);
      }
    }
  }

  /** Works out again what changed with this question. */
  settle(question: number): void {
    for (const pair of this.pairs)
      if (pair.one === question || pair.other === question)
        pair.now = pair.table.coherence(this.drawn, nearChance);
    const now = this.sayings();
    this.distance = this.pairs.reduce((sum, { now: { tau, n }, truth }, at) => {
      const [before, after] = [this.said[at], now[at]];
      if (!before || !after || isAlike(before, after)) return sum;
      const isFar = (tau === null) !== (truth.tau === null) || before.n !== after.n;
      const apart = Math.abs((tau ?? 0) - (truth.tau ?? 0)) + Math.abs(n - truth.n) / FAR;
      return sum + (isFar ? FAR : 0) + Math.max(LEAST, apart);
    }, 0);
  }

  private sayings(): Said[] {
    return asShown(
      corrected(this.pairs.map(({ concepts, now }) => ({ ...concepts, ...now }))),
      this.precision,
    );
  }
}

const isAlike = (one: Said, other: Said): boolean =>
  one.n === other.n &&
  one.tau === other.tau &&
  one.strength === other.strength &&
  one.corrected === other.corrected;
