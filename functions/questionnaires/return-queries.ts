import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { SessionScope } from "../http/session.ts";
import { currentResponseId } from "./queries.ts";
import { isAsSeen, type Seen, type Transition } from "./transition-queries.ts";

export interface ReturnRow {
  id: string;
  concept: string;
  shortName: string;
  section: string;
  position: number;
  reason: string;
  returnedBy: string | null;
  returnedAt: number;
  answerRevision: number;
  currentRevision: number;
  changedBy: string | null;
  changedAt: number | null;
  remark: string;
  resolvedBy: string | null;
  resolvedAt: number | null;
}

/** What was sent back of the current version of the viewer's organisation, with what became of it, newest first. */
export function returnsOf(db: Database, scope: SessionScope, year: number) {
  return db.all<ReturnRow>(sql`
    select b.id, i.concept, i.short_name as shortName, s.title as section, s.position, b.reason,
      by.name as returnedBy, b.returned_at as returnedAt, b.answer_revision as answerRevision,
      coalesce(a.revision, 0) as currentRevision, changer.name as changedBy, a.saved_at as changedAt, b.remark,
      resolver.name as resolvedBy, b.resolved_at as resolvedAt
    from response_returns b join items i on i.id = b.item_id join sections s on s.id = i.section_id
    left join answers a on a.response_id = b.response_id and a.item_id = b.item_id
    left join people by on by.id = b.returned_by left join people changer on changer.id = a.saved_by
    left join people resolver on resolver.id = b.resolved_by
    where b.response_id = ${currentResponseId(year, scope)}
    order by b.returned_at desc, s.position, i.position`);
}

/**
 * Who fills in: editors of the organisation, and colleagues with a section of this round; not the viewer.
 * `sectionIds`: the sections that were given to them, as JSON.
 */
export function workersOf(db: Database, scope: SessionScope, year: number) {
  return db.all<{ id: string; name: string; email: string; isEditor: number; sectionIds: string }>(sql`
    select p.id, p.name, p.email, exists (select 1 from memberships m where m.person_id = p.id
        and m.member_id = ${scope.memberId} and m.role = 'editor') as isEditor,
      (select json_group_array(g.section_id) from section_assignments g join rounds r on r.id = g.round_id
        where g.person_id = p.id and g.member_id = ${scope.memberId} and r.year = ${year}) as sectionIds
    from people p
    where p.removed_at is null and p.id is not ${scope.personId} and (isEditor or sectionIds <> '[]')
    order by p.name`);
}

/** Back to in progress, provided that the response is as the signatory saw it. */
export const sendBack = (db: Database, transition: Transition, seen: Seen) =>
  db.all<{ id: string }>(sql`
    update responses set state = 'in_progress', ready_at = null, ready_by = null, asked_at = null,
      reminded_at = null
    where id = ${transition.responseId} and ${isAsSeen(transition, seen)} returning id`);

/** The reasons, one a question, right after `sendBack`: without it nothing is kept. */
export const keepReasons = (
  db: Database,
  { responseId, personId, now }: Transition,
  reasons: readonly { id: string; itemId: string; reason: string }[],
) =>
  db.run(sql`
    insert into response_returns (id, response_id, item_id, reason, returned_by, returned_at, answer_revision)
    select j.value ->> 'id', ${responseId}, j.value ->> 'itemId', j.value ->> 'reason', ${personId}, ${now},
      coalesce((select revision from answers where response_id = ${responseId}
        and item_id = j.value ->> 'itemId'), 0)
    from json_each(${JSON.stringify(reasons)}) j where changes() > 0
    on conflict do nothing`);

/** True in SQL when this very transition sent something back. */
export const wasSentBack = ({ responseId, personId, now }: Transition): SQL => sql`exists (
  select 1 from response_returns
  where response_id = ${responseId} and returned_at = ${now} and returned_by = ${personId})`;

/** The sections with a question that came back are not done any more. */
export const unmarkReturned = (db: Database, transition: Transition) =>
  db.run(sql`
    delete from section_completions where response_id = ${transition.responseId} and section_id in (
      select i.section_id from response_returns b join items i on i.id = b.item_id
      where b.response_id = ${transition.responseId} and b.returned_at = ${transition.now})`);

/** Says why an answer stays as it is; no row when somebody did so before, or the answer changed. */
export const answerReturn = (
  db: Database,
  { responseId, personId, now }: Transition,
  id: string,
  remark: string,
) =>
  db.all<{ id: string }>(sql`
    update response_returns set remark = ${remark}, resolved_by = ${personId}, resolved_at = ${now}
    where id = ${id} and response_id = ${responseId} and resolved_at is null
      and exists (select 1 from responses where id = ${responseId} and state = 'in_progress')
      and answer_revision >= coalesce((select revision from answers a
        where a.response_id = ${responseId} and a.item_id = response_returns.item_id), 0)
    returning id`);

/** True in SQL when this very person settled it at this very moment. */
export const wasAnswered = (id: string, { personId, now }: Transition): SQL => sql`exists (
  select 1 from response_returns where id = ${id} and resolved_by = ${personId} and resolved_at = ${now})`;
