import type { OpenedTo } from "../../functions/insights/gate/known.ts";
import type { Solver } from "../../functions/insights/gate/program.ts";
import { seededRandom } from "../../functions/insights/gate/random.ts";
import { recheck } from "../../functions/insights/gate/recheck.ts";
import type { Release } from "../../functions/insights/gate/released.ts";
import { type Association, drawAssociation, type Mix, type Prevalence } from "./associations.ts";
import { attack } from "./attacker.ts";
import { releaseOf, seenOn, truthOf } from "./attacker-campaign.ts";
import { statementsFrom } from "./attacker-model.ts";

/** Who may read what, from little to much; each reads what those before it read. */
const READERS = ["public", "members", "learning_group"] as const;

/** What one reader determined of answers that were not opened to it. */
export interface ReadingAttack {
  reader: OpenedTo;
  outsider: number;
  insiders: number;
  undecided: number;
}

export interface OpenedEncounter {
  name: string;
  /** of a release that takes opened answers for known */
  gate: ReadingAttack[];
  /** of one that does not: what an outsider with the opened answers determines of the others */
  ignoring: ReadingAttack[];
  figures: { gate: number; ignoring: number };
  problems: string[];
}

export type Shares = Partial<Record<OpenedTo, number>>;

/** Opens some answers at random, releases with and without taking that into account, and attacks as each reader. */
export function openedEncounter(
  seed: number,
  mix: Mix,
  prevalence: Prevalence,
  counts: Shares,
  solver: Solver,
): OpenedEncounter {
  const association = drawAssociation(seed, mix, prevalence);
  const opened = openedIn(association, seed, counts);
  const careful = releaseOf(association, solver, { chance: 0, opened });
  const careless = releaseOf(association, solver, { chance: 0 });
  const attackAs = (made: Release, reader: OpenedTo, insiders: boolean): ReadingAttack => {
    const { organisations, attributes } = association;
    const truth = truthOf(association);
    const known = new Set(
      organisations.flatMap((id, at) => {
        const tier = opened[id];
        return tier && READERS.indexOf(tier) <= READERS.indexOf(reader) ? [at] : [];
      }),
    );
    const told = [...known].map((at) => ({ who: [at], least: truth[at] ? 1 : 0, most: truth[at] ? 1 : 0 }));
    const statements = [...statementsFrom(seenOn(made), attributes, organisations), ...told];
    const found = attack(statements, truth, { insiders, walk: insiders ? 40_000 : 2_000 });
    return {
      reader,
      outsider: found.outsider.filter((at) => !known.has(at)).length,
      insiders: found.insiders.filter(([knower, target]) => !known.has(knower) && !known.has(target)).length,
      undecided: found.undecided,
    };
  };
  const readers = READERS.filter((reader) => Object.values(opened).includes(reader));
  return {
    name: `${mix}, ${prevalence}, seed ${seed}`,
    gate: readers.map((reader) => attackAs(careful, reader, true)),
    ignoring: readers.map((reader) => attackAs(careless, reader, false)),
    figures: { gate: seenOn(careful).length, ignoring: seenOn(careless).length },
    problems: recheck(careful),
  };
}

function openedIn({ organisations }: Association, seed: number, counts: Shares): Record<string, OpenedTo> {
  const random = seededRandom(seed + 17);
  const shuffled = organisations
    .map((id) => ({ id, rank: random() }))
    .sort((one, other) => one.rank - other.rank);
  const tiers = READERS.flatMap((reader) => Array<OpenedTo>(counts[reader] ?? 0).fill(reader));
  return Object.fromEntries(tiers.map((tier, at) => [shuffled[at]?.id ?? "", tier]));
}
