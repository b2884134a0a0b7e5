import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { candidates, cellKey } from "../../functions/insights/gate/cells.ts";
import { type Depth, display, mayShowPercentage, phrase } from "../../functions/insights/gate/display.ts";
import { drawAssociation } from "../support/associations.ts";
import { statementsFrom } from "../support/attacker-model.ts";

const text = (count: number, size: number, depth: Depth) => {
  const shown = display(count, size, depth);
  return shown && phrase(shown);
};

describe("what a cell shows", () => {
  test.each<[number, number, Depth, string | null]>([
    [2, 4, 0, null],
    [4, 4, 2, null],
    [0, 5, 0, "hooguit 2"],
    [2, 5, 1, "hooguit 2"],
    [3, 5, 1, "vrijwel alle"],
    [3, 7, 1, "3"],
    [3, 46, 0, "3"],
    [43, 46, 0, "43"],
    [44, 46, 0, "vrijwel alle"],
    [0, 5, 2, "weinig"],
    [2, 5, 2, "weinig"],
    [3, 5, 2, "de meeste"],
    [4, 7, 2, "de meeste"],
    [3, 8, 2, "ongeveer de helft"],
    [12, 12, 2, "de meeste"],
  ])("%i of %i with %i filters: %s", (count, size, depth, expected) => {
    expect(text(count, size, depth)).toBe(expected);
  });

  const cases = fc.integer({ min: 5, max: 1_000 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      count: fc.integer({ min: 0, max: size }),
      depth: fc.constantFrom<Depth>(0, 1, 2),
    }),
  );

  test("the count lies in the range, and a range within 2 of an end or beside a word covers 3 counts", () => {
    fc.assert(
      fc.property(cases, ({ size, count, depth }) => {
        const shown = display(count, size, depth)!;
        expect(shown.low).toBeLessThanOrEqual(count);
        expect(shown.high).toBeGreaterThanOrEqual(count);
        if (shown.kind !== "exact") expect(shown.high - shown.low).toBeGreaterThanOrEqual(2);
        if (shown.kind === "exact") expect(Math.min(count, size - count)).toBeGreaterThan(2);
        expect(mayShowPercentage(shown)).toBe(shown.kind === "exact");
        if (depth === 2) expect(shown.kind).toBe("word");
      }),
    );
  });

  test("a size has at most three words, and they join without a gap", () => {
    for (let size = 5; size <= 200; size++) {
      const words = Array.from({ length: size + 1 }, (_, count) => text(count, size, 2));
      const order = words.filter((word, at) => word !== words[at - 1]);
      expect(order).toEqual([...new Set(words)]);
      expect(order.length).toBeLessThanOrEqual(3);
    }
  });

  test("a reader who knows only the published rules works out the very range the gate reckons with", () => {
    fc.assert(
      fc.property(cases, ({ size, count, depth }) => {
        const shown = display(count, size, depth)!;
        const answered = Array.from({ length: size }, (_, at) => String(at));
        const [read] = statementsFrom([{ filters: [], size, text: phrase(shown) }], [], answered);
        expect([read?.least, read?.most]).toEqual([shown.low, shown.high]);
      }),
    );
  });
});

describe("which sets are offered", () => {
  const { organisations, attributes } = drawAssociation(3, "multi-valued", 0.3);
  const sets = candidates(organisations, attributes);

  test("the total, single filters, crossings from large to small, multi-valued filters; none under 5", () => {
    expect(sets[0]?.key).toBe("alle");
    const isSingle = new Map(attributes.map((attribute) => [attribute.key, attribute.isSingle]));
    const turns = sets.map(({ depth, filters }) =>
      filters.some(({ attribute }) => !isSingle.get(attribute)) ? 3 : depth,
    );
    expect(new Set(turns)).toEqual(new Set([0, 1, 2, 3]));
    expect(turns).toEqual([...turns].sort());
    const sizes = sets.filter(({ depth }) => depth === 2).map(({ members }) => members.length);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(Math.min(...sets.map(({ members }) => members.length))).toBeGreaterThanOrEqual(5);
    expect(sets.length).toBeGreaterThan(40);
  });

  test("each set once, multi-valued attributes never crossed, at most six crossed", () => {
    expect(new Set(sets.map(({ key }) => key)).size).toBe(sets.length);
    const crossed = sets.filter(({ depth }) => depth === 2).flatMap(({ filters }) => filters);
    expect(crossed.map(({ attribute }) => attribute)).not.toContain("systems");
    const seven = Array.from({ length: 7 }, (_, at) => ({ ...attributes[0]!, key: `a${at}` }));
    const keys = candidates(organisations, seven).flatMap(({ depth, filters }) =>
      depth === 2 ? filters.map(({ attribute }) => attribute) : [],
    );
    expect(new Set(keys)).toEqual(new Set(["a0", "a1", "a2", "a3", "a4", "a5"]));
  });

  test("the key does not depend on the order in which filters were chosen", () => {
    const one = { attribute: "size", value: "small" };
    const other = { attribute: "form", value: "foundation" };
    expect(cellKey([one, other])).toBe(cellKey([other, one]));
  });
});
