import { describe, expect, it } from "vitest";
import { safePrecision } from "../../functions/insights/coherence-ambiguity.ts";
import { ExchangedSheets } from "../../functions/insights/coherence-exchange.ts";
import {
  onTheseSides,
  type ScaleSheet,
  StepTable,
  valuesOf,
} from "../../functions/insights/coherence-sheet.ts";
import { asShown, pairsOf, shownTau } from "../../functions/insights/coherence-table.ts";
import { kendall } from "../../functions/insights/statistics/kendall.ts";
import { seededRandom } from "../../functions/insights/statistics/random.ts";

const random = seededRandom(5);
const answersOf = (n: number) => Uint8Array.from({ length: n }, () => Math.floor(random() * 5));
const sheet = (concept: string, answers: Uint8Array, rows: ScaleSheet["rows"] = []): ScaleSheet => ({
  concept,
  answers,
  rows,
  witnesses: [],
  known: new Set(),
});
const everybody = (n: number) => Array.from({ length: n }, (_, org) => org);
/** Exact counts of every step for all organisations. */
const totals = (answers: Uint8Array): ScaleSheet["rows"] =>
  [0, 1, 2, 3, 4].map((step) => {
    const count = answers.filter((answer) => answer === step).length;
    return { members: everybody(answers.length), options: 1 << step, low: count, high: count };
  });

describe("how exact a matrix of confidential scales is shown", () => {
  it("is exact when exchanges leave room for everybody", () => {
    const scales = ["4A1", "4A2", "4B1"].map((concept) => {
      const answers = answersOf(30);
      return sheet(concept, answers, totals(answers));
    });
    expect(["two_decimals", "one_decimal", "words"]).toContain(safePrecision(scales));
  });

  it("is nothing when an answer is already known: a row that pins one organisation", () => {
    const [first, second] = [answersOf(30), answersOf(30)];
    const pinned = { members: [7], options: 1 << (first[7] ?? 0), low: 1, high: 1 };
    expect(safePrecision([sheet("4A1", first, [pinned]), sheet("4A2", second)])).toBe("withheld");
  });

  it("is nothing when everybody answered the same, and above the limit of the check", () => {
    const same = Uint8Array.from({ length: 20 }, () => 3);
    expect(safePrecision([sheet("4A1", same, totals(same)), sheet("4A2", answersOf(20))])).toBe("withheld");
    expect(safePrecision([sheet("4A1", answersOf(251)), sheet("4A2", answersOf(251))])).toBe("withheld");
  });

  it("takes opened answers for known: they stand still, and hide nobody", () => {
    const opened = (count: number) =>
      ["4A1", "4A2"].map((concept, nth) => {
        const answers = Uint8Array.from({ length: 24 }, (_, org) => (org * (nth + 1) + (org >> 2)) % 5);
        return { ...sheet(concept, answers, totals(answers)), known: new Set(everybody(count)) };
      });
    expect(safePrecision(opened(0))).not.toBe("withheld");
    // Of one closed answer the totals less the opened ones leave nothing open.
    expect(safePrecision(opened(23))).toBe("withheld");
    const world = new ExchangedSheets(opened(4), (tau) => shownTau(tau, "demonstrated"), false);
    for (let org = 0; org < 4; org += 1)
      for (let other = 4; other < 24; other += 1) expect(world.exchange(0, org, other)).toBe(false);
    expect(world.differing()).toEqual([]);
  });

  it("comes to the same verdict every time", () => {
    const scales = ["4A1", "4A2"].map((concept) => sheet(concept, answersOf(24)));
    expect(safePrecision(scales)).toBe(safePrecision(scales));
  });
});

describe("exchanged answers", () => {
  it("never break a released figure, and know how far the matrix moved", () => {
    const scales = ["4A1", "4A2", "4A3"].map((concept) => {
      const answers = answersOf(20);
      return sheet(concept, answers, [
        ...totals(answers),
        {
          members: [0, 1, 2, 3, 4, 5, 6],
          options: 0b11000,
          low: answers.slice(0, 7).filter((answer) => answer >= 3).length,
          high: answers.slice(0, 7).filter((answer) => answer >= 3).length,
        },
      ]);
    });
    const world = new ExchangedSheets(scales, (tau) => shownTau(tau, "two_decimals"), true);
    for (let tried = 0; tried < 400; tried += 1)
      world.exchange(Math.floor(random() * 3), Math.floor(random() * 20), Math.floor(random() * 20));
    for (const { rows, answers } of world.sheets)
      for (const { members, options, low, high } of rows) {
        const count = members.filter((org) => (options >> (answers[org] ?? 0)) & 1).length;
        expect(count).toBeGreaterThanOrEqual(low);
        expect(count).toBeLessThanOrEqual(high);
      }
    const shown = (sheets: readonly ScaleSheet[]) =>
      JSON.stringify(
        asShown(pairsOf(sheets.map(valuesOf), "normal"), "two_decimals").map(({ tau, n }) => [tau, n]),
      );
    expect(world.distance === 0).toBe(shown(world.sheets) === shown(scales));
    expect(world.differing().length).toBeGreaterThan(0);
  });

  it("on other sides keep as many on every step", () => {
    const answers = Uint8Array.from([0, 1, 3, 4, 2, 5, 3]);
    const moved = onTheseSides(answers, Uint8Array.from([1, 0, 0, 1, 1, 0, 0]));
    expect([...(moved ?? [])].sort()).toEqual([...answers].sort());
    expect([...(moved ?? [])].map((answer) => (answer === 3 || answer === 4 ? 1 : 0))).toEqual([
      1, 0, 0, 1, 1, 0, 0,
    ]);
    expect(onTheseSides(answers, Uint8Array.from([1, 1, 1, 1, 1, 1, 1]))).toBeNull();
  });
});

describe("a table of two scales", () => {
  it("gives the tau-b and n of the pairs; who has no step is left out", () => {
    for (let round = 0; round < 20; round += 1) {
      const [one, other] = [answersOf(25), answersOf(25)];
      one[3] = 6;
      const table = new StepTable();
      for (const [org, answer] of one.entries()) table.add(answer, other[org] ?? 0, 1);
      const kept = everybody(25).filter((org) => org !== 3);
      const { tau, n } = kendall(
        kept.map((org) => one[org] ?? 0),
        kept.map((org) => other[org] ?? 0),
        "normal",
      );
      expect(table.coherence().n).toBe(n);
      expect(table.coherence().tau).toBeCloseTo(tau ?? 9, 12);
    }
  });
});

describe("what is shown of a matrix", () => {
  const values = (of: (at: number) => number | null) => Array.from({ length: 30 }, (_, at) => of(at));
  const measured = [
    { concept: "a", values: values((at) => at % 5) },
    { concept: "b", values: values((at) => (at % 5) + (at % 3 === 0 ? 1 : 0)) },
    { concept: "c", values: values((at) => (at < 25 ? null : at)) },
  ];

  it("has no coherence under ten pairs, and corrects for the others", () => {
    const pairs = pairsOf(measured);
    expect(pairs.map(({ one, other, n }) => [one, other, n])).toEqual([
      ["a", "b", 30],
      ["a", "c", 5],
      ["b", "c", 5],
    ]);
    expect(pairs[0]).toMatchObject({ strength: "strong", method: "permutation" });
    expect(pairs[1]).toMatchObject({ tau: null, p: null, corrected: null, strength: null });
  });

  it("says less and less", () => {
    const [pair] = pairsOf(measured, "normal");
    const [two] = asShown([pair!], "two_decimals");
    expect(two).toMatchObject({ tau: Number(pair?.tau?.toFixed(2)), p: null, corrected: 0.01, n: 30 });
    expect(asShown([pair!], "words")[0]).toMatchObject({ tau: 1, strength: "strong", n: null });
    expect(asShown([pair!], "demonstrated")[0]).toMatchObject({
      tau: 1,
      strength: null,
      n: null,
      corrected: 0.01,
    });
    const weak = { ...pair!, tau: 0.2, corrected: 0.4 };
    expect(asShown([weak], "demonstrated")[0]).toMatchObject({ tau: null, strength: null, corrected: 1 });
    expect(asShown([weak], "withheld")).toEqual([]);
  });
});
