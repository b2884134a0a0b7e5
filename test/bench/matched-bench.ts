import { loadSolver } from "../../functions/insights/solver.ts";
import { MIXES, PREVALENCES, type Prevalence } from "../support/associations.ts";
import { type MatchedEncounter, matchedEncounter } from "../support/attacker-matched.ts";
import { TURNOVER_COUNT } from "../support/two-rounds.ts";

/** Every mix with every turnover. */
const MOST_PAIRS = MIXES.length * TURNOVER_COUNT;

/** Which pairs of rounds are drawn: a pair takes a minute or more where half of the answers are yes. */
interface MatchedPlan {
  prevalences: readonly Prevalence[];
  /** per prevalence */
  pairs: number;
}

/**
 * The plan that was asked for: `0.5 6` is six pairs at prevalence 0.5; without words everything.
 *
 * @throws RangeError for a prevalence that is not drawn, or fewer than one pair
 */
export function matchedPlan([prevalence, pairs = String(MOST_PAIRS)]: readonly string[]): MatchedPlan {
  const asked = PREVALENCES.filter((each) => prevalence === undefined || each === Number(prevalence));
  if (asked.length === 0) throw new RangeError(`The prevalences are ${PREVALENCES.join(", ")}`);
  if (!(Number(pairs) >= 1)) throw new RangeError(`Between 1 and ${MOST_PAIRS} pairs of rounds can be drawn`);
  return { prevalences: asked, pairs: Math.min(MOST_PAIRS, Math.floor(Number(pairs))) };
}

/** Pairs of rounds of all mixes and turnovers, each attacked as one, and what their matched figures tell. */
export async function measureMatched(
  { prevalences, pairs }: MatchedPlan,
  say: (encounter: MatchedEncounter) => void,
): Promise<object[]> {
  const solver = await loadSolver();
  return prevalences.map((prevalence) => {
    // Four mixes and five turnovers: both go round at their own pace, so few pairs already have some of each.
    const met = Array.from({ length: pairs }, (_, at) => {
      const nth = at % MIXES.length;
      const one = matchedEncounter(100 * nth + 7, MIXES[nth]!, prevalence, at % TURNOVER_COUNT, solver);
      say(one);
      return one;
    });
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
