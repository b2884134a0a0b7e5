import type { Database } from "../../db/client.ts";
import type { AnswerValue } from "../../db/schema/values.ts";
import { changeOf } from "./trend-change.ts";
import * as queries from "./trend-job-queries.ts";

/**
 * Counts for every fact how it changed since the published round before, as far as that is not stored yet. No
 * page ever compares organisation by organisation.
 *
 * @throws what the database throws; what was stored before stays
 */
export async function storeChanges(db: Database, roundId: string): Promise<number> {
  const [found] = await queries.roundsToCompare(db, roundId);
  if (!found) return 0;
  const compared = { roundId, ...found };
  const facts = await queries.factsToCompare(db, compared);
  for (const fact of facts) {
    const [before, after] = await db.batch([
      queries.factAnswersIn(db, compared.previousRoundId, compared.previousEdition, fact.concept),
      queries.factAnswersIn(db, roundId, compared.edition, fact.concept),
    ]);
    const change = changeOf(fact, before.map(answerOf), after.map(answerOf));
    await queries.changeStored(db, compared, fact.concept, change);
  }
  return facts.length;
}

const answerOf = ({ value, ...row }: { memberId: string; state: string; value: string | null }) => ({
  ...row,
  value: value === null ? null : (JSON.parse(value) as AnswerValue),
});
