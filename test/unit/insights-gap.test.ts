import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gapOf, LEAST_RESPONDENTS } from "../../functions/insights/gap-perspectives.ts";
import { deltaWords, sideWords } from "../../web/insights/gap.ts";

const gap = (firstCounts: number[], secondCounts: number[]) =>
  gapOf({ concept: "contact", wording: "We komen makkelijk in contact.", firstCounts, secondCounts });

describe("a statement from two sides", () => {
  it("shows both with n, the difference in shares and Cliff's delta", () => {
    // R: mean(sign(outer(rep(1:5, c(2,1,11,28,12)), rep(1:5, c(9,16,23,28,10)), "-"))) is 0.3503445
    const { sides, gap: found } = gap([2, 1, 11, 28, 12], [9, 16, 23, 28, 10]);
    expect(sides?.map(sideWords)).toEqual(["74\u00a0% (40 van 54)", "44\u00a0% (38 van 86)"]);
    expect(sides?.map(({ median }) => median)).toEqual([4, 3]);
    expect(found?.delta).toBeCloseTo(0.3503445, 7);
    expect(found?.points).toBeCloseTo(40 / 54 - 38 / 86, 12);
    expect(deltaWords(found?.delta ?? 0)).toBe("middelgroot (0,35)");
  });

  it.each([
    [[1, 1, 2, 2, 3], [9, 16, 23, 28, 10], "one_side"],
    [[9, 16, 23, 28, 10], [1, 1, 2, 2, 3], "one_side"],
    [[0, 0, 0, 0, 0], [1, 1, 2, 2, 3], "both_sides"],
  ])("keeps all numbers when %j and %j do not both pass", (first, second, because) => {
    const found = gap(first, second);
    expect(found).toEqual({
      concept: "contact",
      wording: "We komen makkelijk in contact.",
      withheld: because,
      sides: null,
      gap: null,
    });
  });

  it("says a word near the ends, and then no difference", () => {
    const { sides, gap: found } = gap([0, 0, 1, 31, 22], [4, 9, 18, 41, 14]);
    expect(sides?.map(sideWords)).toEqual(["vrijwel alle (n = 54)", "64\u00a0% (55 van 86)"]);
    expect(sides?.[0]).toMatchObject({ share: null, median: null });
    expect(found).toBeNull();
  });

  it("never shows a count of a side below its threshold, nor one within 2 of an end", () => {
    const counts = fc.array(fc.nat({ max: 20 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const { sides } = gap(first, second);
        const sums = [first, second].map((each) => each.reduce((sum, count) => sum + count, 0));
        expect(sides !== null).toBe(sums.every((sum) => sum >= LEAST_RESPONDENTS));
        for (const side of sides ?? [])
          if (side.agree.kind === "exact") {
            expect(side.agree.count).toBeGreaterThan(2);
            expect(side.agree.count).toBeLessThan(side.n - 2);
          }
      }),
    );
  });
});
