import type { Database } from "../../db/client.ts";
import type { AnswerValue } from "../../db/schema/values.ts";
import { changeOf } from "./trend-change.ts";
import * as queries from "./trend-job-queries.ts";

/**
 * Counts for every fact of a published round how it changed since the round before, and in the round after, as
 * far as that is not stored yet: rounds may be released in any order. No page ever compares organisation by
 * organisation.
 *
 * @returns how many comparisons were stored now
 * @throws what the database throws; what was stored before stays
 */
export async function storeChanges(db: Database, roundId: string): Promise<number> {
  const facts = await queries.factsToCompare(db, roundId);
  for (const fact of facts) {
    const [before, after] = await db.batch([
      queries.factAnswersIn(db, fact.previousRoundId, fact.previousEdition, fact.concept),
      queries.factAnswersIn(db, fact.roundId, fact.edition, fact.concept),
    ]);
    await queries.changeStored(db, fact, changeOf(fact, before.map(answerOf), after.map(answerOf)));
  }
  return facts.length;
}

const answerOf = ({ value, ...row }: { memberId: string; state: string; value: string | null }) => ({
  ...row,
  value: value === null ? null : (JSON.parse(value) as AnswerValue),
});
