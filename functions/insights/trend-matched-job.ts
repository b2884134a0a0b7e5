import type { Database } from "../../db/client.ts";
import { newId } from "../http/identifiers.ts";
import { fitsShownCoherence } from "./coherence-job.ts";
import type { Matched } from "./gate/matched-request.ts";
import type { Solver } from "./gate/program.ts";
import { supplemented } from "./gate/supplement.ts";
import { choiceLabels } from "./queries.ts";
import { type ItemToRelease, itemsToRelease } from "./release-job-queries.ts";
import { shapeOf } from "./release-shape.ts";
import { standingProof } from "./release-standing.ts";
import { Drawn } from "./statistics/chance.ts";
import { gradeOf, joinOf } from "./trend-grades.ts";
import {
  isAnotherGroup,
  type MatchResult,
  matchItem,
  type RoundToMatch,
  type StoredSupplement,
} from "./trend-matched.ts";
import * as queries from "./trend-matched-queries.ts";
import { askedItems } from "./trend-queries.ts";

/** `stands`: it was made before. `apart`: the questions cannot be compared. `refused`: the check found a fault. */
type MatchOutcome = "made" | "stands" | "apart" | "refused";

export interface ItemMatched {
  concept: string;
  outcome: MatchOutcome;
  /** in English, for the log: what the check by addition found */
  problems: readonly string[];
}

interface Settings {
  solver: Solver;
  now: () => number;
  /** after each question */
  reportMatch?: (match: ItemMatched) => void;
}

/**
 * Compares every confidential question of a round with the round before that asked it, and with the round after,
 * as far as that is not stored: after the releases, so that everything both rounds show is reckoned with. Each
 * is stored as soon as it is made, so a job that was stopped goes on where it was, with the same verdicts.
 *
 * @throws what the database throws; what was stored before stays
 */
export async function storeMatches(
  db: Database,
  roundId: string,
  settings: Settings,
): Promise<ItemMatched[]> {
  const matches: ItemMatched[] = [];
  for (const pair of await queries.pairsToMatch(db, roundId)) {
    const match = { concept: pair.concept, ...(await storeMatch(db, pair, settings)) };
    settings.reportMatch?.(match);
    matches.push(match);
  }
  return matches;
}

async function storeMatch(db: Database, pair: queries.PairToMatch, { solver, now }: Settings) {
  const outcome = (outcome: MatchOutcome, problems: readonly string[] = []) => ({ outcome, problems });
  const [[before], [after], past, asked, itemsBefore, itemsAfter, choices] = await db.batch([
    queries.standingRelease(db, pair.previousReleaseId),
    queries.standingRelease(db, pair.releaseId),
    queries.earlierMatches(db, pair),
    askedItems(db, pair.concept),
    itemsToRelease(db, pair.previousRoundId),
    itemsToRelease(db, pair.roundId),
    choiceLabels(db),
  ]);
  if (!before || !after) return outcome("stands");
  const [was, is] = [before, after].map(({ year }) => asked.find((item) => item.year === year));
  const apart = async () => {
    await db.batch(queries.apartStored(db, { id: newId(), pair, before, after, madeAt: now() }));
    return outcome("apart");
  };
  if (!was || !is || joinOf(gradeOf(was, is)) === "broken") return apart();
  const sideOf = (stands: queries.StandingRelease, items: ItemToRelease[]): RoundToMatch[] => {
    const item = items.find(({ id }) => id === stands.itemId);
    const proof = standingProof(stands);
    return item ? [{ year: stands.year, secret: stands.secret, proof, shape: shapeOf(item, choices) }] : [];
  };
  const [[one], [other]] = [sideOf(before, itemsBefore), sideOf(after, itemsAfter)];
  // Withdrawn since: there are no figures of it any more.
  if (!one || !other) return apart();
  const earlier = past.map((each) => ({
    before: JSON.parse(each.before) as StoredSupplement,
    after: JSON.parse(each.after) as StoredSupplement,
  }));
  if (!isAnotherGroup(one.proof, other.proof, earlier.at(-1)?.after)) return outcome("stands");
  const made = await besideCoherences(db, pair, [before, after], [one, other], earlier, solver);
  if (!made.ok) return outcome("refused", made.problems);
  const { both } = made.after;
  const [stored] = await db.batch(
    queries.matchStored(db, {
      id: newId(),
      pair,
      version: earlier.length + 1,
      before,
      after,
      counts: {
        both: both.length,
        joined: Object.keys(other.proof.answers).length - both.length,
        left: Object.keys(one.proof.answers).length - both.length,
      },
      madeAt: now(),
      body: made.lines,
      supplements: { before: JSON.stringify(made.before), after: JSON.stringify(made.after) },
    }),
  );
  return outcome(stored.length > 0 ? "made" : "stands");
}

/** A comparison; without new figures when these would not be safe beside a coherence that monitoring saw. */
async function besideCoherences(
  db: Database,
  { concept }: queries.PairToMatch,
  stands: readonly [queries.StandingRelease, queries.StandingRelease],
  [one, other]: readonly [RoundToMatch, RoundToMatch],
  earlier: readonly Matched[],
  solver: Solver,
): Promise<MatchResult> {
  const made = matchItem(concept, one, other, earlier, solver);
  if (!made.ok || one.shape.kind !== "scale") return made;
  const fits = async (at: 0 | 1, { proof }: RoundToMatch, added: StoredSupplement) => {
    const [first, ...others] = proof.parts;
    const { roundId, edition } = stands[at];
    const parts = first ? [supplemented(first, [added]), ...others] : [];
    return fitsShownCoherence(db, roundId, { concept, edition, proof: { ...proof, parts } }, new Drawn());
  };
  return (await fits(0, one, made.before)) && (await fits(1, other, made.after))
    ? made
    : matchItem(concept, one, other, earlier, solver, true);
}
