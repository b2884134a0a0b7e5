import { type ScaleSheet, StepTable } from "./coherence-sheet.ts";
import type { Row } from "./gate/sheet.ts";

/** What is shown of a tau; two that are shown alike are alike. */
type ShownAs = (tau: number | null) => { tau: number | null; strength: string | null };

interface Pair {
  one: number;
  other: number;
  table: StepTable;
  n: number;
  tau: number | null;
  shown: ReturnType<ShownAs>;
  distance: number;
}

/** Another number of answers, or no tau at all, is further away than any tau. */
const FAR = 10;

/** Answer sheets to several scales in which answers change places, and how far their matrix is from the true one. */
export class ExchangedSheets {
  readonly sheets: readonly ScaleSheet[];
  distance = 0;
  private readonly before: readonly ScaleSheet[];
  private readonly shownAs: ShownAs;
  private readonly showsN: boolean;
  private readonly rows: readonly (readonly { row: Row; members: ReadonlySet<number>; count: number }[])[];
  private readonly pairs: readonly Pair[];

  constructor(sheets: readonly ScaleSheet[], shownAs: ShownAs, showsN: boolean) {
    this.showsN = showsN;
    this.before = sheets;
    this.shownAs = shownAs;
    this.sheets = sheets.map((sheet) => ({ ...sheet, answers: Uint8Array.from(sheet.answers) }));
    this.rows = sheets.map(({ rows, answers }) =>
      rows.map((row) => ({
        row,
        members: membersOf(row),
        count: row.members.filter((org) => (row.options >> (answers[org] ?? 0)) & 1).length,
      })),
    );
    this.pairs = sheets.flatMap((first, one) =>
      sheets.slice(one + 1).map((second, after): Pair => {
        const table = new StepTable();
        for (const [org, answer] of first.answers.entries()) table.add(answer, second.answers[org] ?? 0, 1);
        const { n, tau } = table.coherence();
        return { one, other: one + 1 + after, table, n, tau, shown: shownAs(tau), distance: 0 };
      }),
    );
  }

  /** Exchanges two answers to one question; not when one was opened or a released figure would no longer fit. */
  exchange(question: number, one: number, other: number): boolean {
    const { answers, known } = this.sheets[question] as ScaleSheet;
    if (known.has(one) || known.has(other)) return false;
    const [first, second] = [answers[one] ?? 0, answers[other] ?? 0];
    if (one === other || first === second) return false;
    const rows = this.rows[question] ?? [];
    const changes = rows.map(({ row, members }) => {
      const change = ((row.options >> second) & 1) - ((row.options >> first) & 1);
      return change === 0 ? 0 : (members.has(one) ? change : 0) - (members.has(other) ? change : 0);
    });
    if (rows.some(({ row, count }, at) => !isWithin(row, count + (changes[at] ?? 0)))) return false;
    for (const [at, row] of rows.entries()) row.count += changes[at] ?? 0;
    for (const pair of this.pairs)
      if (pair.one === question || pair.other === question)
        this.moved(pair, question, [one, first], [other, second]);
    answers[one] = second;
    answers[other] = first;
    return true;
  }

  /** Keeps an exchange only when the matrix comes nearer, or stays as near. */
  improve(question: number, one: number, other: number): void {
    const before = this.distance;
    if (this.exchange(question, one, other) && this.distance > before) this.exchange(question, one, other);
  }

  /** Who answers anything else than it did. */
  differing(): number[] {
    const orgs = this.before[0]?.answers.keys() ?? [];
    return [...orgs].filter((org) =>
      this.sheets.some((sheet, at) => sheet.answers[org] !== this.before[at]?.answers[org]),
    );
  }

  private moved(pair: Pair, question: number, ...exchanged: [org: number, answer: number][]): void {
    const isFirst = pair.one === question;
    const beside = this.sheets[isFirst ? pair.other : pair.one]?.answers;
    const put = (answer: number, org: number, times: number) => {
      const against = beside?.[org] ?? 0;
      if (isFirst) pair.table.add(answer, against, times);
      else pair.table.add(against, answer, times);
    };
    const [[one, first], [other, second]] = exchanged as [[number, number], [number, number]];
    put(first, one, -1);
    put(second, other, -1);
    put(second, one, 1);
    put(first, other, 1);
    const now = this.distanceOf(pair);
    this.distance = Math.max(0, this.distance + now - pair.distance);
    if (this.pairs.every((each) => (each === pair ? now : each.distance) === 0)) this.distance = 0;
    pair.distance = now;
  }

  private distanceOf({ table, n, tau, shown }: Pair): number {
    const now = table.coherence();
    if ((this.showsN && now.n !== n) || (now.tau === null) !== (tau === null)) return FAR;
    const as = this.shownAs(now.tau);
    if (as.tau === shown.tau && as.strength === shown.strength) return 0;
    return Math.abs((now.tau ?? 0) - (tau ?? 0));
  }
}

const isWithin = ({ low, high }: Row, count: number): boolean => count >= low && count <= high;

/** Made once for each row, however many worlds are tried. */
const sets = new WeakMap<Row, ReadonlySet<number>>();
function membersOf(row: Row): ReadonlySet<number> {
  const known = sets.get(row) ?? new Set(row.members);
  sets.set(row, known);
  return known;
}
