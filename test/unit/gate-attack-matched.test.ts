import { describe, expect, test } from "vitest";
import { loadSolver } from "../../functions/insights/solver.ts";
import { MIXES, PREVALENCES } from "../support/associations.ts";
import { type MatchedEncounter, matchedEncounter } from "../support/attacker-matched.ts";
import { TURNOVER_COUNT } from "../support/two-rounds.ts";

/**
 * Two rounds with partly other organisations and answers that hang together: the attacker takes the figures of
 * both rounds and those of who took part in both as one set of unknowns. One association a prevalence here; the
 * rest with `npm run bench:gate -- matched`.
 */
const PATIENCE = 300_000;
const solver = await loadSolver();

describe("two rounds and who took part in both", () => {
  const met: MatchedEncounter[] = [];

  test.each(PREVALENCES.map((prevalence, at) => ({ prevalence, at })))(
    "prevalence $prevalence: nobody determined, by an outsider or by who knows its own answers in both rounds",
    { timeout: PATIENCE },
    ({ prevalence, at }) => {
      const one = matchedEncounter(
        7 + at,
        MIXES[at % MIXES.length]!,
        prevalence,
        at % TURNOVER_COUNT,
        solver,
      );
      expect(one.gate, one.name).toMatchObject({ outsider: [], insiders: [], undecided: 0 });
      expect(one.problems, one.name).toEqual([]);
      met.push(one);
    },
  );

  test("the same attacker finds answers where the figures of both rounds are exact", () => {
    expect(met.length).toBe(PREVALENCES.length);
    expect(met.reduce((sum, { naive }) => sum + naive, 0)).toBeGreaterThan(5);
  });

  test("and something is told: where a figure is needed and shown, it leaves fewer counts than subtraction did", () => {
    const shown = met.flatMap(({ widths }) => widths).filter(({ isShown }) => isShown);
    expect(shown.length).toBeGreaterThan(0);
    for (const { before, after } of shown) expect(after).toBeLessThanOrEqual(before);
    expect(shown.some(({ before, after }) => after < before)).toBe(true);
  });
});
