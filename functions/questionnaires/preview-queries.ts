import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { members, people, previewAnswers, profileValues } from "../../db/schema/tables.ts";
import type { AnswerValue } from "../../db/schema/values.ts";
import type { AnswerState } from "../../db/vocabulary.ts";
import type { SessionScope } from "../http/session.ts";

/** Test answers: of one person, in a table that no figure, export or page of a member reads. */

/** What this person typed to try out the questionnaire. */
export const previewAnswersOf = (db: Database, scope: SessionScope, questionnaireId: string) =>
  db
    .select()
    .from(previewAnswers)
    .where(
      and(
        eq(previewAnswers.personId, scope.personId),
        sql`${previewAnswers.itemId} in (select id from items where questionnaire_id = ${questionnaireId})`,
      ),
    );

/** Members of now, to look as one of them. */
export const membersToPlay = (db: Database) =>
  db
    .select({ slug: members.slug, name: members.name })
    .from(members)
    .where(isNull(members.leftOn))
    .orderBy(asc(members.name));

/**
 * What the profile of a member says now. Profiles are open to all members, so to monitoring as well; earlier
 * answers of the member are not read here.
 */
export const openProfileOf = (db: Database, slug: string) =>
  db
    .select({
      id: profileValues.id,
      field: profileValues.field,
      state: profileValues.state,
      value: profileValues.value,
      referenceOn: profileValues.referenceOn,
      saidAt: profileValues.saidAt,
      saidBy: people.name,
      isCurrent: sql<boolean>`true`.mapWith(Boolean),
    })
    .from(profileValues)
    .innerJoin(members, eq(members.id, profileValues.memberId))
    .leftJoin(people, eq(people.id, profileValues.saidBy))
    .where(and(eq(members.slug, slug), isNull(profileValues.supersededAt)));

interface TestAnswer {
  itemId: string;
  state: AnswerState | null;
  value: AnswerValue | null;
  explanation: string;
}

/** Keeps one test answer; takes it away when nothing was filled in. */
export const keepPreview = (db: Database, personId: string, now: number, answer: TestAnswer) =>
  answer.state === null && answer.explanation === ""
    ? db
        .delete(previewAnswers)
        .where(and(eq(previewAnswers.personId, personId), eq(previewAnswers.itemId, answer.itemId)))
    : db.run(sql`
        insert into preview_answers (person_id, item_id, state, value, explanation, saved_at)
        select ${personId}, id, ${answer.state ?? "cleared"}, ${answer.value ? JSON.stringify(answer.value) : null},
          ${answer.explanation}, ${now} from items where id = ${answer.itemId}
        on conflict do update set state = excluded.state, value = excluded.value,
          explanation = excluded.explanation, saved_at = excluded.saved_at`);

/** Takes away all that this person typed to try out the questionnaire. */
export const clearPreview = (db: Database, personId: string, questionnaireId: string) =>
  db
    .delete(previewAnswers)
    .where(
      and(
        eq(previewAnswers.personId, personId),
        sql`${previewAnswers.itemId} in (select id from items where questionnaire_id = ${questionnaireId})`,
      ),
    );
