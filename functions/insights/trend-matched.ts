import type { StoredMatch } from "../../db/schema/insights-trends.ts";
import { inBoth, matched } from "./gate/matched.ts";
import type { Matched, MatchedSide } from "./gate/matched-request.ts";
import type { Solver } from "./gate/program.ts";
import { recheck } from "./gate/recheck.ts";
import { isMatched, type Supplement, supplemented, TOOK_PART } from "./gate/supplement.ts";
import type { Proof } from "./release-item.ts";
import { tiersOf } from "./release-openings.ts";
import { type ItemShape, supportOf } from "./release-support.ts";

/** One round of a comparison. */
export interface RoundToMatch {
  year: number;
  /** of its newest edition, as it stands */
  proof: Proof;
  shape: ItemShape;
  secret: string;
}

/** A supplement as it is stored: with who took part in both, by id. */
export type StoredSupplement = Supplement & { both: readonly string[] };

export type MatchResult =
  | { ok: true; before: StoredSupplement; after: StoredSupplement; lines: StoredMatch[] }
  | { ok: false; problems: readonly string[] };

/** A comparison is made again only when so many more took part in both: like late answers, they come as a group. */
const LEAST_MORE = 5;

export function isAnotherGroup(before: Proof, after: Proof, last: StoredSupplement | undefined): boolean {
  const known = new Set(last?.both);
  const more = inBoth(before.answers, after.answers).filter((id) => !known.has(id)).length;
  return !last || more >= LEAST_MORE;
}

/**
 * How one confidential question changed at the organisations that took part in both rounds, as far as the gate
 * lets anything through; checked by addition. Not for numbers: their medians and sums are safe because nobody
 * can tell organisations of one size class apart, and who took part twice would.
 */
export function matchItem(
  concept: string,
  before: RoundToMatch,
  after: RoundToMatch,
  earlier: readonly Matched[],
  solver: Solver | null,
  isSilent = false,
): MatchResult {
  const sides = { before: sideOf(before, after.year), after: sideOf(after, before.year) };
  const made = matched({ item: concept, ...sides, earlier, solver, isSilent });
  const problems = (["before", "after"] as const).flatMap((end) =>
    recheck(supplemented(sides[end].release, [made[end]])),
  );
  if (problems.length > 0) return { ok: false, problems };
  const both = inBoth(before.proof.answers, after.proof.answers);
  const lines = made.before.strands.flatMap((strand, at) => {
    const other = made.after.strands[at];
    return strand.said.map(({ option }) => ({
      option,
      before: boundsOf(strand, option),
      after: boundsOf(other ?? strand, option),
    }));
  });
  return { ok: true, before: { ...made.before, both }, after: { ...made.after, both }, lines };
}

function sideOf({ proof, shape, secret }: RoundToMatch, otherYear: number): MatchedSide {
  const [release] = proof.parts;
  if (!release) throw new RangeError("A proof without a release");
  return {
    release,
    support: supportOf(shape),
    answers: proof.answers,
    opened: tiersOf(proof.openings ?? {}),
    filter: { attribute: TOOK_PART, value: String(otherYear) },
    secretSeed: secret,
  };
}

/** What can be said of an option: what followed already, and what the supplement shows. */
function boundsOf({ said, cells }: Supplement["strands"][number], option: string) {
  const known = said.find((each) => each.option === option) ?? { low: 0, high: 0 };
  const shown = cells.filter(isMatched).find((cell) => cell.option === option)?.shown;
  return {
    low: Math.max(known.low, shown?.low ?? known.low),
    high: Math.min(known.high, shown?.high ?? known.high),
  };
}
