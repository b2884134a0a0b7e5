import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceOf, Drawn, normalChance } from "../../functions/insights/statistics/chance.ts";
import { holm } from "../../functions/insights/statistics/holm.ts";
import { kendall, score, sizesInOrder } from "../../functions/insights/statistics/kendall.ts";
import { twoSided } from "../../functions/insights/statistics/normal.ts";
import { wilcoxon } from "../../functions/insights/statistics/wilcoxon.ts";

/*
 * Reference figures: R 4.2.2 (Debian r-base-core 4.2.2.20221110-2) and SciPy 1.10.1 (Debian python3-scipy
 * 1.10.1-2), computed apart from this code; the command stands at each. Published values name their book.
 */

const SCALE_X = [1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5];
const SCALE_Y = [2, 1, 1, 3, 2, 3, 4, 3, 4, 2, 5, 4, 5, 5, 3];

describe("Kendall's tau-b", () => {
  it("gives the published tau of canned tuna (Hollander & Wolfe 1973, p. 185: tau 0.444, one-sided p 0.060)", () => {
    const lightness = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1];
    const panel = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8];
    const { tau, p, method, n } = kendall(lightness, panel);
    // R: cor.test(x, y, method = "kendall") gives T = 26, tau = 0.4444444, p-value = 0.1194
    expect(tau).toBeCloseTo(0.4444444, 7);
    expect(p).toBeCloseTo(0.1194, 4);
    expect({ method, n }).toEqual({ method: "exact", n: 9 });
  });

  it("without ties is exact", () => {
    // SciPy: stats.kendalltau(x, y, method="exact")
    const { tau, p } = kendall([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [3, 1, 2, 5, 4, 8, 6, 10, 7, 9]);
    expect(tau).toBeCloseTo(0.6888888888888888, 12);
    expect(p).toBeCloseTo(0.00468694885361552, 12);
  });

  it("with ties and few pairs looks at all orders", () => {
    // SciPy's numpy and itertools.permutations over 7! orders: 0.018253968253968255
    const { tau, p, method } = kendall([1, 1, 2, 3, 3, 4, 5], [2, 1, 1, 3, 4, 4, 5]);
    expect(tau).toBeCloseTo(0.7894736842105262, 12);
    expect(p).toBeCloseTo(0.018253968253968255, 12);
    expect(method).toBe("exact");
  });

  it("with ties and more pairs draws orders by a seed: near the true share, and the same every time", () => {
    const { tau, p, method } = kendall(SCALE_X, SCALE_Y);
    // R and SciPy: tau 0.5988796. Exact in Python, over all 15! orders by their tables (fractions.Fraction): p =
    // 0.004415838130123844; SciPy 1.10.1: permutation_test with 20,000 resamples gives 0.00445, 0.00415 and 0.00555
    expect(tau).toBeCloseTo(0.5988796144848786, 12);
    expect(Math.abs((p ?? 1) - 0.004415838130123844)).toBeLessThan(0.0021);
    expect(method).toBe("permutation");
    expect(kendall(SCALE_X, SCALE_Y).p).toBe(p);
  });

  it("over 46 pairs on five steps is near the share that numpy draws", () => {
    const at = Array.from({ length: 46 }, (_, i) => i);
    const step = (value: number) => Math.min(5, Math.max(1, value));
    const first = at.map((i) => ((i * 7) % 5) + 1);
    const second = at.map((i) => step((first[i] ?? 0) + Math.floor((((i * 11) % 7) - 3) / 2)));
    const third = at.map((i) => step(Math.floor(((first[i] ?? 0) + ((i * i) % 5)) / 2) + ((i * 5) % 3) - 1));
    // SciPy 1.10.1 for tau; p: numpy default_rng(1), 200,000 permutations, S from the signs of all pairs
    const [one, other] = [kendall(first, third), kendall(second, third)];
    expect(one.tau).toBeCloseTo(0.4865238668721853, 12);
    expect(Math.abs((one.p ?? 1) - 0.000045)).toBeLessThan(0.0003);
    expect(other.tau).toBeCloseTo(0.37524573355224217, 12);
    expect(Math.abs((other.p ?? 1) - 0.001705)).toBeLessThan(0.0013);
    expect(kendall(first, second).p).toBe(0.0001);
  });

  it("tells apart what the normal curve does not: twelve pairs on either side of 0.05", () => {
    const [xs, ys] = [
      [4, 5, 3, 1, 2, 5, 4, 5, 4, 2, 2, 4],
      [3, 5, 1, 3, 3, 5, 5, 3, 5, 1, 2, 3],
    ];
    // SciPy 1.10.1: kendalltau(method="asymptotic") p = 0.048509604; exact over all 12! orders by their tables in
    // Python: p = 6/110 = 0.0545454545
    expect(normalChance(score(xs, ys), sizesInOrder(xs), sizesInOrder(ys))).toBeCloseTo(0.048509604, 6);
    const { tau, p } = kendall(xs, ys);
    expect(tau).toBeCloseTo(0.5054502643838303, 12);
    expect(Math.abs((p ?? 0) - 6 / 110)).toBeLessThan(0.0068);
    expect(p).toBeGreaterThan(0.05);
  });

  it("depends on S and the ties only, whether they were drawn before or not", () => {
    const drawn = new Drawn();
    const [xs, ys] = [sizesInOrder(SCALE_X), sizesInOrder(SCALE_Y)];
    for (const s of [0, 10, 50, 62]) expect(chanceOf(s, xs, ys, drawn)).toEqual(chanceOf(s, xs, ys));
    expect(drawn.reached.size).toBe(1);
    expect(kendall(SCALE_X, SCALE_Y, drawn)).toEqual(kendall(SCALE_X, SCALE_Y));
    expect(drawn.reached.size).toBe(1);
  });

  it("in large numbers goes by the normal curve with ties", () => {
    // R: cor.test(x, y, method = "kendall", exact = FALSE)
    const normal = normalChance(score(SCALE_X, SCALE_Y), sizesInOrder(SCALE_X), sizesInOrder(SCALE_Y));
    expect(normal).toBeCloseTo(0.0056877218668595735, 7);
    const at = Array.from({ length: 240 }, (_, i) => i);
    const { tau, p, method } = kendall(
      at.map((i) => (i * i) % 5),
      at.map((i) => (i * i + (i % 3)) % 5),
    );
    expect(tau).toBeCloseTo(0.05053986957, 9);
    expect(Math.abs((p ?? 1) / 0.36085941 - 1)).toBeLessThan(1e-5);
    expect(method).toBe("normal");
  });

  it("is nothing when one of both never varies, and refuses lists of unequal length", () => {
    expect(kendall([1, 1, 1], [1, 2, 3])).toEqual({ n: 3, tau: null, p: null, method: null });
    expect(kendall([], [])).toEqual({ n: 0, tau: null, p: null, method: null });
    expect(() => kendall([1], [1, 2])).toThrow(RangeError);
  });

  it("stays in its range, turns with the sign, and does not see the order of the list", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(pairs, (list) => {
        const split = (of: typeof list) => [of.map(([x]) => x), of.map(([, y]) => y)] as const;
        const [xs, ys] = split(list);
        const found = kendall(xs, ys);
        expect(Math.abs(found.tau ?? 0)).toBeLessThanOrEqual(1);
        expect(found.p ?? 0.5).toBeGreaterThan(0);
        expect(found.p ?? 0.5).toBeLessThanOrEqual(1);
        const turned = kendall(
          xs,
          ys.map((y) => -y),
        );
        expect(turned.tau === null ? null : -turned.tau + 0).toBe(found.tau === null ? null : found.tau + 0);
        expect(kendall(...split(list.toReversed()))).toEqual(found);
        expect(score(xs, ys) + 0).toBe(score(ys, xs) + 0);
      }),
      { numRuns: 60 },
    );
  });
});

describe("Wilcoxon's signed ranks", () => {
  it("gives the published outcome of depression scores (Hollander & Wolfe 1973, p. 29)", () => {
    const before = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
    const after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
    // R: wilcox.test(x, y, paired = TRUE) gives V = 40, p-value = 0.03906
    const found = wilcoxon(after, before);
    expect(found).toMatchObject({ n: 9, rose: 40, method: "exact" });
    expect(found.p).toBeCloseTo(0.0390625, 10);
    expect(wilcoxon(before, after)).toMatchObject({ n: 9, rose: 5, p: found.p });
  });

  it("with ties and a pair without a difference is exact over all signs", () => {
    const before = [125, 115, 130, 140, 140, 115, 140, 125, 140, 135];
    const after = [110, 122, 125, 120, 140, 124, 123, 137, 135, 145];
    // numpy over all 2^9 signs of scipy.stats.rankdata(abs(d)): W+ = 18, p = 0.6328125
    const found = wilcoxon(before, after);
    expect(found).toMatchObject({ n: 9, rose: 18, method: "exact" });
    expect(found.p).toBeCloseTo(0.6328125, 12);
  });

  it("sees equal differences of decimal numbers as equal", () => {
    // In binary 71.7 - 70.6 is 1.1000000000000085. By hand: ranks 3, -3, 3, 5, 1; 5 of 32 sums of signs are 12 or more.
    const found = wilcoxon([70.6, 2.2, 29.2, 10, 5.5], [71.7, 1.1, 30.3, 12.5, 5.9]);
    expect(found).toMatchObject({ n: 5, rose: 12, p: 0.3125 });
  });

  it("in large numbers corrects for ties and continuity", () => {
    const at = Array.from({ length: 80 }, (_, i) => i);
    // R: wilcox.test((i*5)%%13, (i*7)%%11, paired = TRUE, exact = FALSE): V = 1539.5, p-value = 0.08179
    // SciPy: stats.wilcoxon(d, method="approx", correction=True): 0.0817915794861033
    const found = wilcoxon(
      at.map((i) => (i * 7) % 11),
      at.map((i) => (i * 5) % 13),
    );
    expect(found).toMatchObject({ n: 70, rose: 1539.5, method: "normal" });
    expect(found.p).toBeCloseTo(0.0817915794861033, 6);
  });

  it("says nothing when nothing differs, and refuses lists of unequal length", () => {
    expect(wilcoxon([1, 2], [1, 2])).toEqual({ n: 0, rose: 0, p: null, method: null });
    expect(() => wilcoxon([1], [])).toThrow(RangeError);
  });
});

describe("the correction of Holm", () => {
  it("is that of R", () => {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") and p.adjust(c(0.2, 0.001, 0.02, 0.04, 0.9), "holm")
    const close = (ps: (number | null)[]) => ps.map((p) => p && Number(p.toFixed(10)));
    expect(close(holm([0.01, 0.04, 0.03, 0.005]))).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(close(holm([0.2, 0.001, 0.02, 0.04, 0.9]))).toEqual([0.4, 0.005, 0.08, 0.12, 0.9]);
  });

  it("leaves out what was not tested and never passes 1", () => {
    expect(holm([null, 0.6, 0.8])).toEqual([null, 1, 1]);
    expect(holm([])).toEqual([]);
  });
});

describe("the normal curve", () => {
  it("is that of R: 2 * pnorm(-1.96) and 2 * pnorm(-5)", () => {
    expect(twoSided(1.96)).toBeCloseTo(0.04999579, 7);
    expect(twoSided(-5) / 5.733031e-7).toBeCloseTo(1, 5);
    expect(twoSided(0)).toBeCloseTo(1, 6);
  });
});
