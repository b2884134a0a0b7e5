import type { Attribute } from "../../functions/insights/gate/cells.ts";
import { type Random, seededRandom } from "../../functions/insights/gate/random.ts";

/** How a made-up association's public profiles and confidential answers hang together. */
export const MIXES = ["independent", "correlated", "regional", "multi-valued"] as const;
export type Mix = (typeof MIXES)[number];
export const PREVALENCES = [0.1, 0.3, 0.5, 0.8, 0.95] as const;
export type Prevalence = (typeof PREVALENCES)[number];

/** A made-up association with one confidential yes/no answer an organisation. */
export interface Association {
  organisations: readonly string[];
  attributes: readonly Attribute[];
  /** ids of those that answered yes */
  yes: ReadonlySet<string>;
}

const SYSTEM_SHARES = [0.5, 0.3, 0.2, 0.15, 0.4, 0.7];
const LAW_SHARES = [0.6, 0.5, 0.35, 0.2];

/**
 * Draws an association. The number of yes answers is fixed near the prevalence; in every second draw the yes
 * answers lean towards one size class.
 *
 * @param n number of organisations; at n = 55 in total 46 answer, as in a real association of this kind
 */
export function drawAssociation(seed: number, mix: Mix, prevalence: number, n = 46): Association {
  const random = seededRandom(seed);
  const organisations = Array.from({ length: n }, (_, at) => `organisatie-${String(at).padStart(4, "0")}`);
  const draw = (shares: readonly number[]) => organisations.map(() => weighted(shares, random));
  const following = (leader: readonly number[], shares: readonly number[]) =>
    leader.map((value) => (random() < 0.7 ? value % shares.length : weighted(shares, random)));
  const size = draw([35 / 55, 16 / 55, 4 / 55]);
  const region = draw([0.3, 0.25, 0.25, 0.2]);
  const shares = { form: [0.45, 0.25, 0.2, 0.1], cao: [0.5, 0.3, 0.2], target: [0.6, 0.25, 0.15] };
  const leader = mix === "correlated" ? size : mix === "regional" ? region : null;
  const form = leader ? following(leader, shares.form) : draw(shares.form);
  const cao = leader ? following(mix === "correlated" ? form : region, shares.cao) : draw(shares.cao);
  const attributes = [
    attribute("size", organisations, size),
    attribute("region", organisations, region),
    attribute("form", organisations, form),
    attribute("cao", organisations, cao),
    attribute("target", organisations, draw(shares.target)),
  ];
  if (mix === "multi-valued") {
    attributes.push(chosen("systems", organisations, SYSTEM_SHARES, random));
    attributes.push(chosen("laws", organisations, LAW_SHARES, random));
  }
  const leans = seed % 2 === 0;
  const ranked = organisations
    .map((id, at) => ({ id, rank: random() + (leans && size[at] === 1 ? 0.3 : 0) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ id }) => id);
  return { organisations, attributes, yes: new Set(ranked.slice(0, Math.round(n * prevalence))) };
}

/** The answers as the gate takes them. */
export function answersOf({ organisations, yes }: Association): Record<string, string[]> {
  return Object.fromEntries(organisations.map((id) => [id, yes.has(id) ? ["yes"] : []]));
}

export function weighted(shares: readonly number[], random: Random): number {
  let left = random();
  for (const [at, share] of shares.entries()) {
    left -= share;
    if (left < 0) return at;
  }
  return shares.length - 1;
}

function attribute(key: string, organisations: readonly string[], values: readonly number[]): Attribute {
  const names = [...new Set(values)].sort().map((value) => `${key}-${value}`);
  return {
    key,
    isSingle: true,
    values: names,
    of: Object.fromEntries(organisations.map((id, at) => [id, [`${key}-${values[at]}`]])),
  };
}

function chosen(
  key: string,
  organisations: readonly string[],
  shares: readonly number[],
  random: Random,
): Attribute {
  return {
    key,
    isSingle: false,
    values: shares.map((_, at) => `${key}-${at}`),
    of: Object.fromEntries(
      organisations.map((id) => [
        id,
        shares.flatMap((share, at) => (random() < share ? [`${key}-${at}`] : [])),
      ]),
    ),
  };
}
