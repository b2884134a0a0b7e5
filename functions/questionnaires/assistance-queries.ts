import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { SessionScope } from "../http/session.ts";

/** The assistance of this id as long as it is the viewer's own, open, and the viewer is of the bureau. As SQL. */
const isOpen = ({ personId, now }: SessionScope, id: string, alias: string): SQL => {
  const of = (column: string) => sql.raw(`${alias}.${column}`);
  return sql`${of("id")} = ${id} and ${of("helper_id")} = ${personId} and ${of("ended_at")} is null
    and ${of("ends_at")} > ${now}
    and exists (select 1 from association_roles b where b.person_id = ${personId} and b.role = 'bureau')`;
};

/**
 * The scope of the member for whom the viewer fills in, for the statements of one section. Of nobody when the
 * assistance is not open: then no statement finds anything.
 */
export const assistedScope = (scope: SessionScope, year: number, id: string): SessionScope => ({
  ...scope,
  memberId: sql<string | null>`(select hx.member_id from assistances hx join rounds hr on hr.id = hx.round_id
    where ${isOpen(scope, id, "hx")} and hr.year = ${year})`,
});

/** The open assistance of this id, when it is the viewer's. */
export function openAssistance(db: Database, scope: SessionScope, year: number, id: string) {
  return db.all<{
    id: string;
    memberId: string;
    memberName: string;
    memberSlug: string;
    hasLeft: number;
    caller: string;
    startedAt: number;
    endsAt: number;
  }>(sql`
    select x.id, m.id as memberId, m.name as memberName, m.slug as memberSlug,
      coalesce(m.left_on <= ${dayInAmsterdam(scope.now)}, 0) as hasLeft, x.caller, x.started_at as startedAt,
      x.ends_at as endsAt
    from assistances x join members m on m.id = x.member_id join rounds r on r.id = x.round_id
    where ${isOpen(scope, id, "x")} and r.year = ${year}`);
}

/** Notes in the log that a section was opened for a member, in the very batch that reads it. */
export const assistedLook = (db: Database, scope: SessionScope, year: number, position: number, id: string) =>
  db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${scope.now}, ${scope.personId}, x.member_id, 'assisted_section_read', r.year || '/' || s.id
    from assistances x join rounds r on r.id = x.round_id
    join sections s on s.questionnaire_id = r.questionnaire_id and s.position = ${position}
    where ${isOpen(scope, id, "x")} and r.year = ${year}`);

/** In the place of a statement that has nothing to do. */
export const nothingToDo = (db: Database) => db.all<never>(sql`select 1 where false`);

export interface NewAssistance {
  id: string;
  memberId: string;
  helperId: string;
  caller: string;
  consentNote: string;
  now: number;
  endsAt: number;
}

/** Begins it, once for one form, and only for a member of today; answers no row for a second submit. */
export const startAssistance = (db: Database, year: number, one: NewAssistance) =>
  db.all<{ id: string }>(sql`
    insert into assistances (id, round_id, member_id, helper_id, caller, consent_note, started_at, ends_at)
    select ${one.id}, r.id, m.id, ${one.helperId}, ${one.caller}, ${one.consentNote}, ${one.now}, ${one.endsAt}
    from rounds r, members m where r.year = ${year} and m.id = ${one.memberId}
      and (m.left_on is null or m.left_on > ${dayInAmsterdam(one.now)})
    on conflict do nothing returning id`);

export const wasStarted = (id: string, now: number): SQL =>
  sql`exists (select 1 from assistances where id = ${id} and started_at = ${now})`;

export const endAssistance = (db: Database, id: string, helperId: string, now: number) =>
  db.all<{ id: string }>(sql`
    update assistances set ended_at = ${now}
    where id = ${id} and helper_id = ${helperId} and ended_at is null and ends_at > ${now} returning id`);

/** Logs what happened with an assistance: the member, never the caller or what was agreed. */
export const recordAssistance = (
  db: Database,
  action: "assistance_started" | "assistance_ended",
  id: string,
  helperId: string,
  now: number,
  onlyIf: SQL,
) =>
  db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${now}, ${helperId}, x.member_id, ${action}, r.year || '/' || x.id
    from assistances x join rounds r on r.id = x.round_id where x.id = ${id} and ${onlyIf}`);

/** Members of today, with their editors' addresses, for the choice of one and the mail. */
export const membersToAssist = (db: Database, now: number) =>
  db.all<{ id: string; name: string; state: string | null }>(sql`
    select m.id, m.name from members m
    where m.joined_on <= ${dayInAmsterdam(now)} and (m.left_on is null or m.left_on > ${dayInAmsterdam(now)})
    order by m.name`);

/** Editors of all members: who hears that the bureau fills in for them. */
export const editorsOf = (db: Database, memberId: string) =>
  db.all<{ id: string; name: string; email: string }>(sql`
    select p.id, p.name, p.email from memberships s join people p on p.id = s.person_id
    where s.member_id = ${memberId} and s.role = 'editor' and p.removed_at is null order by p.name`);

/** The assistances of a round that are open now, for the page of the round. */
export const openAssistances = (db: Database, year: number, now: number) =>
  db.all<{
    id: string;
    memberName: string;
    helper: string;
    helperId: string;
    startedAt: number;
    endsAt: number;
  }>(sql`
    select x.id, m.name as memberName, p.name as helper, p.id as helperId, x.started_at as startedAt,
      x.ends_at as endsAt
    from assistances x join rounds r on r.id = x.round_id join members m on m.id = x.member_id
    join people p on p.id = x.helper_id
    where r.year = ${year} and x.ended_at is null and x.ends_at > ${now} order by x.started_at`);
