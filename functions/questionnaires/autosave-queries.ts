import { and, eq, gt } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { answerRevisions } from "../../db/schema/tables.ts";

/** What this person stored at a question after the revision that was seen, oldest first. */
export const ownRevisionsSince = (
  db: Database,
  at: { responseId: string; itemId: string; personId: string; seen: number },
) =>
  db
    .select({
      revision: answerRevisions.revision,
      state: answerRevisions.state,
      value: answerRevisions.value,
      explanation: answerRevisions.explanation,
      consent: answerRevisions.consent,
    })
    .from(answerRevisions)
    .where(
      and(
        eq(answerRevisions.responseId, at.responseId),
        eq(answerRevisions.itemId, at.itemId),
        eq(answerRevisions.savedBy, at.personId),
        gt(answerRevisions.revision, at.seen),
      ),
    )
    .orderBy(answerRevisions.revision);
