import { type Combination, Coverage } from "./coverage.ts";
import { filledIn, type Known, knownRows } from "./known.ts";
import { type Partition, refine, undivided } from "./partition.ts";
import type { OpenProgram, Solver } from "./program.ts";
import { type Random, seededRandom } from "./random.ts";
import { fits, type Row, type Sheet } from "./sheet.ts";
import { ask, programOf } from "./sheet-program.ts";
import { type Terrain, terrain, walk } from "./walk.ts";

/** `limit`: the work limit was reached. `solver`: none was given, or it failed. Both mean: withheld. */
export type Verdict = "safe" | "unsafe" | "limit" | "solver";

/** What the audit cost so far. Counts, never seconds: the same release costs the same everywhere. */
export interface AuditCost {
  offered: number;
  walks: number;
  solves: number;
  /** solves that proved that a combination no longer fits */
  proofs: number;
  /** offers that reached the limit */
  limited: number;
}

export interface AuditSettings {
  /** how many organisations */
  n: number;
  /** how many different answers one organisation can give, numbered from 0 */
  options: number;
  solver: Solver | null;
  /** steers the search for witnesses; no verdict depends on it unless a limit is reached */
  seed: number;
  /** sheets to start the search from */
  start?: readonly Sheet[];
  /** what the reader knows beside the figures */
  known?: Known;
}

/** Limits in steps, so that a slow machine gives the same verdicts as a fast one. */
const ATTEMPTS = 60;
const STEPS = 200;
const WALKS_PER_OFFER = 6_000;
const REPAIR_STEPS = 40;
/** Solves for one offer, times classes: 32 at 46 classes, 7 at 200, for there each takes a second or more. */
const SOLVE_BUDGET = 1_500;
/** After this many offers at the limit the solver is left alone: what comes next in the order is harder still. */
const MOST_LIMITED = 3;
/** Sheets that show nothing new are kept up to this many: they are where later searches start. */
const SPARE_SHEETS = 200;
const FIRST_SHEETS = 24;

/**
 * The sequential audit: rows are offered one bundle at a time and taken only if afterwards, over all answer
 * sheets that fit everything taken so far, every pair of organisations can still have every combination of two
 * answers (for yes/no the "rule of four").
 *
 * What that gives. An outsider: any organisation can have any answer. An insider who knows its own answer,
 * whichever it is: any other organisation can still have any answer. And since the rule quantifies over all
 * fitting sheets and this class is never told the true one, a verdict tells nothing that the rows themselves do
 * not. It does not cover two organisations that combine what they know, nor likelihood instead of certainty.
 *
 * Exact: a combination counts as possible only when a sheet is at hand that shows it, checked by addition, and
 * as impossible only when the solver proved it. Method: Nabar, Marthi, Kenthapadi, Mishra, Motwani, "Towards
 * robustness in query auditing", VLDB 2006 (auditing over all consistent databases); integer programs for 0/1
 * answers after Kleinberg, Papadimitriou, Raghavan, "Auditing Boolean attributes", PODS 2000.
 */
export class Audit {
  readonly cost: AuditCost = { offered: 0, walks: 0, solves: 0, proofs: 0, limited: 0 };
  private readonly n: number;
  private readonly options: number;
  private readonly solver: Solver | null;
  private readonly random: Random;
  private readonly known: Known;
  /** 1 for an organisation whose answer is known */
  private readonly settled: Uint8Array;
  private partition: Partition;
  private rows: readonly Row[];
  private pool: Sheet[];

  constructor({ n, options, solver, seed, start, known }: AuditSettings) {
    this.n = n;
    this.options = options;
    this.solver = solver;
    this.random = seededRandom(seed);
    this.known = known ?? Array<number>(n).fill(-1);
    this.settled = Uint8Array.from(this.known, (answer) => (answer < 0 ? 0 : 1));
    this.rows = knownRows(this.known, options);
    this.partition = refine(undivided(n), this.rows);
    const drawn = Array.from({ length: FIRST_SHEETS }, () => this.randomSheet());
    this.pool = [...(start ?? []).map((sheet) => filledIn(sheet, this.known)), ...drawn];
  }

  /** Takes these rows if that is safe; otherwise everything stays as it was. */
  offer(bundle: readonly Row[]): Verdict {
    const { verdict, take } = this.consider(bundle);
    if (verdict === "safe") take();
    return verdict;
  }

  /** Whether these rows would be safe; nothing changes until they are taken, right after. */
  consider(bundle: readonly Row[]): { verdict: Verdict; take: () => void } {
    this.cost.offered += 1;
    const rows = [...this.rows, ...bundle];
    const partition = refine(this.partition, bundle);
    const ground = terrain(rows, this.n);
    const coverage = new Coverage(partition, this.options, this.known);
    const pool = this.carryOver(bundle, ground, coverage);
    const isAlone = this.settled.reduce((left, settled) => left - settled, this.n) === 1;
    // Who is the only one left has no pair to hide in.
    const verdict = isAlone ? "unsafe" : this.coverAll(rows, partition, ground, coverage, pool);
    if (verdict === "limit") this.cost.limited += 1;
    const take = () => {
      this.rows = rows;
      this.partition = partition;
      this.pool = pool;
    };
    return { verdict, take };
  }

  /** The witnesses: sheets that fit and together show every combination. */
  witnesses(): Sheet[] {
    const coverage = new Coverage(this.partition, this.options, this.known);
    return this.pool.filter((sheet) => fits(sheet, this.rows) && coverage.add(sheet));
  }

  /** How many classes of organisations a reader can tell apart. */
  get classes(): number {
    return this.partition.members.length;
  }

  /** Sheets that fitted before and fit the bundle too, if need be after a few changes. */
  private carryOver(bundle: readonly Row[], ground: Terrain, coverage: Coverage): Sheet[] {
    const pool: Sheet[] = [];
    for (const before of this.pool) {
      let sheet = before;
      if (!fits(before, bundle)) {
        sheet = before.slice();
        if (!walk(ground, this.options, sheet, this.settled, REPAIR_STEPS, this.random)) continue;
      }
      if (coverage.add(sheet) || pool.length < SPARE_SHEETS) pool.push(sheet);
    }
    return pool;
  }

  /** Finds a sheet for every combination not shown yet: by walking, and where that fails by the solver. */
  private coverAll(
    rows: readonly Row[],
    partition: Partition,
    ground: Terrain,
    coverage: Coverage,
    pool: Sheet[],
  ): Verdict {
    let program: OpenProgram | null = null;
    let solves = 0;
    const walked = this.cost.walks;
    try {
      for (const combination of coverage.missing()) {
        if (this.cost.walks - walked > WALKS_PER_OFFER) return "limit";
        let sheet = this.search(combination, partition, ground, pool);
        if (!sheet) {
          if (!this.solver) return "solver";
          if (this.cost.limited >= MOST_LIMITED) return "limit";
          if (++solves > Math.max(2, SOLVE_BUDGET / partition.members.length)) return "limit";
          this.cost.solves += 1;
          let outcome: ReturnType<typeof ask>;
          try {
            program ??= this.solver.open(programOf(partition, this.options, rows));
            outcome = ask(program, combination, partition, coverage);
          } catch {
            // A foreign system: whatever goes wrong in it, the cell is withheld.
            return "solver";
          }
          if (outcome.verdict === "none") this.cost.proofs += 1;
          if (outcome.verdict !== "fits") return outcome.verdict === "none" ? "unsafe" : "limit";
          sheet = outcome.sheet;
        }
        coverage.add(sheet);
        // A solver works with rounding; whole numbers added up do not.
        if (!fits(sheet, rows) || !coverage.has(combination)) return "solver";
        pool.push(sheet);
      }
      return "safe";
    } finally {
      program?.close();
    }
  }

  /** Looks for a sheet with this combination near the sheets that are known. */
  private search(wanted: Combination, partition: Partition, ground: Terrain, pool: Sheet[]): Sheet | null {
    const { random, options } = this;
    const first = partition.members[wanted.first]![0]!;
    const second = partition.members[wanted.second]![wanted.first === wanted.second ? 1 : 0]!;
    const fixed = this.settled.slice();
    fixed[first] = 1;
    fixed[second] = 1;
    const draw = () => (pool.length > 0 ? pool[Math.floor(random() * pool.length)]! : this.randomSheet());
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      this.cost.walks += 1;
      let base = draw();
      // A sheet that has one of the two answers already lies nearer.
      for (let look = 0; look < 8; look++) {
        if (base[first] === wanted.firstOption || base[second] === wanted.secondOption) break;
        base = draw();
      }
      const sheet = base.slice();
      sheet[first] = wanted.firstOption;
      sheet[second] = wanted.secondOption;
      if (walk(ground, options, sheet, fixed, STEPS, random)) return sheet;
    }
    return null;
  }

  private randomSheet(): Sheet {
    const drawn = Uint8Array.from({ length: this.n }, () => Math.floor(this.random() * this.options));
    return filledIn(drawn, this.known);
  }
}
