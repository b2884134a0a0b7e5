import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { answerRevisions, answers, items, people, responses } from "../../db/schema/tables.ts";
import type { AnswerSource } from "../../db/vocabulary.ts";
import type { SessionScope } from "../http/session.ts";
import { currentResponseId } from "./queries.ts";
import type { Change } from "./section-save.ts";

/** Who saves what where; all statements of one save share it. */
export interface Saving {
  responseId: string;
  roundId: string;
  memberId: string;
  personId: string;
  sectionId: string;
  now: number;
  /** where every answer of this save comes from, whatever the plan says: somebody types for somebody else */
  source?: AnswerSource;
  /** a save by the same person in the same section is noted in the log once in this time; none: each is */
  quietMs?: number;
}

/**
 * The response that takes this save: the one in progress, whatever id the form brought. None when it was
 * made ready or signed in the meantime, and then nothing is stored.
 */
export const target = ({ roundId, memberId }: Saving): SQL => sql`
  select id from responses
  where round_id = ${roundId} and member_id = ${memberId} and state = 'in_progress'
  order by sequence desc, version desc limit 1`;

const changesAsRows = (changes: readonly Change[]): SQL =>
  sql`json_each(${JSON.stringify(
    changes.map(({ value, ...change }) => ({ ...change, value: value && JSON.stringify(value) })),
  )})`;

/** Makes the response with the first save. A second form, or a colleague's, finds the one that is there. */
export function startResponse(db: Database, saving: Saving) {
  const { responseId, roundId, memberId, personId, now } = saving;
  return db.run(sql`
    insert into responses (id, round_id, member_id, sequence, version, state, started_at, started_by)
    select ${responseId}, ${roundId}, ${memberId}, 1, 1, 'in_progress', ${now}, ${personId}
    where not exists (select 1 from responses where round_id = ${roundId} and member_id = ${memberId})
    on conflict do nothing`);
}

/**
 * Stores each change whose question still has the revision that was seen; the ids of the questions that
 * were stored come back, so that what is missing was changed by somebody else in the meantime.
 */
export function saveAnswers(db: Database, saving: Saving, changes: readonly Change[]) {
  return db.all<{ itemId: string }>(sql`
    insert into answers
      (response_id, item_id, revision, state, value, explanation, consent, source, saved_at, saved_by)
    select t.id, j.value ->> 'itemId', (j.value ->> 'seenRevision') + 1, j.value ->> 'state',
      j.value ->> 'value', j.value ->> 'explanation', j.value ->> 'consent', coalesce(${saving.source ?? null}, j.value ->> 'source'), ${saving.now}, ${saving.personId}
    from (${target(saving)}) t, ${changesAsRows(changes)} j
    where true
    on conflict (response_id, item_id) do update set
      revision = excluded.revision, state = excluded.state, value = excluded.value,
      explanation = excluded.explanation, consent = excluded.consent, source = excluded.source,
      saved_at = excluded.saved_at, saved_by = excluded.saved_by
    where answers.revision = excluded.revision - 1
    returning item_id as itemId`);
}

/** Adds what was just stored to the history; what stood there already stays as it was. */
export function keepRevisions(db: Database, saving: Saving) {
  return db.run(sql`
    insert into answer_revisions
      (response_id, item_id, revision, state, value, explanation, consent, source, saved_at, saved_by)
    select a.response_id, a.item_id, a.revision, a.state, a.value, a.explanation, a.consent, a.source,
      a.saved_at, a.saved_by
    from answers a join items i on i.id = a.item_id
    where a.response_id = (${target(saving)}) and i.section_id = ${saving.sectionId}
    on conflict do nothing`);
}

/** Marks the section as done, provided that all of these changes are what stands there now. */
export function completeSection(db: Database, saving: Saving, changes: readonly Change[]) {
  return db.run(sql`
    insert into section_completions (response_id, section_id, completed_at, completed_by)
    select t.id, ${saving.sectionId}, ${saving.now}, ${saving.personId}
    from (${target(saving)}) t
    where not exists (
      select 1 from ${changesAsRows(changes)} j
      left join answers a on a.response_id = t.id and a.item_id = j.value ->> 'itemId'
      where a.saved_at is not ${saving.now} or a.saved_by is not ${saving.personId})
    on conflict do nothing`);
}

/** Takes the mark away again. */
export const reopenSection = (db: Database, saving: Saving) =>
  db.run(sql`delete from section_completions
    where response_id = (${target(saving)}) and section_id = ${saving.sectionId}`);

/**
 * Notes that this person saved the section, when an answer was stored or (`marked`) its mark changed; once,
 * also for two submits in the same millisecond, and for questions that go one by one.
 */
export const recordSave = (db: Database, saving: Saving, subject: string, marked: boolean) =>
  db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${saving.now}, ${saving.personId}, ${saving.memberId}, 'section_saved', ${subject}
    from (${target(saving)}) t
    where (${marked} or exists (
        select 1 from answers a join items i on i.id = a.item_id
        where a.response_id = t.id and i.section_id = ${saving.sectionId}
          and a.saved_at = ${saving.now} and a.saved_by = ${saving.personId}))
      and not exists (select 1 from audit_entries
        where at between ${saving.now - (saving.quietMs ?? 0)} and ${saving.now}
          and person_id = ${saving.personId} and action = 'section_saved' and subject = ${subject})`);

/** What stands in the section after the save, for who was too late. */
export function answersAfterSave(db: Database, saving: Saving) {
  return db
    .select({
      itemId: answers.itemId,
      responseState: responses.state,
      revision: answers.revision,
      state: answers.state,
      value: answers.value,
      explanation: answers.explanation,
      consent: answers.consent,
      source: answers.source,
      savedAt: answers.savedAt,
      savedBy: people.name,
    })
    .from(answers)
    .innerJoin(responses, eq(responses.id, answers.responseId))
    .innerJoin(items, eq(items.id, answers.itemId))
    .leftJoin(people, eq(people.id, answers.savedBy))
    .where(
      and(
        eq(items.sectionId, saving.sectionId),
        sql`${answers.responseId} = (
          select id from responses where round_id = ${saving.roundId} and member_id = ${saving.memberId}
          order by state in ('in_progress', 'ready') desc, state = 'signed' desc, sequence desc, version desc limit 1)`,
      ),
    );
}

/** The answers at the revisions that a form was drawn from: pairs of concept and revision. */
export function answersSeen(
  db: Database,
  scope: SessionScope,
  year: number,
  seen: readonly { concept: string; revision: number }[],
) {
  return db
    .select({
      concept: items.concept,
      state: answerRevisions.state,
      value: answerRevisions.value,
      explanation: answerRevisions.explanation,
      consent: answerRevisions.consent,
    })
    .from(answerRevisions)
    .innerJoin(items, eq(items.id, answerRevisions.itemId))
    .where(
      and(
        eq(answerRevisions.responseId, currentResponseId(year, scope)),
        sql`exists (select 1 from json_each(${JSON.stringify(seen)}) j
          where j.value ->> 'concept' = ${items.concept} and j.value ->> 'revision' = ${answerRevisions.revision})`,
      ),
    );
}
