import { describe, expect, it } from "vitest";
import { cliffsDelta, medianStep } from "../../functions/insights/statistics/dominance.ts";
import {
  finitePopulation,
  intervalPlace,
  meanOf,
  medianInterval,
  medianOf,
} from "../../functions/insights/statistics/middle.ts";
import { isPossible } from "../../functions/insights/statistics/ranges.ts";

/* Reference figures: R 4.2.2 (Debian r-base-core 4.2.2.20221110-2); the command stands at each. */

describe("the median", () => {
  it("is the middle, or the mean of both middle ones", () => {
    expect(medianOf([9, 1, 5])).toBe(5);
    expect(medianOf([1, 2, 10, 20])).toBe(6);
    expect(medianOf([])).toBeNull();
    // In binary their sum halved is 10.149999999999999.
    expect(medianOf([10.1, 10.2])).toBe(10.15);
  });

  it.each([
    [6, 1, 0.96875],
    [10, 2, 0.978515625],
    [20, 6, 0.9586105346679688],
    [46, 16, 0.9741039182067652],
    [100, 40, 0.9647997997822951],
  ])("of %i values lies between the %i-th from below and from above", (n, k, confidence) => {
    // R: k <- max(which(1 - 2 * pbinom((1:(n %/% 2)) - 1, n, .5) >= .95)); the same by scipy.stats.binom
    expect(intervalPlace(n)?.k).toBe(k);
    expect(intervalPlace(n)?.confidence).toBeCloseTo(confidence, 9);
  });

  it("has an interval of values that were given", () => {
    const values = [20, 3, 7, 1, 12, 5, 9, 30, 2, 15];
    expect(medianInterval(values)).toMatchObject({ low: 2, high: 20 });
  });

  it("of 1,000 values is found as well, and of five there is none", () => {
    // R: qbinom(0.025, 1000, .5) is 469, so the 469-th value from both ends
    expect(intervalPlace(1000)?.k).toBe(469);
    expect(medianInterval([1, 2, 3, 4, 5])).toBeNull();
    expect(intervalPlace(0)).toBeNull();
  });
});

describe("a mean", () => {
  it("is not given under ten answers", () => {
    expect(meanOf([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeNull();
    expect(meanOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toBe(5.5);
  });
});

describe("a finite population", () => {
  it("with 46 of 55 makes a margin 0.41 as wide (Cochran 1977, par. 2.6: the root of 9/54)", () => {
    expect(finitePopulation(46, 55)).toEqual({ fraction: 46 / 55, factor: Math.sqrt(9 / 54) });
    expect(finitePopulation(55, 55).factor).toBe(0);
    expect(finitePopulation(1, 1).factor).toBe(0);
    expect(() => finitePopulation(56, 55)).toThrow(RangeError);
  });
});

describe("Cliff's delta", () => {
  it("is the mean sign of all pairs", () => {
    // R: a <- rep(1:5, c(2,1,11,28,12)); b <- rep(1:5, c(9,16,23,28,10)); mean(sign(outer(a, b, "-")))
    expect(cliffsDelta([2, 1, 11, 28, 12], [9, 16, 23, 28, 10])).toBeCloseTo(0.3503445, 7);
    expect(cliffsDelta([9, 16, 23, 28, 10], [2, 1, 11, 28, 12])).toBeCloseTo(-0.3503445, 7);
  });

  it("is 1 when all of one group stand higher, 0 when alike, nothing without a group", () => {
    expect(cliffsDelta([0, 5], [5, 0])).toBe(1);
    expect(cliffsDelta([3, 3], [1, 1])).toBe(0);
    expect(cliffsDelta([0, 0], [1, 1])).toBeNull();
    expect(() => cliffsDelta([1], [1, 2])).toThrow(RangeError);
  });

  it("comes with the step of the middle answer", () => {
    // R: median(a) is 4, median(b) is 3
    expect(medianStep([2, 1, 11, 28, 12])).toBe(4);
    expect(medianStep([9, 16, 23, 28, 10])).toBe(3);
    expect(medianStep([1, 1])).toBe(1.5);
    expect(medianStep([0, 0])).toBeNull();
  });
});

describe("the range of a statistic", () => {
  it.each([
    ["coefficient", 2.57, false],
    ["coefficient", -1, true],
    ["chance", 1.3, false],
    ["chance", 0.049, true],
    ["percentage", 140, false],
    ["percentage", 100, true],
  ] as const)("of %s: %d is %s", (range, value, may) => {
    expect(isPossible(range, value)).toBe(may);
  });
});
