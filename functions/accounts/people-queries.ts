import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { AuditAction } from "../../db/audit-vocabulary.ts";
import type { Database } from "../../db/client.ts";
import { associationRoles, members, memberships, people, sessions } from "../../db/schema/tables.ts";
import type { Role } from "../../db/vocabulary.ts";
import { isMemberRole } from "../../web/accounts/person-contract.ts";

/** Everybody who was not removed, by name. */
export function everybody(db: Database) {
  return db
    .select({ id: people.id, name: people.name, email: people.email, phone: people.phone })
    .from(people)
    .where(isNull(people.removedAt))
    .orderBy(asc(people.name));
}

/** All roles at members, or those of one person. */
export function memberRoles(db: Database, personId?: string) {
  return db
    .select({
      personId: memberships.personId,
      memberId: members.id,
      memberName: members.name,
      role: memberships.role,
    })
    .from(memberships)
    .innerJoin(members, eq(members.id, memberships.memberId))
    .where(personId === undefined ? undefined : eq(memberships.personId, personId))
    .orderBy(asc(members.name), asc(memberships.role));
}

/** All roles at the association, of everybody: the last of the bureau must be known. */
export function staffRoles(db: Database) {
  return db
    .select({ personId: associationRoles.personId, role: associationRoles.role })
    .from(associationRoles);
}

export function onePerson(db: Database, id: string) {
  return db
    .select()
    .from(people)
    .where(and(eq(people.id, id), isNull(people.removedAt)));
}

/** When somebody last signed in; sessions end after two weeks, so no row says "not lately". */
export function lastSession(db: Database, personId: string) {
  return db
    .select({ createdAt: sessions.createdAt })
    .from(sessions)
    .where(eq(sessions.personId, personId))
    .orderBy(desc(sessions.createdAt))
    .limit(1);
}

/** The members that people can belong to now. */
export function memberNames(db: Database) {
  return db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(isNull(members.leftOn))
    .orderBy(asc(members.name));
}

export interface NewPerson {
  id: string;
  name: string;
  email: string;
  phone: string | null;
}

/** Adds a person; answers no row when the form was sent before or the address is somebody else's. */
export function addPerson(db: Database, person: NewPerson, now: number) {
  return db
    .insert(people)
    .values({ ...person, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: people.id });
}

/** Condition: this person was added by this very write. */
export const addedNow = (personId: string, now: number): SQL =>
  sql`exists (select 1 from people where id = ${personId} and created_at = ${now})`;

/** Condition: this person is here. */
export const isHere = (personId: string): SQL =>
  sql`exists (select 1 from people where id = ${personId} and removed_at is null)`;

/** Gives a role, at a member or at the association; answers no row when the person had it already. */
export function grantRole(
  db: Database,
  { personId, role, memberId }: { personId: string; role: Role; memberId: string | null },
  now: number,
  onlyIf: SQL,
) {
  if (isMemberRole(role))
    return db.all<{ role: string }>(sql`
      insert into memberships (person_id, member_id, role, granted_at)
      select ${personId}, id, ${role}, ${now} from members where id = ${memberId} and ${onlyIf}
      on conflict do nothing returning role`);
  return db.all<{ role: string }>(sql`
    insert into association_roles (person_id, role, granted_at)
    select ${personId}, ${role}, ${now} where ${onlyIf}
    on conflict do nothing returning role`);
}

interface LogEntry {
  by: string;
  memberId: string | null;
  action: AuditAction;
  subject: string;
}

/** Logs on a condition in SQL. */
export const logIf = (db: Database, entry: LogEntry, now: number, onlyIf: SQL) =>
  db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${now}, ${entry.by}, ${entry.memberId}, ${entry.action}, ${entry.subject} where ${onlyIf}`);

/**
 * Logs what the statement right before it did, if it changed anything: `changes()` is 0 when a guard held it
 * back, so a second click leaves no second line.
 */
export const logIfChanged = (db: Database, entry: LogEntry, now: number) =>
  logIf(db, entry, now, sql`changes() > 0`);

export interface Details {
  naam: string;
  email: string;
  telefoon: string;
}

/** Contact data as one word for a form: what it was drawn from. */
export const seenDetails = ({ naam, email, telefoon }: Details): string => [naam, email, telefoon].join("\n");

/** Condition: this person is here as the form saw it (null: it does not say), and nobody else has this address. */
const takesAddress = (
  id: string,
  { naam, email, telefoon }: Details,
  seen: string | null,
): SQL => sql`${isHere(id)}
  and not exists (select 1 from people other
    where other.email = ${email} and other.removed_at is null and other.id <> ${id})
  and (${seen} is null or (select name || char(10) || email || char(10) || coalesce(phone, '') from people
    where id = ${id}) in (${seen}, ${seenDetails({ naam, email, telefoon })}))`;

/** Condition: `changeDetails`, later in the same batch, gives this person another address. */
export const movesAddress = (id: string, details: Details, seen: string | null): SQL => sql`
  ${takesAddress(id, details, seen)}
  and exists (select 1 from people where id = ${id} and email <> ${details.email})`;

/** Condition: `changeDetails`, later in the same batch, changes something; a second click does not. */
export const differs = (id: string, details: Details, seen: string | null): SQL => sql`
  ${takesAddress(id, details, seen)} and exists (select 1 from people where id = ${id}
    and (name <> ${details.naam} or email <> ${details.email} or phone is not ${details.telefoon || null}))`;

/**
 * Corrects contact data; answers no row when the address is somebody else's, the person is gone, or a colleague
 * changed something since the form was drawn.
 */
export function changeDetails(db: Database, id: string, details: Details, seen: string | null) {
  const { naam, email, telefoon } = details;
  return db
    .update(people)
    .set({ name: naam, email, phone: telefoon || null })
    .where(and(eq(people.id, id), takesAddress(id, details, seen)))
    .returning({ id: people.id });
}
