import { describe, expect, test } from "vitest";
import { inRanges } from "../../functions/insights/gate/display.ts";
import { matched } from "../../functions/insights/gate/matched.ts";
import type { Matched, MatchedSide } from "../../functions/insights/gate/matched-request.ts";
import { recheck } from "../../functions/insights/gate/recheck.ts";
import { release } from "../../functions/insights/gate/release.ts";
import type { Release } from "../../functions/insights/gate/released.ts";
import { baresARest, impliedOf } from "../../functions/insights/gate/rest.ts";
import { supplemented } from "../../functions/insights/gate/supplement.ts";
import { loadSolver } from "../../functions/insights/solver.ts";
import { type Association, answersOf } from "../support/associations.ts";
import { releaseOf } from "../support/attacker-campaign.ts";
import { drawTwoRounds } from "../support/two-rounds.ts";

const PATIENCE = 180_000;
const solver = await loadSolver();
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
const closed = Array<number>(50).fill(-1);

describe("ranges", () => {
  test("cover every count once, at least as many as asked, and follow from the size alone", () => {
    for (let size = 5; size < 60; size++)
      for (const width of [3, 4, 5, 6]) {
        const shown = range(0, size + 1).map((count) => inRanges(count, size, width)!);
        for (const [count, { low, high }] of shown.entries()) {
          expect(count >= low && count <= high && high - low + 1 >= Math.min(width, size + 1)).toBe(true);
          expect(shown[low]).toEqual(shown[high]);
        }
      }
    expect(inRanges(1, 4, 3)).toBeNull();
  });
});

describe("the rest: those in one of two sets only", () => {
  const all = (low: number, high = low) => [{ members: range(0, 20), options: 2, low, high }];
  const of = (size: number, low: number, high = low) => ({ members: range(0, size), options: 2, low, high });

  test.each([
    ["4 that stayed away, 2 of them yes", of(16, 8), all(10), true],
    ["4 that stayed away, of whom nothing follows", of(16, 6, 10), all(10), false],
    ["5 that stayed away, 2 of them yes", of(15, 8), all(10), true],
    ["8 that stayed away, 4 of them yes", of(12, 6), all(10), false],
    ["8 that stayed away, 2 of them yes", of(12, 8), all(10), true],
    ["8 that stayed away, none or one of them yes", of(12, 9, 10), all(10), true],
    ["8 that stayed away, at most 2 of them yes", of(12, 8, 10), all(10), false],
    ["nobody stayed away", of(20, 10), all(10), false],
    ["a set within, 3 of its rest of 4 yes", { ...of(20, 10) }, [of(16, 7)], true],
    ["another option", of(16, 8), [{ ...all(10)[0]!, options: 4 }], false],
  ])("%s", (_, row, said, isBare) => {
    expect(baresARest(row, said, closed)).toBe(isBare);
  });

  test("opened answers are taken out first", () => {
    const open = closed.map((_, at) => (at >= 17 && at < 20 ? 1 : -1));
    // Of 8 that stayed away 4 say yes, three of them openly: of the 5 others one.
    expect(baresARest(of(12, 6), all(10), open)).toBe(true);
  });

  test("subtraction says something of any set: from around it and from within", () => {
    expect(impliedOf(range(0, 16), 2, all(10))).toEqual({ low: 6, high: 10 });
    expect(impliedOf(range(0, 16), 2, [...all(10), of(12, 9)])).toEqual({ low: 9, high: 10 });
    expect(impliedOf(range(0, 16), 2, [])).toEqual({ low: 0, high: 16 });
  });
});

const sideOf = (association: Association, other: string, release?: Release): MatchedSide => ({
  release: release ?? releaseOf(association, solver, { chance: 0 }),
  support: { kind: "yes_no", option: "yes", of: ["yes"] },
  answers: Object.fromEntries(association.organisations.map((id) => [id, answersOf(association)[id] ?? []])),
  opened: {},
  filter: { attribute: "deelname", value: other },
  secretSeed: "geheim",
});
const request = (before: MatchedSide, after: MatchedSide, earlier: Matched[] = []) => ({
  item: "wachtlijst",
  before,
  after,
  earlier,
  solver,
  chance: 0,
});
const shownIn = (made: Matched) =>
  [made.before, made.after].map(({ strands }) => strands[0]?.cells[0]?.shown ?? null);

describe("figures of who took part in both rounds", { timeout: PATIENCE }, () => {
  const rounds = drawTwoRounds(7, "regional", 0.3, 1);
  const before = sideOf(rounds.before, "2028");
  const after = sideOf(rounds.after, "2026");
  const made = matched(request(before, after));

  test("are checked by addition beside all that their own round showed", () => {
    expect(shownIn(made).every(Boolean)).toBe(true);
    for (const [side, added] of [
      [before, made.before],
      [after, made.after],
    ] as const) {
      expect(recheck(supplemented(side.release, [added]))).toEqual([]);
      const cells = added.strands.map((strand) => ({
        ...strand,
        cells: strand.cells.map((cell) => ({
          ...cell,
          shown: { kind: "exact" as const, low: 11, high: 11, count: 11 },
        })),
      }));
      expect(recheck(supplemented(side.release, [{ strands: cells }]))).not.toEqual([]);
    }
  });

  test("hold the true count, and are the same every time", () => {
    const both = rounds.before.organisations.filter((id) => rounds.after.organisations.includes(id));
    for (const [nth, { yes }] of [rounds.before, rounds.after].entries()) {
      const shown = shownIn(made)[nth]!;
      const count = both.filter((id) => yes.has(id)).length;
      expect(count >= shown.low && count <= shown.high).toBe(true);
    }
    expect(matched(request(before, after))).toEqual(made);
  });

  test("are both withheld when one of them cannot be shown", () => {
    const broken = { ...after, release: { ...after.release, isHistoryBroken: true as const } };
    const apart = matched(request(before, broken));
    expect(shownIn(apart)).toEqual([null, null]);
    expect(apart.before.strands[0]?.cells[0]?.reason).toBe("unsafe");
  });

  test("are not offered where fewer than five stayed away and the total says the rest", () => {
    const few = drawTwoRounds(7, "independent", 0.5, 3);
    const none = matched(request(sideOf(few.before, "2028"), sideOf(few.after, "2026")));
    for (const { strands } of [none.before, none.after]) expect(strands[0]?.cells).toEqual([]);
    expect(none.before.strands[0]?.said[0]).toMatchObject({ option: "yes", low: 20, high: 23 });
  });

  test("without a solver nothing is shown that the stored sheets do not show safe", () => {
    const alone = matched({ ...request(before, after), solver: null });
    for (const [side, added] of [
      [before, alone.before],
      [after, alone.after],
    ] as const)
      expect(recheck(supplemented(side.release, [added]))).toEqual([]);
  });

  test("by lot are a gap on both sides, drawn anew each time, and a gap stays a gap", () => {
    const drawn = matched({ ...request(before, after), chance: 1 });
    expect(shownIn(drawn)).toEqual([null, null]);
    expect(drawn.after.strands[0]?.cells[0]?.reason).toBe("chance");
    expect(shownIn(matched(request(before, after, [drawn])))).toEqual([null, null]);
  });

  test("a range never gets finer in a next comparison", () => {
    const coarse = structuredClone(made) as { before: { strands: { way?: number }[] } } & Matched;
    for (const strand of coarse.before.strands) strand.way = 4;
    const next = matched(request(before, after, [coarse]));
    expect(next.before.strands[0]?.way ?? 4).toBeGreaterThanOrEqual(4);
  });

  test("of a third round over the same answers are audited with those of the second", () => {
    const third = drawTwoRounds(7, "regional", 0.3, 2).after;
    const stands = { ...before, release: supplemented(before.release, [made.before]) };
    const later = matched(
      request({ ...stands, filter: { attribute: "deelname", value: "2030" } }, sideOf(third, "2026")),
    );
    const whole = supplemented(stands.release, [later.before]);
    expect(recheck(whole)).toEqual([]);
    const matchedCells = whole.strands[0]!.cells.filter(
      ({ filters }) => filters[0]?.attribute === "deelname",
    );
    expect(matchedCells.map(({ key }) => key)).toEqual(["deelname=2028", "deelname=2030"]);
  });

  test("count in the audit of every later edition", () => {
    const { organisations } = rounds.before;
    const early = { ...rounds.before, organisations: organisations.slice(0, -6) };
    const first = sideOf(early, "2028");
    const both = matched(request(first, after));
    const stands = supplemented(first.release, [both.before]);
    const second = releaseOf(rounds.before, solver, { chance: 0, previous: [stands] });
    const shown = both.before.strands[0]!.cells.filter((cell) => cell.shown).length;
    const published = first.release.strands[0]!.cells.filter((cell) => cell.shown).length;
    expect(shown).toBe(1);
    expect(second.strands[0]?.carried).toHaveLength(published + shown);
    expect(recheck(second)).toEqual([]);
  });
});

describe("with more than two answers", { timeout: PATIENCE }, () => {
  test("all options of a comparison are shown or none, and many options each by themselves", () => {
    const rounds = drawTwoRounds(3, "independent", 0.5, 0);
    const options = ["a", "b", "c"];
    const answer = (association: Association, id: string, at: number) =>
      association.yes.has(id) ? "a" : at % 3 === 0 ? "b" : "c";
    for (const support of [
      { kind: "one" as const, options },
      { kind: "many" as const, options, exclusive: [], atLeastOne: false, atMost: null },
    ]) {
      const sides = ([rounds.before, rounds.after] as const).map((association, nth): MatchedSide => {
        const { organisations, attributes } = association;
        const answers = Object.fromEntries(
          organisations.map((id, at) => [id, [answer(association, id, at)]]),
        );
        const plain = attributes.slice(0, 1);
        const request = {
          item: "x",
          support,
          answers,
          attributes: plain,
          secretSeed: "geheim",
          solver,
          chance: 0,
        };
        return {
          release: release(request),
          support,
          answers,
          opened: {},
          filter: { attribute: "deelname", value: String(nth) },
          secretSeed: "geheim",
        };
      });
      const made = matched(request(sides[0]!, sides[1]!));
      expect(made.before.strands).toHaveLength(support.kind === "one" ? 1 : 3);
      for (const strand of [...made.before.strands, ...made.after.strands])
        expect(new Set(strand.cells.map(({ shown }) => shown === null)).size).toBeLessThanOrEqual(1);
      expect(recheck(supplemented(sides[0]!.release, [made.before]))).toEqual([]);
      expect(recheck(supplemented(sides[1]!.release, [made.after]))).toEqual([]);
    }
  });
});
