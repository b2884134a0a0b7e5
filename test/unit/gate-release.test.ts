import { beforeAll, describe, expect, test } from "vitest";
import type { Solver } from "../../functions/insights/gate/program.ts";
import { recheck } from "../../functions/insights/gate/recheck.ts";
import { release } from "../../functions/insights/gate/release.ts";
import type { Release, ReleasedCell } from "../../functions/insights/gate/released.ts";
import { loadSolver } from "../../functions/insights/solver.ts";
import { answersOf, drawAssociation } from "../support/associations.ts";
import { releaseOf } from "../support/attacker-campaign.ts";

const PATIENCE = 180_000;
const solver = await loadSolver();
const association = drawAssociation(4, "correlated", 0.3);
const verdicts = (made: Release) =>
  made.strands.flatMap(({ cells }) =>
    cells.map(({ key, option, shown, reason }) => ({ key, option, shown, reason })),
  );
const cellsOf = (made: Release) => made.strands.flatMap(({ cells }) => cells);
let made: Release;
beforeAll(() => {
  made = releaseOf(association, solver, {});
}, PATIENCE);

describe("a release", { timeout: PATIENCE }, () => {
  test("is plain data and the same every time, witnesses included", () => {
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    expect(releaseOf(association, solver, {})).toEqual(made);
  });

  test("does not depend on the order in which organisations come", () => {
    const turned = { ...association, organisations: [...association.organisations].reverse() };
    expect(releaseOf(turned, solver, {})).toEqual(made);
  });

  test("keeps the same cells when organisations have other names, and so another order in the search", () => {
    const renamed = (id: string) => `lid-${[...id].reverse().join("")}`;
    const other = {
      organisations: association.organisations.map(renamed),
      attributes: association.attributes.map((attribute) => ({
        ...attribute,
        of: Object.fromEntries(Object.entries(attribute.of).map(([id, values]) => [renamed(id), values])),
      })),
      yes: new Set([...association.yes].map(renamed)),
    };
    expect(verdicts(releaseOf(other, solver, {}))).toEqual(verdicts(made));
  });

  test("says what it kept and what it cost", () => {
    const [strand] = made.strands;
    const { kept, withheld, solves, proofs, classes } = strand!.cost;
    expect(kept).toBe(strand!.cells.filter(({ shown }) => shown).length);
    expect(kept + withheld.chance + withheld.unsafe + withheld.limit + withheld.solver).toBe(
      strand!.cells.length,
    );
    // A refused count is offered again in words, so there are more refusals than gaps.
    expect(proofs).toBeGreaterThanOrEqual(withheld.unsafe);
    expect(solves).toBeGreaterThanOrEqual(proofs);
    expect(classes).toBeGreaterThan(10);
  });

  test("refuses an answer that is not an option", () => {
    const support = { kind: "one", options: ["a", "b", "c"] } as const;
    const request = { item: "x", support, attributes: [], secretSeed: "s", solver };
    expect(() => release({ ...request, answers: { one: ["d"] } })).toThrow(RangeError);
    expect(() => release({ ...request, answers: { one: ["a", "b"] } })).toThrow(RangeError);
  });
});

describe("without a solver that answers", { timeout: PATIENCE }, () => {
  const failing: Record<string, Solver | null> = {
    none: null,
    "cannot open": {
      open: () => {
        throw new Error("out of memory");
      },
    },
    "breaks down": {
      open: () => ({
        solve: () => {
          throw new Error("unreachable");
        },
        close: () => {},
      }),
    },
    "reaches its limit": { open: () => ({ solve: () => ({ verdict: "unknown" }), close: () => {} }) },
    "says anything": {
      open: (program) => ({ solve: () => ({ verdict: "fits", values: program.upper }), close: () => {} }),
    },
  };
  test.each(Object.entries(failing))(
    "%s: less is shown, never more, and what is shown is safe",
    (_, broken) => {
      const less = releaseOf(association, broken, {});
      expect(recheck(less)).toEqual([]);
      const reasons = cellsOf(less).map(({ reason }) => reason);
      expect(reasons).not.toContain("unsafe");
      expect(reasons.some((reason) => reason === "solver" || reason === "limit")).toBe(true);
      expect(cellsOf(less).filter(({ shown }) => shown).length).toBeGreaterThan(10);
    },
  );
});

describe("a stored release is checked by plain addition", () => {
  const changed = (change: (cell: ReleasedCell, at: number) => ReleasedCell): Release => ({
    ...made,
    strands: made.strands.map((strand) => ({ ...strand, cells: strand.cells.map(change) })),
  });

  test("as made it is safe", () => {
    expect(recheck(made)).toEqual([]);
  });
  test("a withheld cell put back is seen", () => {
    const at = cellsOf(made).findIndex(({ reason }) => reason === "unsafe");
    const { members } = cellsOf(made)[at]!;
    const count = members.filter((member) => association.yes.has(made.organisations[member]!)).length;
    const exact = { kind: "exact", count, low: count, high: count } as const;
    expect(
      recheck(changed((cell, nth) => (nth === at ? { ...cell, shown: exact } : cell))).length,
    ).toBeGreaterThan(0);
  });
  test("another count is seen", () => {
    const at = cellsOf(made).findIndex(({ shown }) => shown?.kind === "exact");
    const other = changed((cell, nth) =>
      nth === at && cell.shown?.kind === "exact"
        ? {
            ...cell,
            shown: {
              kind: "exact",
              count: cell.shown.count + 1,
              low: cell.shown.low + 1,
              high: cell.shown.high + 1,
            },
          }
        : cell,
    );
    expect(recheck(other).length).toBeGreaterThan(0);
  });
  test("a narrower word than the rules allow is seen", () => {
    const narrowed = changed((cell) =>
      cell.shown?.kind === "word" ? { ...cell, shown: { ...cell.shown, high: cell.shown.low } } : cell,
    );
    expect(recheck(narrowed).some((problem) => problem.includes("shows"))).toBe(true);
  });
  test("one organisation more in a set is seen", () => {
    const at = cellsOf(made).findIndex(
      ({ shown, members }) => shown?.kind === "exact" && !members.includes(0),
    );
    const wider = changed((cell, nth) => (nth === at ? { ...cell, members: [0, ...cell.members] } : cell));
    expect(recheck(wider).length).toBeGreaterThan(0);
  });
  test("a witness left out or made up is seen", () => {
    const witnesses = (change: (sheets: readonly string[]) => string[]) => ({
      ...made,
      strands: made.strands.map((strand) => ({ ...strand, witnesses: change(strand.witnesses) })),
    });
    expect(recheck(witnesses((sheets) => sheets.slice(0, 3)))).toHaveLength(1);
    expect(recheck(witnesses((sheets) => [...sheets, "1".repeat(made.organisations.length)]))).toHaveLength(
      1,
    );
    expect(recheck(witnesses((sheets) => [...sheets, "0"]))).toHaveLength(1);
  });
  test("answers are no part of it", () => {
    const sheet = made.organisations.map((id) => (answersOf(association)[id]?.length ? "1" : "0")).join("");
    expect(made.strands[0]?.witnesses).not.toContain(sheet);
  });
});
