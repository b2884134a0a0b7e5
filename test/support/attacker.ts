import loadHighs from "highs";
import { seededRandom } from "../../functions/insights/gate/random.ts";
import type { Statement } from "./attacker-model.ts";

/** What the attacker worked out, organisations by number. `undecided` must be empty for a claim to hold. */
export interface Findings {
  /** answers that follow from the figures alone */
  outsider: number[];
  /** `[knower, target]`: answers that follow for who knows one answer, its own */
  insiders: [number, number][];
  undecided: number;
  solves: number;
}

const highs = await loadHighs();

/**
 * Attacks a release of yes/no figures. An answer is determined when one of its two values occurs in no 0/1
 * sheet that agrees with all statements. Sheets that do agree are found by a random walk that never leaves
 * them (flips and exchanges) and, for each value not seen, by the integer solver: infeasible is proof.
 *
 * So for the outsider and for every insider the finding is exact, not a sample: each (knower, target) pair ends
 * in a sheet that shows the other value, or in a proof that there is none.
 *
 * @param truth the true sheet: what each insider knows of itself, and where the walk may start, which helps
 *   the attacker only
 */
export function attack(
  statements: readonly Statement[],
  truth: readonly boolean[],
  { insiders, walk = 80_000 }: { insiders: boolean; walk?: number },
): Findings {
  const n = truth.length;
  const seen = new Sightings(n);
  const random = seededRandom(n * 7919 + statements.length);
  const start = truth.map(Number);
  wander(statements, start, walk, random, (sheet) => seen.add(sheet));
  const solver = questionsAbout(statements, n);
  const findings: Findings = { outsider: [], insiders: [], undecided: 0, solves: 0 };
  const certain = new Set<number>();

  const settle = (target: number, knower: number | null): "open" | "determined" | "undecided" => {
    const value = truth[target] ? 0 : 1;
    const known = knower === null ? null : { who: knower, value: start[knower]! };
    if (seen.has(target, value, known)) return "open";
    findings.solves += 1;
    const fixed: [number, number][] = [[target, value]];
    if (known) fixed.push([known.who, known.value]);
    const push = start.map((mine, other) => (seen.has(other, 1 - mine, known) ? mine : 1 - mine));
    const outcome = solver.ask(fixed, push);
    if (outcome === "none") return "determined";
    if (outcome === "unknown") return "undecided";
    if (!agrees(outcome, statements)) throw new Error("The solver's sheet does not agree with the figures");
    seen.add(outcome);
    wander(statements, outcome, walk / 40, random, (sheet) => seen.add(sheet));
    return "open";
  };

  try {
    for (let target = 0; target < n; target++) {
      const outcome = settle(target, null);
      if (outcome === "determined") certain.add(target);
      if (outcome === "undecided") findings.undecided += 1;
    }
    findings.outsider = [...certain];
    if (!insiders) return findings;
    for (let knower = 0; knower < n; knower++) {
      for (let target = 0; target < n; target++) {
        if (target === knower) continue;
        const outcome = certain.has(target) ? "determined" : settle(target, knower);
        if (outcome === "determined") findings.insiders.push([knower, target]);
        if (outcome === "undecided") findings.undecided += 1;
      }
    }
    return findings;
  } finally {
    solver.close();
  }
}

/** Which value of whom was seen, by itself and together with a value of somebody else. */
class Sightings {
  private readonly alone: Uint8Array;
  private readonly together: Uint8Array;
  private readonly n: number;

  constructor(n: number) {
    this.n = n;
    this.alone = new Uint8Array(2 * n);
    this.together = new Uint8Array(4 * n * n);
  }

  add(sheet: readonly number[]): void {
    const { n } = this;
    for (let knower = 0; knower < n; knower++) {
      this.alone[2 * knower + sheet[knower]!] = 1;
      const from = (2 * knower + sheet[knower]!) * 2 * n;
      for (let target = 0; target < n; target++) this.together[from + 2 * target + sheet[target]!] = 1;
    }
  }

  has(target: number, value: number, known: { who: number; value: number } | null): boolean {
    if (!known) return this.alone[2 * target + value] === 1;
    return this.together[(2 * known.who + known.value) * 2 * this.n + 2 * target + value] === 1;
  }
}

export function agrees(sheet: readonly number[], statements: readonly Statement[]): boolean {
  return statements.every(({ who, least, most }) => {
    const yes = who.filter((at) => sheet[at] === 1).length;
    return yes >= least && yes <= most;
  });
}

/** Flips one to four answers at a time, and stays only where all statements hold. */
export function wander(
  statements: readonly Statement[],
  from: readonly number[],
  steps: number,
  random: () => number,
  visit: (sheet: readonly number[]) => void,
): void {
  const sheet = [...from];
  const yes = Int32Array.from(statements, ({ who }) => who.filter((at) => sheet[at] === 1).length);
  const least = Int32Array.from(statements, (statement) => statement.least);
  const most = Int32Array.from(statements, (statement) => statement.most);
  const about = sheet.map((_, at) =>
    Int32Array.from(statements.flatMap(({ who }, nth) => (who.includes(at) ? [nth] : []))),
  );
  const flip = (at: number) => {
    const change = sheet[at] ? -1 : 1;
    sheet[at] = 1 - sheet[at]!;
    for (const nth of about[at]!) yes[nth]! += change;
  };
  const holds = (at: number) => {
    for (const nth of about[at]!) if (yes[nth]! < least[nth]! || yes[nth]! > most[nth]!) return false;
    return true;
  };
  visit(sheet);
  const changed: number[] = [];
  for (let step = 0, moved = 0; step < steps; step++) {
    changed.length = 1 + Math.floor(random() * 4);
    for (let nth = 0; nth < changed.length; nth++) changed[nth] = Math.floor(random() * sheet.length);
    for (const at of changed) flip(at);
    if (changed.every(holds)) {
      moved += 1;
      if (moved % 4 === 0) visit(sheet);
    } else for (const at of changed) flip(at);
  }
}

/** The integer solver with these statements: is there a sheet with these values beside? */
export function questionsAbout(statements: readonly Statement[], n: number) {
  const { variableType, modelStatus } = highs.constants;
  const indices = statements.flatMap(({ who }) => who);
  const starts = [0];
  for (const { who } of statements) starts.push((starts.at(-1) ?? 0) + who.length);
  const model = highs.createModel({
    numCols: n,
    numRows: statements.length,
    colCost: new Float64Array(n),
    colLower: new Float64Array(n),
    colUpper: new Float64Array(n).fill(1),
    rowLower: statements.map(({ least }) => least),
    rowUpper: statements.map(({ most }) => most),
    matrix: {
      format: "csr",
      numRows: statements.length,
      numCols: n,
      starts,
      indices,
      values: indices.map(() => 1),
    },
    integrality: Array.from({ length: n }, () => variableType.integer),
  });
  // Any sheet will do: a gap this wide stops the search at the first one.
  model.options.set({ output_flag: false, mip_rel_gap: 1e9, mip_abs_gap: 1e9, mip_max_nodes: 20_000 });
  const all = { kind: "range", from: 0, to: n - 1 } as const;
  return {
    /** @param push which answers would rather be yes */
    ask(fixed: readonly [number, number][], push: readonly number[]): number[] | "none" | "unknown" {
      const low = new Float64Array(n);
      const high = new Float64Array(n).fill(1);
      for (const [at, value] of fixed) low[at] = high[at] = value;
      model.clearSolver();
      model.changeColsBounds(all, low, high);
      model.changeColsCost(
        all,
        push.map((value) => (value ? -1 : 1)),
      );
      model.run();
      const status = model.getModelStatus();
      if (status === modelStatus.infeasible) return "none";
      if (status !== modelStatus.optimal) return "unknown";
      return Array.from(model.getSolution().colValue, Math.round);
    },
    close: () => model.dispose(),
  };
}
