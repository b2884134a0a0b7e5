import { describe, expect, it } from "vitest";
import { leavesOpen, safePrecision } from "../../functions/insights/coherence-ambiguity.ts";
import type { Matrix } from "../../functions/insights/coherence-matrix.ts";
import type { ScaleSheet } from "../../functions/insights/coherence-sheet.ts";
import { chanceOf, Drawn } from "../../functions/insights/statistics/chance.ts";

/*
 * An attacker apart from the check: it writes down every pair of answer sheets that fits the released rows, works
 * out both matrices of each with a formula of its own, and keeps those that say what was shown.
 */

const LEVELS = [0.01, 0.05];
type Answers = readonly number[];

/** tau-b from the signs of all pairs, and whether it is demonstrated; two scales, so nothing to correct for. */
function sayingOf(
  xs: Answers,
  ys: Answers,
  members: readonly number[],
  precision: Matrix["precision"],
): string {
  let [s, tiedX, tiedY, pairs] = [0, 0, 0, 0];
  for (const one of members)
    for (const other of members) {
      if (one >= other) continue;
      const [dx, dy] = [
        Math.sign((xs[one] ?? 0) - (xs[other] ?? 0)),
        Math.sign((ys[one] ?? 0) - (ys[other] ?? 0)),
      ];
      pairs += 1;
      s += dx * dy;
      if (dx === 0) tiedX += 1;
      if (dy === 0) tiedY += 1;
    }
  const root = Math.sqrt((pairs - tiedX) * (pairs - tiedY));
  if (root === 0) return "none";
  const tau = s / root;
  const sizes = (all: Answers) =>
    [0, 1, 2, 3, 4].map((step) => members.filter((org) => all[org] === step).length);
  const taken = (count: number) => count > 0;
  const { p } = chanceOf(Math.abs(s), sizes(xs).filter(taken), sizes(ys).filter(taken), drawn);
  const level = LEVELS.find((each) => p < each) ?? 1;
  if (precision === "demonstrated") return `${level < 1 ? Math.sign(s) : ""} ${level}`;
  const word = ["none", "weak", "moderate", "strong"][
    [0.1, 0.3, 0.5].filter((least) => Math.abs(tau) >= least).length
  ];
  if (precision === "words") return `${word} ${word === "none" ? 0 : Math.sign(tau)} ${level}`;
  return `${tau.toFixed(precision === "two_decimals" ? 2 : 1)} ${level}`;
}
const drawn = new Drawn();

/** Who opened both answers, so that there are few enough worlds to write down. */
const OPENED = [0, 3, 6, 8, 9];

interface Small {
  /** per organisation and scale its two possible answers, the true one first */
  choices: readonly (readonly [number, number][])[];
  rows: readonly ScaleSheet["rows"][];
  matrices: readonly Matrix[];
}

/** Of how many organisations and questions an answer is determined for an outsider or for one that knows its own. */
function determined({ choices, rows, matrices }: Small): number {
  const n = choices[0]?.length ?? 0;
  // Who opened its answers is known: it differs in no world.
  const open = (2 ** n - 1) & ~OPENED.reduce((bits, org) => bits | (1 << org), 0);
  const fitting = choices.map((own, scale) =>
    Array.from({ length: 2 ** n }, (_, bits) => bits & open)
      .filter((bits, at) => bits === at)
      .filter((bits) =>
        (rows[scale] ?? []).every(({ members, options, low, high }) => {
          const count = members.filter((org) => (options >> (own[org]?.[(bits >> org) & 1] ?? 0)) & 1).length;
          return count >= low && count <= high;
        }),
      ),
  );
  const answersOf = (scale: number, bits: number) =>
    (choices[scale] ?? []).map((two, org) => two[(bits >> org) & 1] ?? 0);
  const said = (first: number, second: number) =>
    matrices
      .map(({ members, precision }) =>
        sayingOf(answersOf(0, first), answersOf(1, second), members, precision),
      )
      .join("|");
  const truth = said(0, 0);
  // Worlds as who differs: nobody differs in the true one.
  const worlds = (fitting[0] ?? []).flatMap((first) =>
    (fitting[1] ?? [])
      .filter((second) => said(first, second) === truth)
      .map((second) => [first, second] as const),
  );
  let count = 0;
  for (let scale = 0; scale < 2; scale += 1)
    for (let org = 0; org < n; org += 1) {
      if (OPENED.includes(org)) continue;
      const other = worlds.filter((world) => ((world[scale] ?? 0) >> org) & 1);
      const isOpenTo = (knower: number) =>
        other.some(([first, second]) => knower === org || !(((first | second) >> knower) & 1));
      if (other.length === 0 || !Array.from({ length: n }, (_, knower) => isOpenTo(knower)).every(Boolean))
        count += 1;
    }
  return count;
}

const upTo = (n: number) => Array.from({ length: n }, (_, at) => at);

/** A small association with late answers: ten organisations, then twelve; both editions' counts and matrices. */
function small(seed: number, precisions: readonly Matrix["precision"][]): { sheets: ScaleSheet[] } & Small {
  let state = seed;
  const below = (most: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % most;
  };
  // Who did not open its answer has one of two steps, so that not every world has totals of its own to draw for.
  const choices = [0, 1].map((scale) => {
    const [low, high] = [below(3), 3 + below(2)];
    return upTo(12).map((org): [number, number] => {
      if (OPENED.includes(org)) return [below(5), 0];
      return (scale === 0 ? below(2) === 0 : org % 2 === below(2)) ? [low, high] : [high, low];
    });
  });
  const rows = choices.map((own) => [
    ...own.map(([one, other], org) => ({
      members: [org],
      options: (1 << one) | (1 << other),
      low: 1,
      high: 1,
    })),
    ...[10, 12].map((size) => {
      const count = own.slice(0, size).filter(([step]) => step >= 3).length;
      return { members: upTo(size), options: 0b11000, low: Math.max(0, count - 1), high: count + 1 };
    }),
  ]);
  const matrices = precisions.map((precision, edition) => ({
    members: upTo(edition === 0 ? 10 : 12),
    questions: [0, 1],
    precision,
  }));
  const sheets = choices.map((own, scale) => ({
    concept: `4A${scale}`,
    answers: Uint8Array.from(own, ([step]) => step),
    rows: rows[scale] ?? [],
    witnesses: [],
    known: new Set(OPENED),
  }));
  return { choices, rows, matrices, sheets };
}

describe("coherences of two editions together", () => {
  it.each(["demonstrated", "words", "one_decimal"] as const)(
    "leave nothing for an attacker that knows both: %s",
    (precision) => {
      let [safe, caught] = [0, 0];
      for (const seed of [2, 3, 4, 8, 9, 20, 23]) {
        const both = small(seed, [precision, precision]);
        const found = determined(both);
        if (leavesOpen(both.sheets, both.matrices, drawn)) {
          safe += 1;
          expect(found, `seed ${seed}`).toBe(0);
        } else if (found > 0) caught += 1;
      }
      // A check that refuses everything, or never had to refuse, would pass as well.
      expect(caught).toBeGreaterThan(0);
      if (precision !== "one_decimal") expect(safe).toBeGreaterThan(0);
    },
  );

  it.each([3, 8, 23])(
    "need their check: each passes alone, together they lay an answer bare (%i)",
    (seed) => {
      const both = small(seed, ["words", "words"]);
      const [first, second] = both.matrices;
      if (!first || !second) throw new Error("two editions");
      for (const matrix of both.matrices) expect(leavesOpen(both.sheets, [matrix], drawn)).toBe(true);
      expect(determined(both)).toBeGreaterThan(0);
      expect(leavesOpen(both.sheets, both.matrices, drawn)).toBe(false);
      const precision = safePrecision(both.sheets, second, [first], drawn);
      expect(["withheld", "demonstrated"]).toContain(precision);
      const matrices = precision === "withheld" ? [first] : [first, { ...second, precision }];
      expect(determined({ ...both, matrices })).toBe(0);
    },
  );

  it("are refused beside figures that are released later and pin somebody", () => {
    const { sheets, matrices } = small(2, ["words", "words"]);
    expect(leavesOpen(sheets, matrices, drawn)).toBe(true);
    const pinned = { members: [1], options: 1 << (sheets[0]?.answers[1] ?? 0), low: 1, high: 1 };
    const later = sheets.map((sheet, at) => (at === 0 ? { ...sheet, rows: [...sheet.rows, pinned] } : sheet));
    expect(leavesOpen(later, matrices, drawn)).toBe(false);
  });
});
