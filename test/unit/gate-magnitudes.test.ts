import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type MagnitudeGroup,
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
        const groups = lists.map((values, at) => groupOf(String(at), values));
        const made = releaseMagnitudes(groups, ALL);
        const rest = groups
          .filter(({ key }) => (made.get(key)?.sum ?? null) === null)
          .flatMap(({ magnitudes }) => magnitudes.map(({ value }) => value));
        if ((made.get("alle")?.sum ?? null) !== null && rest.length > 0) expect(maySum(rest)).toBe(true);
      }),
    );
  });

  test("no mean, nor a sum to take one of, of fewer than ten", () => {
    fc.assert(
      fc.property(fc.array(sets, { minLength: 1, maxLength: 4 }), (lists) => {
        const made = releaseMagnitudes(
          lists.map((values, at) => groupOf(String(at), values)),
          ALL,
        );
        for (const { n, sum, mean } of made.values()) {
          expect(sum === null).toBe(mean === null);
          if (n < 10) expect(sum).toBeNull();
          expect(n).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });

  test("nobody is pinned: for every knower and target there is an exchange that moves the target and no figure", () => {
    let shown = 0;
    fc.assert(
      fc.property(fc.array(sets, { minLength: 1, maxLength: 4 }), (lists) => {
        const groups = lists.map((values, at) => groupOf(String(at), values));
        const made = releaseMagnitudes(groups, ALL);
        if (made.size === 0) return;
        shown += 1;
        const everybody = groups.flatMap(({ key, magnitudes }) =>
          magnitudes.map((each) => ({ key, ...each })),
        );
        // Counts of classes by group are released too, so an exchange may not move those either.
        const isQuiet = (one: (typeof everybody)[number], other: (typeof everybody)[number]) =>
          one.key === other.key || (one.class === other.class && !made.has(one.key) && !made.has(other.key));
        // What nothing is shown of, neither by itself nor among all, needs no exchange.
        const isTold = ({ key }: { key: string }) => made.has("alle") || made.has(key);
        for (const [target, own] of [...everybody.entries()].filter(([, each]) => isTold(each)))
          for (const knower of everybody.keys()) {
            if (knower === target) continue;
            const isMoved = everybody.some(
              (other, at) =>
                at !== knower &&
                at !== target &&
                isQuiet(own, other) &&
                Math.abs(other.value - own.value) > own.value / 10,
            );
            expect(isMoved).toBe(true);
          }
      }),
    );
    expect(shown).toBeGreaterThan(20);
  });
});

const OPEN_LOT = { isWithheld: false, isCoarser: false };
const ALL = { key: "alle", lot: OPEN_LOT };
const groupOf = (key: string, values: readonly number[], lot = OPEN_LOT, opened = 0): MagnitudeGroup => ({
  key,
  lot,
  magnitudes: values.map((value, at) => ({ value, class: Math.floor(value / 50), isOpened: at < opened })),
});

describe("a division", () => {
  const even = [10, 12, 14, 16, 18, 20, 22, 24, 26, 28];
  const sums = (made: ReturnType<typeof releaseMagnitudes>) =>
    Object.fromEntries([...made].map(([key, { sum }]) => [key, sum]));

  test("one unsafe group takes the last safe one of the report with it, which keeps its median", () => {
    const groups = [groupOf("klein", even), groupOf("middel", even), groupOf("groot", [5, 10, 16])];
    const made = releaseMagnitudes(groups, ALL);
    expect(sums(made)).toEqual({ alle: 411, klein: 190, middel: null });
    expect(made.get("middel")).toEqual({ n: 10, median: 19, sum: null, mean: null });
    expect(sums(releaseMagnitudes(groups.slice(0, 2), ALL))).toEqual({ alle: 380, klein: 190, middel: 190 });
  });

  test("a lot takes a group, or its sum and mean only", () => {
    const of = (lot: typeof OPEN_LOT) => releaseMagnitudes([groupOf("klein", even, lot)], ALL);
    expect([...of({ isWithheld: true, isCoarser: false }).keys()]).toEqual(["alle"]);
    expect(of({ isWithheld: false, isCoarser: true }).get("klein")).toMatchObject({ median: 19, sum: null });
  });

  test("a group that pins somebody shows nothing, and all together neither; the others stay", () => {
    const made = releaseMagnitudes([groupOf("klein", even), groupOf("groot", [90, 91, 92])], ALL);
    expect(sums(made)).toEqual({ klein: 190 });
  });

  test("values close together are withheld whole: whoever sees the median knows them all", () => {
    expect(
      releaseMagnitudes([groupOf("klein", [100, 101, 102, 103, 104, 105, 106, 107, 108, 109])], ALL),
    ).toEqual(new Map());
    expect(releaseMagnitudes([groupOf("klein", [...even, 90])], ALL).get("klein")).toBeDefined();
  });

  test("an opened value protects nobody: the rules look at those that stayed closed", () => {
    const large = [900, ...even];
    expect(sums(releaseMagnitudes([groupOf("klein", large)], ALL)).klein).toBeNull();
    // Known to everybody, the large one is no secret any more, and its sum may be shown.
    expect(sums(releaseMagnitudes([groupOf("klein", large, OPEN_LOT, 1)], ALL)).klein).toBe(1090);
    expect(sums(releaseMagnitudes([groupOf("klein", even, OPEN_LOT, 1)], ALL)).klein).toBeNull();
    expect(releaseMagnitudes([groupOf("klein", even, OPEN_LOT, 6)], ALL)).toEqual(new Map());
  });

  test("figures are rounded: three digits for sum and mean, two for the median", () => {
    const values = [81, 92, 103.4, 124, 146, 81, 92, 103.4, 124, 146.2];
    expect(releaseMagnitudes([groupOf("klein", values)], ALL).get("alle")).toEqual({
      n: 10,
      sum: 1090,
      mean: 109,
      median: 100,
    });
  });
});
