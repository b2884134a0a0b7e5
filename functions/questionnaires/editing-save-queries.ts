import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { savedForm } from "./editing-queries.ts";

/** One edit of a questionnaire: what the form saw, and what is written into the history. */
export interface Edit {
  questionnaireId: string;
  /** the revision that the form was drawn from */
  seen: number;
  formId: string;
  /** new for every request */
  token: string;
  by: string;
  now: number;
  subjectId: string | null;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
  reason?: string;
  /** must hold besides, at the moment of writing */
  onlyIf?: SQL;
}

/**
 * Opens an edit: the first statement answers a row when the questionnaire still stands as the form saw it and no
 * round with it is published. What follows in the batch writes only if `edited(edit)`.
 */
export const openEdit = (db: Database, edit: Edit) =>
  [
    db.all<{ revision: number }>(sql`
      update questionnaires set revision = revision + 1
      where id = ${edit.questionnaireId} and revision = ${edit.seen} and ${edit.onlyIf ?? sql`true`}
        and not exists (select 1 from rounds where questionnaire_id = ${edit.questionnaireId} and state = 'published')
        and not exists (select 1 from questionnaire_revisions where form_id = ${edit.formId})
      returning revision`),
    db.run(sql`
      insert into questionnaire_revisions
        (questionnaire_id, revision, form_id, token, subject_id, before, after, reason, changed_at, changed_by)
      select ${edit.questionnaireId}, ${edit.seen + 1}, ${edit.formId}, ${edit.token}, ${edit.subjectId},
        ${edit.before ? JSON.stringify(edit.before) : null}, ${edit.after ? JSON.stringify(edit.after) : null},
        ${edit.reason ?? ""}, ${edit.now}, ${edit.by} where changes() > 0`),
    db.run(sql`
      insert into audit_entries (at, person_id, action, subject)
      select ${edit.now}, ${edit.by}, 'questionnaire_changed', ${edit.questionnaireId} where changes() > 0`),
  ] as const;

/** Whether this very request made the edit. */
export const edited = ({ token }: Pick<Edit, "token">): SQL =>
  sql`exists (select 1 from questionnaire_revisions where token = ${token})`;

/** Closes an edit: a row when this form was saved, by this request or by its twin. */
export const closeEdit = (db: Database, { formId }: Edit) => savedForm(db, formId);
