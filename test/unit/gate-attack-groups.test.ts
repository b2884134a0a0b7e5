import { describe, expect, test } from "vitest";
import { loadSolver } from "../../functions/insights/solver.ts";
import { type Mix, PREVALENCES } from "../support/associations.ts";
import { type Encounter, encounter, lateEncounter } from "../support/attacker-campaign.ts";

/**
 * Half of 200 made-up associations; the other half stands in gate-attack-apart. Proven for each, by exhaustion
 * and not by sampling: every (knower, target) pair ends in a sheet that shows the other value. Not proven: two
 * organisations that combine what they know, and likelihood.
 */
const MIXES: readonly Mix[] = ["correlated", "regional"];
const DRAWS = 10;
const PATIENCE = 600_000;

const solver = await loadSolver();
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.each(MIXES)("%s attributes", (mix) => {
  const met: Encounter[] = [];

  test.each(PREVALENCES)(
    "prevalence %d: nobody determined, by an outsider or an insider",
    { timeout: PATIENCE },
    (prevalence) => {
      for (let draw = 0; draw < DRAWS; draw++) {
        const one = encounter(draw, mix, prevalence, solver);
        expect({ name: one.name, outsider: one.gate.outsider, insiders: one.gate.insiders }).toEqual({
          name: one.name,
          outsider: [],
          insiders: [],
        });
        expect(one.gate.undecided).toBe(0);
        met.push(one);
      }
    },
  );

  test('the same attacker finds more than 30 of 46 where "at least 5" is the only rule, or a rank audit', () => {
    expect(met.length).toBe(DRAWS * PREVALENCES.length);
    expect(mean(met.map(({ naive }) => naive))).toBeGreaterThan(30);
    expect(mean(met.map(({ rank }) => rank))).toBeGreaterThan(30);
  });

  test("and figures are left: at least 60 % of the crossings on average, 40 % for each item", () => {
    const shares = met.map(({ kept }) => kept);
    expect(mean(shares)).toBeGreaterThanOrEqual(0.6);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.4);
  });

  test.each(PREVALENCES)(
    "prevalence %d, late answers: nobody determined by two editions together",
    { timeout: PATIENCE },
    (prevalence) => {
      const { gate, figures } = lateEncounter(mix, prevalence, solver);
      expect(gate).toMatchObject({ outsider: [], insiders: [], undecided: 0 });
      for (const count of figures) expect(count).toBeGreaterThan(10);
    },
  );
});
