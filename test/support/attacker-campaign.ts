import { phrase } from "../../functions/insights/gate/display.ts";
import type { OpenedTo } from "../../functions/insights/gate/known.ts";
import type { Solver } from "../../functions/insights/gate/program.ts";
import { publicCells } from "../../functions/insights/gate/public-cells.ts";
import { release } from "../../functions/insights/gate/release.ts";
import type { Release } from "../../functions/insights/gate/released.ts";
import {
  type Association,
  answersOf,
  drawAssociation,
  MIXES,
  type Mix,
  PREVALENCES,
  type Prevalence,
} from "./associations.ts";
import { attack, type Findings } from "./attacker.ts";
import { naiveFigures, rankAudited } from "./attacker-baselines.ts";
import { type SeenFigure, statementsFrom } from "./attacker-model.ts";

/** What came of one made-up association. */
export interface Encounter {
  name: string;
  /** against the gate: outsider and every insider */
  gate: Findings;
  /** share of the two-filter cells with at least 5 organisations that the audit kept */
  kept: number;
  /** how many of the organisations an outsider determines when "at least 5" is the only rule */
  naive: number;
  /** the same after an audit by linear algebra */
  rank: number;
}

/** The seed of one draw, so that a failing one can be drawn again. */
const seedOf = (draw: number, mix: Mix, prevalence: Prevalence) =>
  1_000 * draw + 10 * MIXES.indexOf(mix) + PREVALENCES.indexOf(prevalence);

/** The association of one draw: the same in the attack and in what measures its releases. */
export const drawnFor = (draw: number, mix: Mix, prevalence: Prevalence): Association =>
  drawAssociation(seedOf(draw, mix, prevalence), mix, prevalence);

/** Of the sets with two filters and at least 5 organisations: the share of which a figure is shown. */
export function keptCrossings(made: Release): number {
  const crossings = made.strands.flatMap(({ cells }) => cells.filter(({ depth }) => depth === 2));
  return crossings.filter(({ shown }) => shown).length / crossings.length;
}

/** Releases one item of a made-up association through the gate and by the usual rules, and attacks all three. */
export function encounter(draw: number, mix: Mix, prevalence: Prevalence, solver: Solver): Encounter {
  const association = drawnFor(draw, mix, prevalence);
  const { organisations, attributes } = association;
  const made = releaseOf(association, solver, { chance: 0 });
  const truth = truthOf(association);
  const found = (figures: SeenFigure[]) =>
    attack(statementsFrom(figures, attributes, organisations), truth, { insiders: false, walk: 2_000 });
  return {
    name: `${mix}, ${prevalence}, draw ${draw}`,
    gate: attack(statementsFrom(seenOn(made), attributes, organisations), truth, { insiders: true }),
    kept: keptCrossings(made),
    naive: found(naiveFigures(association)).outsider.length,
    rank: found(rankAudited(association)).outsider.length,
  };
}

/**
 * The same with late answers: two editions, the second with six organisations more, both in the attacker's
 * hands, and with the cells withheld by chance.
 */
export function lateEncounter(
  mix: Mix,
  prevalence: Prevalence,
  solver: Solver,
): { gate: Findings; figures: number[] } {
  const association = drawAssociation(seedOf(77, mix, prevalence), mix, prevalence);
  const { organisations, attributes } = association;
  const early = organisations.filter((_, at) => at % 8 !== 3);
  const first = releaseOf({ ...association, organisations: early }, solver, {});
  const second = releaseOf(association, solver, { previous: [first] });
  const editions = [
    statementsFrom(seenOn(first), attributes, early, organisations),
    statementsFrom(seenOn(second), attributes, organisations),
  ];
  return {
    gate: attack(editions.flat(), truthOf(association), { insiders: true }),
    figures: editions.map((statements) => statements.length),
  };
}

export function releaseOf(
  association: Association,
  solver: Solver | null,
  settings: {
    chance?: number;
    previous?: Release[];
    opened?: Record<string, OpenedTo>;
    secretSeed?: string;
  },
): Release {
  return release({
    item: "wachtlijst",
    support: { kind: "yes_no", option: "yes", of: ["yes"] },
    answers: answersOf(association),
    attributes: association.attributes,
    secretSeed: "geheim",
    solver,
    ...settings,
  });
}

export const truthOf = ({ organisations, yes }: Association) => organisations.map((id) => yes.has(id));

export function seenOn(made: Release): SeenFigure[] {
  return publicCells(made).flatMap(({ filters, size, shown }) =>
    shown && size !== null ? [{ filters, size, text: phrase(shown) }] : [],
  );
}
