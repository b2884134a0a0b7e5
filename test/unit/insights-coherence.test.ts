import { describe, expect, it } from "vitest";
import { safePrecision } from "../../functions/insights/coherence-ambiguity.ts";
import { ExchangedSheets } from "../../functions/insights/coherence-exchange.ts";
import { type Matrix, saidOf } from "../../functions/insights/coherence-matrix.ts";
import { onTheseSides, type ScaleSheet, StepTable } from "../../functions/insights/coherence-sheet.ts";
import { asShown, pairsOf } from "../../functions/insights/coherence-table.ts";
import { Drawn } from "../../functions/insights/statistics/chance.ts";
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
/** A matrix of all these sheets over everybody. */
const whole = (sheets: readonly ScaleSheet[]) => ({
  members: everybody(sheets[0]?.answers.length ?? 0),
  questions: [...sheets.keys()],
});
const verdict = (sheets: readonly ScaleSheet[]) => safePrecision(sheets, whole(sheets));
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
    expect(["two_decimals", "one_decimal", "words"]).toContain(verdict(scales));
  });

  it("is nothing when an answer is already known: a row that pins one organisation", () => {
    const [first, second] = [answersOf(30), answersOf(30)];
    const pinned = { members: [7], options: 1 << (first[7] ?? 0), low: 1, high: 1 };
    expect(verdict([sheet("4A1", first, [pinned]), sheet("4A2", second)])).toBe("withheld");
  });

  it("is nothing when everybody answered the same, and above the limit of the check", () => {
    const same = Uint8Array.from({ length: 20 }, () => 3);
    expect(verdict([sheet("4A1", same, totals(same)), sheet("4A2", answersOf(20))])).toBe("withheld");
    expect(verdict([sheet("4A1", answersOf(251)), sheet("4A2", answersOf(251))])).toBe("withheld");
  });

  it("takes opened answers for known: they stand still, and hide nobody", () => {
    const opened = (count: number) =>
      ["4A1", "4A2"].map((concept, nth) => {
        const answers = Uint8Array.from({ length: 24 }, (_, org) => (org * (nth + 1) + (org >> 2)) % 5);
        return { ...sheet(concept, answers, totals(answers)), known: new Set(everybody(count)) };
      });
    expect(verdict(opened(0))).not.toBe("withheld");
    // Of one closed answer the totals less the opened ones leave nothing open.
    expect(verdict(opened(23))).toBe("withheld");
    const sheets = opened(4);
    const world = new ExchangedSheets(sheets, [{ ...whole(sheets), precision: "demonstrated" }], new Drawn());
    for (let org = 0; org < 4; org += 1)
      for (let other = 4; other < 24; other += 1) expect(world.exchange(0, org, other)).toBe(false);
    expect(world.differing()).toEqual([]);
  });

  it("comes to the same verdict every time", () => {
    const scales = ["4A1", "4A2"].map((concept) => sheet(concept, answersOf(24)));
    expect(verdict(scales)).toBe(verdict(scales));
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
    const drawn = new Drawn();
    const matrix = (precision: Matrix["precision"]) => ({ ...whole(scales), precision });
    const world = new ExchangedSheets(scales, [matrix("two_decimals")], drawn);
    for (let tried = 0; tried < 400; tried += 1)
      if (tried % 3 === 0)
        world.move(Math.floor(random() * 3), [
          { org: Math.floor(random() * 20), to: Math.floor(random() * 8) },
        ]);
      else world.exchange(Math.floor(random() * 3), Math.floor(random() * 20), Math.floor(random() * 20));
    for (const { rows, answers } of world.sheets)
      for (const { members, options, low, high } of rows) {
        const count = members.filter((org) => (options >> (answers[org] ?? 0)) & 1).length;
        expect(count).toBeGreaterThanOrEqual(low);
        expect(count).toBeLessThanOrEqual(high);
      }
    expect(world.distance === 0).toBe(
      JSON.stringify(saidOf(world.sheets, matrix("two_decimals"), drawn)) ===
        JSON.stringify(saidOf(scales, matrix("two_decimals"), drawn)),
    );
    expect(world.differing().length).toBeGreaterThan(0);
  });

  it("are judged by the p of the matrix itself, not by the normal curve", () => {
    // On either side of 0.05 (see statistics-coherence.test.ts): the normal curve would call it demonstrated.
    const [xs, ys] = [
      [4, 5, 3, 1, 2, 5, 4, 5, 4, 2, 2, 4],
      [3, 5, 1, 3, 3, 5, 5, 3, 5, 1, 2, 3],
    ];
    const scales = [xs, ys].map((steps, nth) =>
      sheet(
        `4A${nth}`,
        Uint8Array.from(steps, (step) => step - 1),
      ),
    );
    const drawn = new Drawn();
    const matrix = { ...whole(scales), precision: "demonstrated" } as const;
    expect(saidOf(scales, matrix, drawn)).toMatchObject([{ corrected: 1, tau: null, method: "permutation" }]);
    let [same, other] = [0, 0];
    for (let tried = 0; tried < 60; tried += 1) {
      const world = new ExchangedSheets(scales, [matrix], drawn);
      for (let step = 0; step < 3; step += 1)
        world.exchange(Math.floor(random() * 2), Math.floor(random() * 12), Math.floor(random() * 12));
      const level = saidOf(world.sheets, matrix, drawn)[0]?.corrected;
      expect(world.distance === 0).toBe(level === 1);
      const [first, second] = world.sheets.map(({ answers }) => [...answers]);
      const { p } = kendall(first ?? [], second ?? []);
      expect(level).toBe((p ?? 1) < 0.01 ? 0.01 : (p ?? 1) < 0.05 ? 0.05 : 1);
      if (level === 1) same += 1;
      else other += 1;
    }
    expect(same).toBeGreaterThan(0);
    expect(other).toBeGreaterThan(0);
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
      const found = kendall(
        kept.map((org) => one[org] ?? 0),
        kept.map((org) => other[org] ?? 0),
      );
      const { tau, ...rest } = table.coherence(new Drawn());
      expect(rest).toEqual({ n: found.n, p: found.p, method: found.method });
      expect(tau).toBeCloseTo(found.tau ?? 9, 12);
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
    const [pair] = pairsOf(measured);
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
