import { type SQL, sql } from "drizzle-orm";
import type { AuditAction } from "../../db/audit-vocabulary.ts";
import type { Database } from "../../db/client.ts";
import type { SessionScope } from "../http/session.ts";

export interface AssignmentRow {
  sectionId: string;
  position: number;
  personId: string;
  personName: string;
  email: string;
  byName: string | null;
  assignedAt: number;
  message: string;
  dueOn: string | null;
  remindedAt: number | null;
  isMine: number;
}

/** Who fills in which section for the viewer's organisation in the round of a year. */
export const assignmentsOf = (db: Database, scope: SessionScope, year: number) =>
  db.all<AssignmentRow>(sql`
    select a.section_id as sectionId, s.position, a.person_id as personId, p.name as personName, p.email,
      b.name as byName, a.assigned_at as assignedAt, a.message, a.due_on as dueOn, a.reminded_at as remindedAt,
      a.person_id = ${scope.personId} as isMine
    from section_assignments a
    join sections s on s.id = a.section_id
    join people p on p.id = a.person_id
    left join people b on b.id = a.assigned_by and b.removed_at is null
    where a.round_id = (select id from rounds where year = ${year}) and a.member_id = ${scope.memberId}
    order by s.position`);

/** The years of the rounds in which the viewer was given a section. */
export const assignedYears = (db: Database, scope: SessionScope) =>
  db.all<{ year: number }>(sql`
    select distinct r.year from section_assignments a join rounds r on r.id = a.round_id
    where a.member_id = ${scope.memberId} and a.person_id = ${scope.personId}`);

/** One assignment, and the moment of it that a form saw; 0: nobody had the section. */
export interface AssignmentKey {
  roundId: string;
  memberId: string;
  sectionId: string;
  seen: number;
}

const at = ({ roundId, memberId, sectionId }: AssignmentKey): SQL => sql`
  round_id = ${roundId} and member_id = ${memberId} and section_id = ${sectionId}`;

/** Condition: the section is still with whom the form saw. Before `assign` in its batch. */
export const isAsSeen = (key: AssignmentKey): SQL =>
  key.seen === 0
    ? sql`not exists (select 1 from section_assignments where ${at(key)})`
    : sql`exists (select 1 from section_assignments where ${at(key)} and assigned_at = ${key.seen})`;

export interface NewAssignment extends AssignmentKey {
  personId: string;
  by: string;
  message: string;
  dueOn: string | null;
}

/** Gives the section to somebody of the organisation; no row when it went to somebody else meanwhile. */
export const assign = (db: Database, given: NewAssignment, now: number) =>
  db.all<{ personId: string }>(sql`
    insert into section_assignments
      (round_id, member_id, section_id, person_id, assigned_by, assigned_at, message, due_on)
    select ${given.roundId}, ${given.memberId}, ${given.sectionId}, p.id, ${given.by}, ${now}, ${given.message},
      ${given.dueOn}
    from people p
    where p.id = ${given.personId} and p.removed_at is null and ${isAsSeen(given)}
      and exists (select 1 from memberships m where m.person_id = p.id and m.member_id = ${given.memberId})
    on conflict (round_id, member_id, section_id) do update set person_id = excluded.person_id,
      assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at, message = excluded.message,
      due_on = excluded.due_on, reminded_at = null
    where section_assignments.assigned_at = ${given.seen}
    returning person_id as personId`);

/** Condition: this very write gave the section away. After `assign` in its batch. */
export const assignedNow = (given: NewAssignment, now: number): SQL => sql`exists (
  select 1 from section_assignments where ${at(given)} and assigned_at = ${now}
    and person_id = ${given.personId} and assigned_by = ${given.by})`;

/** Who has the section after the write: what a second click finds. */
export const assignmentAfter = (db: Database, key: AssignmentKey) =>
  db.all<{ personId: string; by: string | null; assignedAt: number }>(sql`
    select person_id as personId, assigned_by as "by", assigned_at as assignedAt
    from section_assignments where ${at(key)}`);

/** Takes the section back. */
export const unassign = (db: Database, key: AssignmentKey) =>
  db.run(sql`delete from section_assignments where ${at(key)} and assigned_at = ${key.seen}`);

/** Notes that the one reminder leaves; no row when it left before. */
export const noteReminder = (db: Database, key: AssignmentKey, now: number) =>
  db.all<{ personId: string }>(sql`
    update section_assignments set reminded_at = ${now}
    where ${at(key)} and assigned_at = ${key.seen} and reminded_at is null returning person_id as personId`);

/** Logs what the statement right before it did, if that changed anything. */
export const assignmentLogged = (
  db: Database,
  { memberId }: AssignmentKey,
  entry: { by: string; action: AuditAction; subject: string },
  now: number,
) =>
  db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${now}, ${entry.by}, ${memberId}, ${entry.action}, ${entry.subject} where changes() > 0`);

/** Condition: the statement right before changed something. */
export const justChanged: SQL = sql`changes() > 0`;

/** Whether one of these is the viewer's own: who fills in a section reads the rest. */
export const holdsSection = (rows: readonly { isMine: number }[]): boolean =>
  rows.some(({ isMine }) => isMine === 1);
