import { cpuUsage } from "node:process";
import { publicCells } from "../../functions/insights/gate/public-cells.ts";
import type { Release } from "../../functions/insights/gate/released.ts";
import { loadSolver } from "../../functions/insights/solver.ts";
import { drawAssociation, MIXES, type Mix, PREVALENCES, type Prevalence } from "../support/associations.ts";
import { releaseOf } from "../support/attacker-campaign.ts";
import { measureKept } from "./kept-bench.ts";
import { matchedPlan, measureMatched } from "./matched-bench.ts";

/** What one release of a yes/no item cost; times in milliseconds of processor, all threads together. */
export interface GateMeasure {
  organisations: number;
  mix: Mix;
  prevalence: Prevalence;
  cells: number;
  kept: number;
  /** share of the one-filter cells kept as a count (or an end), and in any way; of those with two filters */
  exact: number;
  one: number;
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

/** What is measured: every mix at every prevalence takes many minutes, one of each size about one. */
export const GATE_PLANS = {
  one: { sizes: [46, 200, 1_000], mixes: ["regional"], prevalences: [0.5] },
  prevalences: { sizes: [46], mixes: MIXES, prevalences: PREVALENCES },
  all: { sizes: [46, 200, 1_000], mixes: MIXES, prevalences: PREVALENCES },
} as const satisfies Record<string, GatePlan>;

interface GatePlan {
  sizes: readonly number[];
  mixes: readonly Mix[];
  prevalences: readonly Prevalence[];
}

/** Times a release, and a view of the stored one; `say` after each. */
export async function measureGate(
  plan: GatePlan,
  say: (measured: GateMeasure) => void = () => undefined,
): Promise<GateMeasure[]> {
  const solver = await loadSolver();
  const { sizes, mixes, prevalences } = plan;
  return sizes.flatMap((organisations) =>
    mixes
      .filter((mix) => organisations <= MOST_FOR_MULTI_VALUED || mix !== "multi-valued")
      .flatMap((mix, nth) =>
        prevalences.map((prevalence, at) => {
          const association = drawAssociation(10 * nth + at, mix, prevalence, organisations);
          const made = timed(() => releaseOf(association, solver, { chance: 0 }));
          const stored = JSON.stringify(made.value);
          const view = timed(() => publicCells(JSON.parse(stored) as Release));
          const cells = made.value.strands.flatMap((strand) => strand.cells);
          const kept = (depth: number, isExact: boolean) => {
            const offered = cells.filter((cell) => cell.depth === depth);
            const shown = offered.filter((cell) => cell.shown && (!isExact || cell.shown.kind !== "word"));
            return Math.round((100 * shown.length) / offered.length) / 100;
          };
          const { cost } = made.value.strands[0]!;
          const measured: GateMeasure = {
            organisations,
            mix,
            prevalence,
            cells: cells.length,
            kept: cost.kept,
            exact: kept(1, true),
            one: kept(1, false),
            crossings: kept(2, false),
            solves: cost.solves,
            limited: cost.withheld.limit + cost.withheld.solver,
            release: made.milliseconds,
            view: view.milliseconds,
          };
          say(measured);
          return measured;
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

if (import.meta.main && process.argv[2] === "matched") {
  const plan = matchedPlan(process.argv.slice(3));
  console.table(await measureMatched(plan, ({ name, gate, naive }) => console.error(name, gate, naive)));
} else if (import.meta.main && process.argv[2] === "kept") {
  console.table(await measureKept((name, kept) => console.error(name, kept)));
} else if (import.meta.main) {
  const plan = GATE_PLANS[process.argv[2] as keyof typeof GATE_PLANS] ?? GATE_PLANS.all;
  console.table(await measureGate(plan, (measured) => console.error(JSON.stringify(measured))));
}
