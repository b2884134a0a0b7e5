import { cpuUsage } from "node:process";
import { publicCells } from "../../functions/insights/gate/public-cells.ts";
import type { Release } from "../../functions/insights/gate/released.ts";
import { loadSolver } from "../../functions/insights/solver.ts";
import { drawAssociation, MIXES, type Mix, PREVALENCES, type Prevalence } from "../support/associations.ts";
import { releaseOf } from "../support/attacker-campaign.ts";

/** What one release of a yes/no item cost; times in milliseconds of processor, all threads together. */
export interface GateMeasure {
  organisations: number;
  mix: Mix;
  prevalence: Prevalence;
  cells: number;
  kept: number;
  /** share of the two-filter cells kept */
  crossings: number;
  solves: number;
  /** cells withheld because a work limit was reached */
  limited: number;
  release: number;
  /** to read the stored release and make the public cells of it, as a view at the edge does */
  view: number;
}

/** Ten multi-valued filters make nearly every organisation a class of its own; beyond this that takes minutes. */
const MOST_FOR_MULTI_VALUED = 100;

/** Times a release, and a view of the stored one, at three sizes of an association; minutes in all. */
export async function measureGate(
  sizes: readonly number[] = [46, 200, 1_000],
  prevalences: readonly Prevalence[] = PREVALENCES,
): Promise<GateMeasure[]> {
  const solver = await loadSolver();
  return sizes.flatMap((organisations) =>
    MIXES.filter((mix) => organisations <= MOST_FOR_MULTI_VALUED || mix !== "multi-valued").flatMap(
      (mix, nth) =>
        prevalences.map((prevalence, at) => {
          const association = drawAssociation(10 * nth + at, mix, prevalence, organisations);
          const made = timed(() => releaseOf(association, solver, { chance: 0 }));
          const stored = JSON.stringify(made.value);
          const view = timed(() => publicCells(JSON.parse(stored) as Release));
          const cells = made.value.strands.flatMap((strand) => strand.cells);
          const crossings = cells.filter(({ depth }) => depth === 2);
          const { cost } = made.value.strands[0]!;
          return {
            organisations,
            mix,
            prevalence,
            cells: cells.length,
            kept: cost.kept,
            crossings: crossings.filter(({ shown }) => shown).length / crossings.length,
            solves: cost.solves,
            limited: cost.withheld.limit + cost.withheld.solver,
            release: made.milliseconds,
            view: view.milliseconds,
          };
        }),
    ),
  );
}

function timed<Value>(work: () => Value): { value: Value; milliseconds: number } {
  const before = cpuUsage();
  const value = work();
  const { user, system } = cpuUsage(before);
  return { value, milliseconds: Math.round((user + system) / 100) / 10 };
}

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number);
  console.table(await measureGate(sizes.length > 0 ? sizes : undefined));
}
