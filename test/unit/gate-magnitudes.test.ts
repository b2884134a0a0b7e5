import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  maySum,
  passesDominance,
  passesMargin,
  releaseMagnitudes,
} from "../../functions/insights/gate/magnitudes.ts";

describe("sums", () => {
  test.each<[number[], boolean, string]>([
    [[10, 10, 10, 10, 10], true, "five alike"],
    [[10, 10, 10, 10], false, "four"],
    [[0, 0, 0, 0, 0], false, "nothing to add"],
    [[100, 60, 30, 20, 10], true, "two largest exactly 73 %"],
    [[100, 60, 20, 20, 10], false, "two largest 76 %"],
    [[900, 2, 2, 2, 2], false, "one dominates"],
  ])("%j: %s (%s)", (values, expected) => {
    expect(maySum(values)).toBe(expected);
  });

  test("the rules by themselves, at their edges", () => {
    expect(passesDominance([50, 25, 15, 10], { contributors: 2, share: 0.75, margin: 0.1 })).toBe(true);
    expect(passesDominance([51, 25, 15, 9], { contributors: 2, share: 0.75, margin: 0.1 })).toBe(false);
    expect(passesMargin([100, 80, 4, 3, 3])).toBe(true);
    expect(passesMargin([100, 80, 4, 3, 2])).toBe(false);
  });

  test("a negative value has no dominance", () => {
    expect(() => maySum([1, 2, 3, 4, -5])).toThrow(RangeError);
  });

  const sets = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 5, maxLength: 30 });

  test("where a sum is shown, no contributor can estimate another within 10 % from above", () => {
    fc.assert(
      fc.property(sets, (values) => {
        if (!maySum(values)) return;
        const sum = values.reduce((total, value) => total + value, 0);
        for (const [knower, own] of values.entries()) {
          for (const [target, value] of values.entries()) {
            if (target === knower || value === 0) continue;
            expect(sum - own).toBeGreaterThanOrEqual(1.1 * value - 1e-9);
          }
        }
      }),
    );
  });

  test("what is withheld is as safe together as what is shown", () => {
    fc.assert(
      fc.property(fc.array(sets, { minLength: 2, maxLength: 5 }), (lists) => {
        const groups = lists.map((values, at) => ({ group: String(at), values }));
        const { all, groups: shown } = releaseMagnitudes({ groups });
        const rest = groups.filter((_, at) => !shown[at]?.figures).flatMap(({ values }) => values);
        if (all && rest.length > 0) expect(maySum(rest)).toBe(true);
        if (!all) expect(shown.every(({ figures }) => figures === null)).toBe(true);
      }),
    );
  });
});

describe("a division", () => {
  const even = [20, 20, 20, 20, 20];

  test("one unsafe group takes the last safe one of the report with it", () => {
    const groups = [
      { group: "klein", values: even },
      { group: "middel", values: even },
      { group: "groot", values: [90, 10, 5] },
    ];
    const { all, groups: shown } = releaseMagnitudes({ groups });
    expect(all?.n).toBe(13);
    expect(shown.map(({ figures }) => figures !== null)).toEqual([true, false, false]);
  });

  test("figures are rounded: three digits for sum and mean, two for the median", () => {
    const values = [101, 102, 103.4, 104, 106];
    expect(releaseMagnitudes({ groups: [{ group: "alle", values }] }).all).toEqual({
      n: 5,
      sum: 516,
      mean: 103,
      median: 100,
    });
    expect(releaseMagnitudes({ groups: [{ group: "alle", values: [...even, 30] }] }).all?.median).toBe(20);
  });
});
