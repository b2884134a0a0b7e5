import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { SessionScope } from "../http/session.ts";
import { currentResponseId } from "./queries.ts";

export interface BesideRow {
  itemId: string;
  concept: string;
  /** notes of colleagues: those that are not done, and all */
  openNotes: number;
  notes: number;
  /** questions about this question by the viewer's organisation that wait for an answer */
  ownQueries: number;
  /** JSON: what the learning group explained to everybody, the newest first */
  explanations: string;
  /** JSON: reasons that were given for what looks odd */
  reasons: string;
  /** people who live where the organisation works; null where no rule looks at it */
  inhabitants: number | null;
}

/** How many explanations stand under a question itself; the rest stands on the page behind it. */
const MOST_EXPLANATIONS = 3;

/**
 * What stands beside the questions of a round, or of one section, for the viewer's organisation: a row for each
 * question that has something beside it, so that a page without any reads next to nothing.
 */
export function besideQuestions(db: Database, scope: SessionScope, year: number, position?: number) {
  const ofItem = (table: string): SQL =>
    sql`${sql.raw(table)}.round_id = r.id and ${sql.raw(table)}.item_id = i.id`;
  const counted = (condition: SQL): SQL => sql`(select count(*) from question_notes n
    where ${ofItem("n")} and n.member_id = ${scope.memberId} and ${condition})`;
  return db.all<BesideRow>(sql`
    select * from (
      select i.id as itemId, i.concept, ${counted(sql`n.done_at is null`)} as openNotes,
        ${counted(sql`true`)} as notes,
        (select count(*) from question_queries q
          where ${ofItem("q")} and q.state = 'open' and q.member_id = ${scope.memberId}) as ownQueries,
        (select json_group_array(json_object('answer', e.answer, 'quote', e.quote, 'at', e.answered_at)) from (
          select * from question_queries q where ${ofItem("q")} and q.state = 'answered'
          order by q.answered_at desc limit ${MOST_EXPLANATIONS}) e) as explanations,
        (select json_group_array(json_object('rule', a.rule, 'revision', a.revision, 'text', a.text, 'at', a.at,
            'by', p.name)) from answer_reasons a
          left join people p on p.id = a.person_id and p.removed_at is null
          where a.response_id = ${currentResponseId(year, scope)} and a.item_id = i.id) as reasons,
        case when i.profile_field in ('fte', 'locations') then (
          select sum(h.inhabitants) from member_municipalities mm
          join municipality_inhabitants h on h.code = mm.code
            and h.reference_on = (select max(reference_on) from municipality_inhabitants)
          where mm.member_id = ${scope.memberId}) end as inhabitants
      from items i
      join rounds r on r.questionnaire_id = i.questionnaire_id
      join sections s on s.id = i.section_id
      where r.year = ${year} and (${position ?? null} is null or s.position = ${position ?? null}))
    where notes > 0 or ownQueries > 0 or explanations <> '[]' or reasons <> '[]' or inhabitants is not null`);
}
