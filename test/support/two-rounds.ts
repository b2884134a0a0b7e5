import { type Random, seededRandom } from "../../functions/insights/gate/random.ts";
import { type Association, drawAssociation, type Mix } from "./associations.ts";

/** Two rounds of one made-up association. */
export interface TwoRounds {
  before: Association;
  after: Association;
}

/** How many took part in the first round only, and in the second only. */
const TURNOVERS = [
  [8, 8],
  [6, 9],
  [12, 5],
  [3, 4],
  [9, 1],
] as const;
export const TURNOVER_COUNT = TURNOVERS.length;

/** Four of five answer as they did before. */
const CHANGE_OF_MIND = 0.2;

/**
 * Draws two rounds: who takes part changes partly, and an organisation mostly answers what it answered before.
 *
 * @param turnover which of the turnovers, from 0
 */
export function drawTwoRounds(seed: number, mix: Mix, prevalence: number, turnover: number): TwoRounds {
  const [left, joined] = TURNOVERS[turnover % TURNOVERS.length]!;
  const whole = drawAssociation(seed, mix, prevalence, 46 + joined);
  const random = seededRandom(seed + 4_241);
  const order = shuffled(whole.organisations, random);
  const before = order.slice(joined).sort();
  const after = [...order.slice(0, joined), ...order.slice(joined + left)].sort();
  const yes = new Set(
    whole.organisations.filter((id) =>
      random() < CHANGE_OF_MIND ? random() < prevalence : whole.yes.has(id),
    ),
  );
  return {
    before: { ...whole, organisations: before },
    after: { ...whole, organisations: after, yes },
  };
}

const shuffled = (ids: readonly string[], random: Random): string[] =>
  ids
    .map((id) => ({ id, rank: random() }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ id }) => id);
