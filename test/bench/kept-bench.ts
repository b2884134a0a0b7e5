import { loadSolver } from "../../functions/insights/solver.ts";
import { MIXES, PREVALENCES } from "../support/associations.ts";
import { drawnFor, keptCrossings, releaseOf } from "../support/attacker-campaign.ts";

/** The draws of the attack in the tests: with four mixes and five prevalences 200 associations. */
const DRAWS = 10;

/**
 * What the gate keeps of two filters, per prevalence and of all: the very releases that the tests attack, before the
 * lots. Percentages of the sets with at least 5 organisations; `below`: how many associations keep less than 60.
 */
export async function measureKept(say: (name: string, kept: number) => void): Promise<object[]> {
  const solver = await loadSolver();
  const kept = PREVALENCES.flatMap((prevalence) =>
    MIXES.flatMap((mix) =>
      Array.from({ length: DRAWS }, (_, draw) => {
        const share = 100 * keptCrossings(releaseOf(drawnFor(draw, mix, prevalence), solver, { chance: 0 }));
        say(`${mix}, ${prevalence}, draw ${draw}`, share);
        return { prevalence, share };
      }),
    ),
  );
  const line = (prevalence: number | "all", shares: readonly number[]) => ({
    prevalence,
    associations: shares.length,
    mean: Math.round((10 * shares.reduce((sum, share) => sum + share, 0)) / shares.length) / 10,
    least: Math.round(10 * Math.min(...shares)) / 10,
    below: shares.filter((share) => share < 60).length,
  });
  return [
    ...PREVALENCES.map((prevalence) =>
      line(
        prevalence,
        kept.filter((each) => each.prevalence === prevalence).map(({ share }) => share),
      ),
    ),
    line(
      "all",
      kept.map(({ share }) => share),
    ),
  ];
}
