import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { answerRevisions, answers, items, responses } from "../../db/schema/tables.ts";

/** The two open questions of section 8: whatever is typed in them is an answer. */
export const CONCEPTS = ["4C1", "4C2"] as const;

/** The answers of Lindestad to the two questions and all their history, in the version that is worked on. */
export async function answersOf(db: Database) {
  const [latest] = await db
    .select({ id: responses.id })
    .from(responses)
    .where(eq(responses.memberId, "lindestad"))
    .orderBy(desc(responses.version))
    .limit(1);
  const id = latest?.id ?? "";
  const history = await db
    .select({
      concept: items.concept,
      revision: answerRevisions.revision,
      value: answerRevisions.value,
      by: answerRevisions.savedBy,
    })
    .from(answerRevisions)
    .innerJoin(items, eq(items.id, answerRevisions.itemId))
    .where(and(eq(answerRevisions.responseId, id), inArray(items.concept, [...CONCEPTS])))
    .orderBy(asc(items.concept), asc(answerRevisions.revision));
  const present = await db
    .select({ concept: items.concept, value: answers.value })
    .from(answers)
    .innerJoin(items, eq(items.id, answers.itemId))
    .where(eq(answers.responseId, id));
  return { history, present };
}
