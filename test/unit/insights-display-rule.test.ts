import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayMentions, displayParts } from "../../functions/insights/display-rule.ts";
import type { Cell } from "../../web/insights/cell.ts";

const say = (cells: readonly Cell[] | null): string =>
  cells === null
    ? "withheld"
    : cells.map((cell) => (cell.kind === "exact" ? cell.count : cell.kind)).join(" ");
const forwards = (length: number) => Array.from({ length }, (_, at) => at);

/** Every way to divide n over so many parts. */
function* divisions(n: number, parts: number): Generator<number[]> {
  if (parts === 1) yield [n];
  else
    for (let first = 0; first <= n; first++)
      for (const rest of divisions(n - first, parts - 1)) yield [first, ...rest];
}

/** Every row of so many counts, each from none to n. */
function* divisionsUpTo(n: number, parts: number): Generator<number[]> {
  if (parts === 0) yield [];
  else
    for (let first = 0; first <= n; first++)
      for (const rest of divisionsUpTo(n, parts - 1)) yield [first, ...rest];
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/**
 * The attacker: knows the rule, so the true sheet is one of those that are shown in the same way. Gives the
 * smallest number of values that any count out of sight can still have, for who knows nothing more
 * (`outsider`) and for who knows that one organisation is in a certain part (`insider`).
 */
function attack(n: number, parts: number, order: readonly number[]) {
  const shownAlike = new Map<string, number[][]>();
  for (const sheet of divisions(n, parts)) {
    const key = say(displayParts(sheet, order));
    shownAlike.set(key, [...(shownAlike.get(key) ?? []), sheet]);
  }
  let outsider = Number.POSITIVE_INFINITY;
  let insider = Number.POSITIVE_INFINITY;
  for (const [key, sheets] of shownAlike) {
    const outOfSight = forwards(parts).filter((at) => !/^\d+$/.test(key.split(" ")[at] ?? "?"));
    for (const at of outOfSight) {
      outsider = Math.min(outsider, new Set(sheets.map((sheet) => sheet[at])).size);
      for (const own of forwards(parts)) {
        const possible = sheets.filter((sheet) => (sheet[own] ?? 0) >= 1);
        if (possible.length > 0)
          insider = Math.min(insider, new Set(possible.map((sheet) => sheet[at])).size);
      }
    }
  }
  return { outsider, insider, ways: shownAlike.size };
}

describe("parts of a whole", () => {
  it.each([
    // n = 4: withheld; n = 5: the first that may be shown
    [[4, 0], "withheld"],
    [[5, 0], "nearly_all few"],
    [[3, 2], "nearly_all few"],
    // within two of the upper end
    [[44, 1, 1, 0], "nearly_all few few few"],
    [[43, 1, 1, 1], "43 few few few"],
    // all far from the ends
    [[10, 20, 16], "10 20 16"],
    // one masked part alone could be recomputed from n: another goes with it
    [[1, 10, 20, 15], "few hidden 20 15"],
    // masked parts that are all none, or all two, would be certain: another goes with them
    [[0, 0, 0, 16, 20, 10], "few few few hidden 20 10"],
    [[2, 2, 2, 16, 20, 4], "few few few hidden 20 4"],
    [[1, 1, 0, 16, 20, 8], "few few few 16 20 8"],
    // the first to hide is too small to cover for the others: the next one too
    [[0, 3, 20, 23], "few hidden hidden 23"],
    // nothing would be left to show
    [[1, 3, 8], "withheld"],
  ])("%j is shown as %s", (counts, shown) => {
    expect(say(displayParts(counts, forwards(counts.length)))).toBe(shown);
  });

  it.each([
    [14, 3],
    [22, 3],
    [46, 3],
    [14, 4],
    [24, 4],
    [16, 5],
    [13, 6],
  ])(
    "of %i organisations in %i parts no count out of sight can be computed, not even by a member",
    (n, parts) => {
      const found = attack(n, parts, forwards(parts));
      expect(found.ways).toBeGreaterThan(2);
      expect(found.outsider).toBeGreaterThanOrEqual(2);
      expect(found.insider).toBeGreaterThanOrEqual(2);
    },
  );

  it("keeps the attacker honest: without hiding a second part the count is found", () => {
    const naive = new Map<string, Set<number>>();
    for (const sheet of divisions(20, 3)) {
      const key = sheet.map((count) => (count <= 2 ? "few" : count)).join(" ");
      naive.set(key, (naive.get(key) ?? new Set()).add(sheet[0] ?? 0));
    }
    expect(naive.get("few 10 9")).toEqual(new Set([1]));
  });

  it("never shows a number within two of either end, at any size", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 2, maxLength: 9 }), (counts) => {
        const n = counts.reduce((sum, count) => sum + count, 0);
        const cells = displayParts(counts, forwards(counts.length)) ?? [];
        for (const [at, cell] of cells.entries()) {
          if (cell.kind === "exact") {
            expect(cell.count).toBe(counts[at]);
            expect(cell.count).toBeGreaterThan(2);
            expect(cell.count).toBeLessThan(n - 2);
          }
        }
        // One number out of sight is the sum minus the rest.
        const outOfSight = cells.filter((cell) => cell.kind !== "exact").length;
        expect(outOfSight).not.toBe(1);
      }),
    );
  });
});

describe("things that may be named together", () => {
  const exact = (count: number): Cell => ({ kind: "exact", count });

  it.each([
    [2, "few"],
    [3, 3],
    [37, 37],
    [38, "nearly_all"],
    [40, "nearly_all"],
  ])("%i of 40 is shown as %s", (organisations, shown) => {
    const besides = [30, 10].map((count) => ({ organisations: count, mentions: count }));
    const cells = displayMentions(
      [{ organisations, mentions: organisations + 5 }, ...besides],
      exact(40),
      46,
    );
    expect(say(cells?.map((cell) => cell.organisations) ?? null)).toBe(`${shown} 30 10`);
    expect(say(cells?.map((cell) => cell.mentions) ?? null)).toBe(
      `${typeof shown === "number" ? shown + 5 : "hidden"} 30 10`,
    );
  });

  it("does not let a count tell how many answered, when that is kept back", () => {
    // Of 46, 44 to 46 answered. 43 would say: at least 43; so would 42. Both stay below 44 - 2.
    const shown = (organisations: number, given: Cell) =>
      displayMentions([{ organisations, mentions: 60 }], given, 46)?.[0]?.organisations.kind;
    expect(shown(42, { kind: "nearly_all" })).toBe("nearly_all");
    expect(shown(41, { kind: "nearly_all" })).toBe("exact");
    expect(shown(20, { kind: "hidden" })).toBeUndefined();
    expect(shown(2, { kind: "few" })).toBeUndefined();
    expect(shown(3, exact(4))).toBeUndefined();
  });

  it("leaves every masked count two values, though everybody who answered named something", () => {
    const given = 10;
    const sheets = [...divisionsUpTo(given, 4)].filter((sheet) => sum(sheet) >= given);
    const shownAlike = new Map<string, number[][]>();
    for (const sheet of sheets) {
      const named = sheet.map((organisations) => ({ organisations, mentions: organisations }));
      const key = say(displayMentions(named, exact(given), 12)?.map((cell) => cell.organisations) ?? null);
      shownAlike.set(key, [...(shownAlike.get(key) ?? []), sheet]);
    }
    expect(shownAlike.has("withheld")).toBe(true);
    for (const [key, alike] of shownAlike)
      for (const at of forwards(4).filter((each) => !/^\d+$/.test(key.split(" ")[each] ?? "?")))
        expect(new Set(alike.map((sheet) => sheet[at])).size, key).toBeGreaterThanOrEqual(2);
  });
});
