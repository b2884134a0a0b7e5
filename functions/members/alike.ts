import type { SizeClass } from "../../db/vocabulary.ts";
import {
  ALIKE_CRITERIA,
  ALIKE_WEIGHTS,
  type AlikeCriterion,
  type AlikePart,
  type AlikeReason,
} from "../../web/members/alike-weights.ts";

/** What is laid side by side of a team: facts that members see of each other. Null or empty: not said. */
export interface TeamFacts {
  id: string;
  name: string;
  inhabitants: number | null;
  sizeClass: SizeClass | null;
  fte: number | null;
  /** codes, or names of provinces */
  forms: readonly string[];
  laws: readonly string[];
  systems: readonly string[];
  provinces: readonly string[];
}

interface Likeness {
  /** 0 to 100 */
  total: number;
  /** what gave points, the most first; equal points in the order of the table */
  parts: readonly AlikePart[];
}

/** Beyond this many times as much nothing is alike any more. */
const MOST_TIMES = 2.2;

/** How near two amounts are: 1 when equal, 0 from `MOST_TIMES` as much. */
function nearness(one: number, other: number): number {
  if (one <= 0 || other <= 0) return 0;
  return Math.max(0, 1 - Math.abs(Math.log(one / other)) / Math.log(MOST_TIMES));
}

interface Finding {
  /** between 0 and 1: how much of the weight */
  share: number;
  reason: AlikeReason;
}

type Compare = (one: TeamFacts, other: TeamFacts) => Finding | null;

/** What both have as a share of what either has (Jaccard). */
const overlap =
  (about: "form" | "laws" | "systems" | "province", of: (team: TeamFacts) => readonly string[]): Compare =>
  (one, other) => {
    const shared = of(one).filter((code) => of(other).includes(code));
    const all = new Set([...of(one), ...of(other)]);
    if (shared.length === 0) return null;
    return {
      share: shared.length / all.size,
      reason: { about, shared: shared.toSorted(), isAll: shared.length === all.size },
    };
  };

/** Voltijdbanen per 10,000 inhabitants. */
const density = ({ fte, inhabitants }: TeamFacts): number | null =>
  fte !== null && fte > 0 && inhabitants ? (fte / inhabitants) * 10_000 : null;

const COMPARES: Readonly<Record<AlikeCriterion, Compare>> = {
  inhabitants: (one, other) =>
    one.inhabitants === null || other.inhabitants === null
      ? null
      : {
          share: nearness(one.inhabitants, other.inhabitants),
          reason: { about: "inhabitants", inhabitants: other.inhabitants },
        },
  size: (one, other) =>
    one.sizeClass === null || one.sizeClass !== other.sizeClass
      ? null
      : { share: 1, reason: { about: "size", sizeClass: one.sizeClass } },
  fte: (one, other) => {
    const [ours, theirs] = [density(one), density(other)];
    return ours === null || theirs === null
      ? null
      : { share: nearness(ours, theirs), reason: { about: "fte", ftePerTenThousand: theirs } };
  },
  form: overlap("form", ({ forms }) => forms),
  laws: overlap("laws", ({ laws }) => laws),
  systems: overlap("systems", ({ systems }) => systems),
  province: overlap("province", ({ provinces }) => provinces),
};

/** How alike two teams are, with why. The points are the same whichever is asked first. */
export function likenessOf(one: TeamFacts, other: TeamFacts): Likeness {
  const parts = ALIKE_CRITERIA.flatMap((criterion): AlikePart[] => {
    const finding = COMPARES[criterion](one, other);
    const points = Math.round((finding?.share ?? 0) * ALIKE_WEIGHTS[criterion].points);
    return finding && points > 0 ? [{ criterion, points, reason: finding.reason }] : [];
  });
  return {
    total: parts.reduce((sum, { points }) => sum + points, 0),
    parts: parts.toSorted((a, b) => b.points - a.points),
  };
}

/**
 * The teams most like this one, itself left out: more points first, then the name in plain order of letters, then
 * the id, so that the same facts give the same list on every machine. Who has nothing in common is not in it.
 */
export function teamsAlike<T extends TeamFacts>(
  own: TeamFacts,
  others: readonly T[],
  most: number,
): { team: T; likeness: Likeness }[] {
  return others
    .filter(({ id }) => id !== own.id)
    .map((team) => ({ team, likeness: likenessOf(own, team) }))
    .filter(({ likeness }) => likeness.total > 0)
    .toSorted(
      (a, b) =>
        b.likeness.total - a.likeness.total ||
        compare(a.team.name, b.team.name) ||
        compare(a.team.id, b.team.id),
    )
    .slice(0, most);
}

/** Not by locale: every machine must agree. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
