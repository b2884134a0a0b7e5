import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../../db/client.ts";
import { foldForSearch } from "../../../db/registry/search-key.ts";
import type { CheckForm, LessonForm, ReflectionForm } from "../../../web/visits/after/contract.ts";
import type { CheckDays } from "../../../web/visits/after/labels.ts";
import { agreed } from "./queries.ts";

interface Writer {
  visitId: string;
  memberId: string;
  personId: string;
  now: number;
}

/** Whether this very save happened; what follows it in the batch asks for that. */
const savedNow = ({ visitId, memberId, personId, now }: Writer): SQL =>
  sql`exists (select 1 from visit_reflections where visit_id = ${visitId} and member_id = ${memberId}
    and person_id = ${personId} and saved_at = ${now})`;

/** Whether the action stands as this form has it: then sending the form once more takes nothing from a colleague. */
const isSameAction = ({ visitId, memberId }: Writer, { actie, eigenaar }: ReflectionForm): SQL => {
  const stands = sql`select 1 from visit_actions where visit_id = ${visitId} and member_id = ${memberId}`;
  return actie === ""
    ? sql`not exists (${stands})`
    : sql`exists (${stands} and action = ${actie} and owner_person_id = ${eigenaar})`;
};

/**
 * Saves what one side wrote, from the version that the form saw; returns no row when a colleague wrote
 * meanwhile. The same form sent twice is the same text and the same action, and that is no conflict.
 */
export function saveReflection(db: Database, writer: Writer, form: ReflectionForm) {
  const { visitId, memberId, personId, now } = writer;
  return db.all<{ revision: number }>(sql`
    insert into visit_reflections (visit_id, member_id, person_id, first, second, third, revision, saved_at)
    values (${visitId}, ${memberId}, ${personId}, ${form.eerste}, ${form.tweede}, ${form.derde}, 1, ${now})
    on conflict (visit_id, member_id) do update set person_id = excluded.person_id, first = excluded.first,
      second = excluded.second, third = excluded.third, revision = revision + 1, saved_at = excluded.saved_at
    where revision = ${form.versie}
      or (first = excluded.first and second = excluded.second and third = excluded.third
        and ${isSameAction(writer, form)})
    returning revision`);
}

/** The action of this side; emptied it goes, unless somebody told already what came of it. */
export function saveAction(db: Database, writer: Writer, form: ReflectionForm) {
  const { visitId, memberId, now } = writer;
  if (form.actie === "")
    return db.run(sql`
      delete from visit_actions where visit_id = ${visitId} and member_id = ${memberId} and ${savedNow(writer)}
        and not exists (select 1 from action_checks c where c.visit_id = ${visitId} and c.member_id = ${memberId})`);
  return db.run(sql`
    insert into visit_actions (visit_id, member_id, action, owner_person_id, agreed_at)
    select ${visitId}, ${memberId}, ${form.actie}, ${form.eigenaar}, ${now}
    where ${savedNow(writer)}
      and exists (select 1 from memberships where person_id = ${form.eigenaar} and member_id = ${memberId})
    on conflict (visit_id, member_id) do update
      set action = excluded.action, owner_person_id = excluded.owner_person_id`);
}

/** Who looks back on a visit says that it took place: nobody needs to press that button as well. */
export function completeVisit(db: Database, writer: Writer) {
  const { visitId, personId, now } = writer;
  return [
    db.run(sql`
      update visits set state = 'took_place', revision = revision + 1, updated_at = ${now}
      where id = ${visitId} and state in (${agreed}) and ends_at <= ${now} and ${savedNow(writer)}`),
    db.run(sql`
      insert into visit_events (visit_id, revision, state, at, person_id, note, starts_at, ends_at)
      select id, revision, state, ${now}, ${personId}, '', starts_at, ends_at from visits
      where id = ${visitId} and changes() > 0`),
  ] as const;
}

/** What came of the action; returns no row when it was told before, or when there is no action. */
export function saveCheck(db: Database, writer: Writer, days: CheckDays, form: CheckForm) {
  const { visitId, memberId, personId, now } = writer;
  return db.all<{ days: number }>(sql`
    insert into action_checks (visit_id, member_id, after_days, outcome, why, person_id, checked_at)
    select visit_id, member_id, ${days}, ${form.uitkomst}, ${form.waarom}, ${personId}, ${now}
    from visit_actions where visit_id = ${visitId} and member_id = ${memberId}
    on conflict (visit_id, member_id, after_days) do nothing
    returning after_days as days`);
}

/**
 * A lesson as the guest proposes it, with the id that the form brought; a later one replaces the words and
 * waits for the host again. No row: the host approved it, or a colleague wrote meanwhile.
 */
export function saveLesson(db: Database, writer: Writer, id: string, form: LessonForm) {
  const { visitId, personId, now } = writer;
  const searchKey = foldForSearch(`${form.titel} ${form.geleerd} ${form.tip}`);
  return db.all<{ id: string }>(sql`
    insert into lessons (id, visit_id, theme_id, title, learned, tip, search_key, state, reason, revision,
      written_by, written_at)
    values (${id}, ${visitId}, ${form.thema}, ${form.titel}, ${form.geleerd}, ${form.tip}, ${searchKey},
      'proposed', '', 1, ${personId}, ${now})
    on conflict (id) do nothing
    on conflict (visit_id) do update set theme_id = excluded.theme_id, title = excluded.title,
      learned = excluded.learned, tip = excluded.tip, search_key = excluded.search_key, state = 'proposed',
      reason = '', revision = revision + 1, written_by = excluded.written_by, written_at = excluded.written_at
    where state <> 'approved' and revision = ${form.versie}
    returning id`);
}

interface LessonMove {
  id: string;
  seenRevision: number;
  now: number;
  personId: string;
}

export const approveLesson = (db: Database, { id, seenRevision, now, personId }: LessonMove) =>
  db.all<{ id: string }>(sql`
    update lessons set state = 'approved', reason = '', approved_by = ${personId}, approved_at = ${now},
      revision = revision + 1
    where id = ${id} and state = 'proposed' and revision = ${seenRevision} returning id`);

export const askForChange = (db: Database, { id, seenRevision }: LessonMove, reason: string) =>
  db.all<{ id: string }>(sql`
    update lessons set state = 'change_asked', reason = ${reason}, revision = revision + 1
    where id = ${id} and state = 'proposed' and revision = ${seenRevision} returning id`);

/** A lesson that is taken back loses its approval: written anew, it waits for the host again. */
export const withdrawLesson = (db: Database, { id, seenRevision }: LessonMove) =>
  db.all<{ id: string }>(sql`
    update lessons set state = 'withdrawn', approved_by = null, approved_at = null, revision = revision + 1
    where id = ${id} and state <> 'withdrawn' and revision = ${seenRevision} returning id`);
