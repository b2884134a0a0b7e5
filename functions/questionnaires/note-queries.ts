import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { SessionScope } from "../http/session.ts";

/** More than this is a conversation, and for that people have a telephone. */
export const MOST_NOTES = 50;

/** A question of a round by its concept, with the section that it stands in. */
export const questionOf = (db: Database, year: number, concept: string) =>
  db.all<{
    id: string;
    concept: string;
    stem: string;
    wording: string;
    shortName: string;
    position: number;
    sectionTitle: string;
  }>(sql`
    select i.id, i.concept, i.stem, i.wording, i.short_name as shortName, s.position, s.title as sectionTitle
    from items i join sections s on s.id = i.section_id join rounds r on r.questionnaire_id = i.questionnaire_id
    where r.year = ${year} and i.concept = ${concept}`);

/** What colleagues of the viewer's organisation wrote at a question, what is open first. */
export const notesAt = (db: Database, scope: SessionScope, year: number, concept: string) =>
  db.all<{
    id: string;
    text: string;
    createdAt: number;
    by: string;
    isMine: number;
    doneAt: number | null;
    doneBy: string | null;
  }>(sql`
    select n.id, n.text, n.created_at as createdAt, p.name as "by", n.person_id = ${scope.personId} as isMine,
      n.done_at as doneAt, d.name as doneBy
    from question_notes n
    join rounds r on r.id = n.round_id
    join items i on i.id = n.item_id
    join people p on p.id = n.person_id
    left join people d on d.id = n.done_by and d.removed_at is null
    where r.year = ${year} and i.concept = ${concept} and n.member_id = ${scope.memberId}
    order by n.done_at is not null, n.created_at, n.id`);

/** How many notes wait in each section. */
export const openNotesBySection = (db: Database, scope: SessionScope, year: number) =>
  db.all<{ sectionId: string; count: number }>(sql`
    select i.section_id as sectionId, count(*) as count from question_notes n join items i on i.id = n.item_id
    where n.round_id = (select id from rounds where year = ${year}) and n.member_id = ${scope.memberId}
      and n.done_at is null
    group by i.section_id`);

export interface NewNote {
  id: string;
  roundId: string;
  memberId: string;
  itemId: string;
  personId: string;
  text: string;
}

/** Writes a note, once, while there is room; the note comes back, also for a second click. */
export const addNote = (db: Database, note: NewNote, now: number) =>
  [
    db.run(sql`
      insert into question_notes (id, round_id, member_id, item_id, person_id, text, created_at)
      select ${note.id}, ${note.roundId}, ${note.memberId}, ${note.itemId}, ${note.personId}, ${note.text}, ${now}
      where (select count(*) from question_notes where round_id = ${note.roundId}
        and member_id = ${note.memberId} and item_id = ${note.itemId}) < ${MOST_NOTES}
      on conflict (id) do nothing`),
    db.all<{ id: string }>(sql`
      select id from question_notes where id = ${note.id} and person_id = ${note.personId}
        and item_id = ${note.itemId} and member_id = ${note.memberId}`),
  ] as const;

/** Marks a note of this organisation as done, once. */
export const finishNote = (db: Database, id: string, memberId: string, personId: string, now: number) =>
  [
    db.run(sql`
      update question_notes set done_at = ${now}, done_by = ${personId}
      where id = ${id} and member_id = ${memberId} and done_at is null`),
    db.all<{ id: string }>(sql`
      select id from question_notes where id = ${id} and member_id = ${memberId}`),
  ] as const;
