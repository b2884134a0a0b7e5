import { loadSolver } from "../../functions/insights/solver.ts";
import { MIXES, PREVALENCES } from "../support/associations.ts";
import { type MatchedEncounter, matchedEncounter } from "../support/attacker-matched.ts";
import { TURNOVER_COUNT } from "../support/two-rounds.ts";

/** Two rounds per mix and turnover, attacked as one, and what their matched figures tell; per prevalence. */
export async function measureMatched(say: (encounter: MatchedEncounter) => void): Promise<object[]> {
  const solver = await loadSolver();
  return PREVALENCES.map((prevalence) => {
    const met = MIXES.flatMap((mix, nth) =>
      Array.from({ length: TURNOVER_COUNT }, (_, turnover) => {
        const one = matchedEncounter(100 * nth + 7, mix, prevalence, turnover, solver);
        say(one);
        return one;
      }),
    );
    const sum = (of: (one: MatchedEncounter) => number) => met.reduce((all, one) => all + of(one), 0);
    const needed = met.flatMap(({ widths }) => widths).filter(({ isNeeded }) => isNeeded);
    const shown = needed.filter(({ isShown }) => isShown);
    const mean = (of: "before" | "after") =>
      Math.round((10 * shown.reduce((all, width) => all + width[of], 0)) / Math.max(1, shown.length)) / 10;
    return {
      prevalence,
      associations: met.length,
      outsider: sum(({ gate }) => gate.outsider.length),
      insiders: sum(({ gate }) => gate.insiders.length),
      undecided: sum(({ gate }) => gate.undecided),
      naive: Math.round((10 * sum(({ naive }) => naive)) / met.length) / 10,
      needed: needed.length,
      shown: shown.length,
      subtraction: mean("before"),
      width: mean("after"),
    };
  });
}
