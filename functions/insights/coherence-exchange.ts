import { type Matrix, MovingMatrix } from "./coherence-matrix.ts";
import type { ScaleSheet } from "./coherence-sheet.ts";
import type { Drawn } from "./statistics/chance.ts";

/** One organisation's other answer to a question. */
export interface Change {
  org: number;
  to: number;
}

/** The rows that each organisation stands in; made once for each sheet, however many worlds are tried. */
const places = new WeakMap<ScaleSheet["rows"], readonly (readonly number[])[]>();
function rowsOf({ rows, answers }: ScaleSheet): readonly (readonly number[])[] {
  const known = places.get(rows);
  if (known) return known;
  const made: number[][] = Array.from(answers, () => []);
  for (const [at, { members }] of rows.entries()) for (const org of members) made[org]?.push(at);
  places.set(rows, made);
  return made;
}

/** Answer sheets to several scales in which answers change, and how far the matrices over them are from the true ones. */
export class ExchangedSheets {
  readonly sheets: readonly ScaleSheet[];
  private readonly before: readonly ScaleSheet[];
  private readonly counts: readonly Int32Array[];
  private readonly matrices: readonly MovingMatrix[];

  constructor(sheets: readonly ScaleSheet[], matrices: readonly Matrix[], drawn: Drawn) {
    this.before = sheets;
    this.sheets = sheets.map((sheet) => ({ ...sheet, answers: Uint8Array.from(sheet.answers) }));
    this.counts = sheets.map(({ rows, answers }) =>
      Int32Array.from(
        rows,
        (row) => row.members.filter((org) => (row.options >> (answers[org] ?? 0)) & 1).length,
      ),
    );
    this.matrices = matrices.map((matrix) => new MovingMatrix(sheets, matrix, drawn));
  }

  get distance(): number {
    return this.matrices.reduce((sum, { distance }) => sum + distance, 0);
  }

  /** Changes answers to one question at once; not when one was opened or a released figure would no longer fit. */
  move(question: number, changes: readonly Change[]): boolean {
    const { sheets, counts, matrices } = this;
    const sheet = sheets[question] as ScaleSheet;
    const { answers, known, rows } = sheet;
    if (changes.some(({ org, to }) => known.has(org) || answers[org] === to)) return false;
    const [placesOf, counted] = [rowsOf(sheet), counts[question] as Int32Array];
    const moved = new Map<number, number>();
    for (const { org, to } of changes)
      for (const at of placesOf[org] ?? []) {
        const { options } = rows[at] as ScaleSheet["rows"][number];
        const change = ((options >> to) & 1) - ((options >> (answers[org] as number)) & 1);
        if (change !== 0) moved.set(at, (moved.get(at) ?? 0) + change);
      }
    for (const [at, change] of moved) {
      const { low, high } = rows[at] as ScaleSheet["rows"][number];
      const count = (counted[at] as number) + change;
      if (count < low || count > high) return false;
    }
    for (const [at, change] of moved) counted[at] = (counted[at] as number) + change;
    for (const { org, to } of changes) {
      const from = answers[org] as number;
      for (const matrix of matrices) matrix.change(sheets, question, org, from, to);
      answers[org] = to;
    }
    for (const matrix of matrices) matrix.settle(question);
    return true;
  }

  /** Two organisations take over each other's answer to a question. */
  exchange(question: number, one: number, other: number): boolean {
    return one !== other && this.move(question, this.exchanging(question, one, other));
  }

  /** Keeps changes only when the matrices come nearer, or stay as near. */
  improve(question: number, changes: readonly Change[]): void {
    const { answers } = this.sheets[question] as ScaleSheet;
    const back = changes.map(({ org }) => ({ org, to: answers[org] as number }));
    const before = this.distance;
    if (this.move(question, changes) && this.distance > before) this.move(question, back);
  }

  exchanging(question: number, one: number, other: number): Change[] {
    const { answers } = this.sheets[question] as ScaleSheet;
    return [
      { org: one, to: answers[other] ?? 0 },
      { org: other, to: answers[one] ?? 0 },
    ];
  }

  /** Who answers anything else than it did. */
  differing(): number[] {
    const orgs = this.before[0]?.answers.keys() ?? [];
    return [...orgs].filter((org) =>
      this.sheets.some((sheet, at) => sheet.answers[org] !== this.before[at]?.answers[org]),
    );
  }
}
