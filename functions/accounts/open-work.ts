import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { AGREED_STATES } from "../../db/visit-vocabulary.ts";
import type { OpenWork } from "../../web/accounts/open-work-words.ts";

const listOf = (words: readonly string[]): SQL =>
  sql`(select value from json_each(${JSON.stringify(words)}))`;

/** The states of a visit, as an SQL list, in which somebody still has to do something. */
export const OPEN_VISITS = listOf([
  "awaiting_approval",
  "open",
  "requested",
  "counter_proposed",
  "waiting",
  ...AGREED_STATES,
]);
export const AGREED_VISITS = listOf(AGREED_STATES);

/** The assignment `a` still has to be done: its round goes on, and nothing of it is signed. */
export const isOpenAssignment: SQL = sql`exists (select 1 from rounds r where r.id = a.round_id
    and r.state <> 'published')
  and not exists (select 1 from responses s where s.round_id = a.round_id and s.member_id = a.member_id
    and s.state = 'signed' and not exists (select 1 from responses n where n.round_id = s.round_id
      and n.member_id = s.member_id and n.state in ('in_progress', 'ready')))`;

/** The action `a` after a visit was not checked for the last time. */
export const isOpenAction: SQL = sql`not exists (select 1 from action_checks k where k.visit_id = a.visit_id
  and k.member_id = a.member_id and k.after_days = 270)`;

/**
 * Everything open that has a person's name on it, at all organisations, roles included: what would be nobody's when
 * this person left. What is over stays with who did it.
 */
export function openWork(db: Database, personId: string) {
  return db.all<OpenWork>(sql`
    with me as (select ${personId} as id),
    work as (
      select member_id, 'role' as kind, 1 as place, role as label from memberships, me where person_id = me.id
      union all
      select member_id, 'contact', 2, role from member_contacts, me where person_id = me.id
      union all
      select a.member_id, 'assignment', 3, r.year || ', ' || s.title from section_assignments a, me
        join sections s on s.id = a.section_id join rounds r on r.id = a.round_id
        where a.person_id = me.id and ${isOpenAssignment}
      union all
      select member_id, 'query', 4, '' from question_queries, me where person_id = me.id and state = 'open'
      union all
      select v.guest_member_id, 'request', 5, t.name from visits v, me join themes t on t.id = v.theme_id
        where v.guest_person_id = me.id and v.state in ${OPEN_VISITS}
      union all
      select v.host_member_id, 'hosting', 6, t.name || ', ' || g.name from visits v, me
        join themes t on t.id = v.theme_id join members g on g.id = v.guest_member_id
        where v.host_person_id = me.id and v.host_member_id is not null and v.state in ${OPEN_VISITS}
      union all
      select case p.side when 'guest' then v.guest_member_id else v.host_member_id end, 'joining', 7, t.name
        from visit_participants p, me join visits v on v.id = p.visit_id join themes t on t.id = v.theme_id
        where p.person_id = me.id and p.removed_at is null and v.state in ${OPEN_VISITS}
          and me.id is not v.guest_person_id and me.id is not v.host_person_id
      union all
      select member_id, 'offer', 8, title from visit_offers, me
        where created_by = me.id and state in ('draft', 'published', 'paused')
      union all
      select a.member_id, 'action', 9, a.action from visit_actions a, me
        where a.owner_person_id = me.id and ${isOpenAction}
      union all
      select member_id, 'approver', 10, '' from visit_approvals, me where person_id = me.id
    )
    select m.id as memberId, m.name as memberName, m.slug, w.kind, w.label
    from work w join members m on m.id = w.member_id order by m.name, w.place, w.label`);
}
