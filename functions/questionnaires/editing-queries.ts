import { and, asc, eq, getTableColumns, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { choiceLists, items, sections } from "../../db/schema/tables.ts";
import type { RoundState } from "../../db/vocabulary.ts";

/** Reading what the learning group edits. The answers of organisations are counted here, never read. */

interface QuestionnaireRow {
  id: string;
  title: string;
  revision: number;
  basedOnId: string | null;
  basedOnTitle: string | null;
  createdAt: number;
  /** JSON: year and state of its rounds, oldest first */
  rounds: string;
  /** organisations with a response to a round that is not published; those that signed one */
  began: number;
  signed: number;
  sections: number;
  items: number;
}

const busyIn = (questionnaire: SQL, and_: SQL = sql`true`) => sql`(
  select count(distinct s.member_id) from responses s join rounds r on r.id = s.round_id
  where r.questionnaire_id = ${questionnaire} and r.state <> 'published' and ${and_})`;

/** One questionnaire, or all of them with the newest first. */
export const questionnaireRows = (db: Database, id: string | null = null) =>
  db.all<QuestionnaireRow>(sql`
    select q.id, q.title, q.revision, q.based_on_id as basedOnId, b.title as basedOnTitle, q.created_at as createdAt,
      (select json_group_array(json_object('year', r.year, 'state', r.state))
        from (select year, state from rounds where questionnaire_id = q.id order by year) r) as rounds,
      ${busyIn(sql`q.id`)} as began, ${busyIn(sql`q.id`, sql`s.state = 'signed'`)} as signed,
      (select count(*) from sections s where s.questionnaire_id = q.id and s.withdrawn_at is null) as sections,
      (select count(*) from items i where i.questionnaire_id = q.id and i.withdrawn_at is null) as items
    from questionnaires q left join questionnaires b on b.id = q.based_on_id
    where ${id} is null or q.id = ${id} order by q.created_at desc, q.id`);

export const sectionRows = (db: Database, questionnaireId: string) =>
  db
    .select()
    .from(sections)
    .where(eq(sections.questionnaireId, questionnaireId))
    .orderBy(asc(sections.position));

/**
 * All questions in their order, withdrawn ones too, with how many organisations answered each. Of a confidential
 * question only whether anybody did, 1 or 0: how many left one open is told by a release, or by nothing.
 */
export const itemRows = (db: Database, questionnaireId: string) =>
  db
    .select({
      ...getTableColumns(items),
      answered: sql<number>`(select min(count(distinct s.member_id),
          case ${items.audience} when 'members' then 9007199254740991 else 1 end) from answers a join responses s on s.id = a.response_id
        where a.item_id = ${items.id} and a.state <> 'cleared')`.mapWith(Number),
      origins: sql<
        string | null
      >`(select group_concat(o.concept, ', ') from item_origins o where o.item_id = ${items.id})`,
    })
    .from(items)
    .innerJoin(sections, eq(sections.id, items.sectionId))
    .where(eq(items.questionnaireId, questionnaireId))
    .orderBy(asc(sections.position), asc(items.position));

/** The questions of the questionnaire before, to compare with. */
export const earlierRows = (db: Database, questionnaireId: string) =>
  db
    .select()
    .from(items)
    .where(
      and(
        sql`${items.questionnaireId} = (select based_on_id from questionnaires where id = ${questionnaireId})`,
        isNull(items.withdrawnAt),
      ),
    );

/** Lists that monitoring made; those of the profile have no row. */
export const ownLists = (db: Database) => db.select().from(choiceLists).orderBy(asc(choiceLists.title));

/**
 * Questions that nobody did anything with in the last two published rounds that asked them. Used is: somebody
 * wrote what its figure means, coded its answers, took the figure away, opened its page of opened answers, placed
 * an answer as a request or offer for visits, or made another question wait for it. Facts of the profile are in
 * use every day. A file or api with all questions says nothing of one question, so it does not count.
 */
export const unusedConcepts = (db: Database, questionnaireId: string) =>
  db.all<{ concept: string; years: string }>(sql`
    with past as (select id, year, questionnaire_id from rounds where state = 'published' order by year desc limit 2),
    asked as (
      select i.id, i.concept, p.id as round_id, p.year, p.questionnaire_id
      from past p join items i on i.questionnaire_id = p.questionnaire_id
        and i.profile_field is null and i.withdrawn_at is null),
    idle as (
      select * from asked a where
        not exists (select 1 from interpretations n where n.round_id = a.round_id and n.item_id = a.id and n.text <> '')
        and not exists (select 1 from codings c join responses s on s.id = c.response_id
          where c.item_id = a.id and s.round_id = a.round_id)
        and not exists (select 1 from visit_drafts d
          where d.round_id = a.round_id and d.concept = a.concept and d.state = 'published')
        and not exists (select 1 from audit_entries e where e.action in ('figures_exported', 'opened_answers_read')
          and e.subject in (a.year || '/' || a.concept, a.year || '/api/' || a.concept))
        and not exists (select 1 from audit_entries e where e.action = 'figures_exported'
          and e.subject = 'ontwikkeling/' || a.concept)
        and not exists (select 1 from items w, json_each(w.shown_if) k
          where w.questionnaire_id = a.questionnaire_id and json_extract(k.value, '$.concept') = a.concept))
    select i.concept, group_concat(d.year, ' en ') as years from items i join idle d on d.concept = i.concept
    where i.questionnaire_id = ${questionnaireId} group by i.concept having count(*) = 2`);

/** What happened to an item or section, newest first; without a subject to the questionnaire as a whole. */
export const historyOf = (db: Database, questionnaireId: string, subjectId: string | null) =>
  db.all<{
    revision: number;
    reason: string;
    changedAt: number;
    changedBy: string | null;
    before: string | null;
    after: string | null;
  }>(sql`
    select v.revision, v.reason, v.changed_at as changedAt, p.name as changedBy, v.before, v.after
    from questionnaire_revisions v left join people p on p.id = v.changed_by
    where v.questionnaire_id = ${questionnaireId} and (${subjectId} is null or v.subject_id = ${subjectId})
    order by v.revision desc limit 20`);

/** Whether this form was saved before; the same form twice is one edit. */
export const savedForm = (db: Database, formId: string) =>
  db.all<{ subjectId: string | null }>(
    sql`select subject_id as subjectId from questionnaire_revisions where form_id = ${formId}`,
  );

/** What a questionnaire is to its readers: how far its rounds are. */
export function questionnaireOf(row: QuestionnaireRow) {
  return { ...row, rounds: JSON.parse(row.rounds) as { year: number; state: RoundState }[] };
}
export type EditedQuestionnaire = ReturnType<typeof questionnaireOf>;
export type SectionRow = Awaited<ReturnType<typeof sectionRows>>[number];
export type ItemRow = Awaited<ReturnType<typeof itemRows>>[number];
export type EarlierItem = Awaited<ReturnType<typeof earlierRows>>[number];
