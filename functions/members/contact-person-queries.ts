import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { ContactRole } from "../../db/vocabulary.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { SessionScope } from "../http/session.ts";
import { readsFactsSql } from "./queries.ts";

const DAY_MS = 86_400_000;
/** Asked so long ago, and nothing heard since. */
const PATIENCE_MS = 30 * DAY_MS;

/** In SQL: the contact `c` was asked a month ago or longer and did not say that it is right. */
const isStale = (now: number | SQL): SQL =>
  sql`(c.asked_at is not null and c.asked_at > c.confirmed_at and c.asked_at <= ${now} - ${PATIENCE_MS})`;

/** In SQL: mail to the person `p` came back or was given up lately, at the address that stands there now. */
const bounces: SQL = sql`exists (select 1 from outbox o where o.to_email = p.email
  and (o.failed_at is not null or o.bounced_at is not null))`;

export interface ContactRow {
  memberId: string;
  memberName: string;
  slug: string;
  role: ContactRole;
  personId: string;
  name: string;
  email: string;
  phone: string | null;
  since: string;
  confirmedAt: number;
  askedAt: number | null;
  revision: number;
  isStale: number;
  isBounced: number;
}

const contacts = (db: Database, now: number | SQL, where: SQL, limit = sql``) =>
  db.all<ContactRow>(sql`
    select m.id as memberId, m.name as memberName, m.slug, c.role, p.id as personId, p.name, p.email, p.phone, c.since,
      c.confirmed_at as confirmedAt, c.asked_at as askedAt, c.revision, ${isStale(now)} as isStale,
      ${bounces} as isBounced
    from member_contacts c join members m on m.id = c.member_id
    join people p on p.id = c.person_id and p.removed_at is null
    where ${where}
    order by m.name, case c.role when 'general' then 1 when 'questionnaire' then 2 when 'visits' then 3 else 4 end
    ${limit}`);

/** The contacts of a member; none for who is not signed in. */
export const contactsOf = (db: Database, scope: SessionScope, slug: string) =>
  contacts(db, scope.now, sql`m.slug = ${slug} and ${readsFactsSql(scope)}`);

/** Whom to turn to about visits at an organisation, or else in general; for who is signed in. */
export const contactForVisits = (db: Database, scope: SessionScope, memberId: SQLWrapper) =>
  contacts(
    db,
    scope.now,
    sql`m.id = ${memberId} and ${readsFactsSql(scope)} and c.role = (select b.role from member_contacts b
      where b.member_id = m.id and b.role in ('visits', 'general') order by b.role = 'visits' desc limit 1)`,
  );

/** For what the person of this session is a contact. */
export const ownContacts = (db: Database, scope: SessionScope) =>
  contacts(db, scope.now, sql`c.person_id = ${scope.personId}`);

/** Name, address and number of the person of this session. */
export const ownDetails = (db: Database, scope: SessionScope) =>
  db.all<{ id: string; name: string; email: string; phone: string | null }>(
    sql`select id, name, email, phone from people where id = ${scope.personId}`,
  );

/** What the list of the bureau shows. */
export type ContactFilter = "all" | "stale" | "bounced" | "missing";

/** Contacts of all members of today in one state, by organisation. */
export function contactList(
  db: Database,
  filter: Exclude<ContactFilter, "missing">,
  now: number,
  limit = 2000,
) {
  const chosen = { all: sql`true`, stale: isStale(now), bounced: bounces }[filter];
  const isMember = sql`(m.left_on is null or m.left_on > ${dayInAmsterdam(now)})`;
  return contacts(db, now, sql`${isMember} and ${chosen}`, sql`limit ${limit}`);
}

/** Members of today without a general contact. */
export function membersWithoutContact(db: Database, today: string) {
  return db.all<{ name: string; slug: string }>(sql`
    select m.name, m.slug from members m where (m.left_on is null or m.left_on > ${today})
      and not exists (select 1 from member_contacts c where c.member_id = m.id and c.role = 'general')
    order by m.name`);
}

export interface Naming {
  memberId: string;
  role: ContactRole;
  personId: string;
  /** what the form saw; 0: nobody had this role */
  seen: number;
  now: number;
}

/** Names somebody who has a role there; no row when a colleague was first, or that person is gone. */
export function nameContact(db: Database, { memberId, role, personId, seen, now }: Naming) {
  return db.all<{ role: string }>(sql`
    insert into member_contacts (member_id, role, person_id, since, confirmed_at)
    select ${memberId}, ${role}, s.person_id, ${dayInAmsterdam(now)}, ${now}
    from (select distinct person_id from memberships where member_id = ${memberId} and person_id = ${personId}) s
    where ${seen} = coalesce((select revision from member_contacts
      where member_id = ${memberId} and role = ${role}), 0)
    on conflict (member_id, role) do update set person_id = excluded.person_id,
      since = iif(person_id = excluded.person_id, since, excluded.since), confirmed_at = excluded.confirmed_at,
      asked_at = null, revision = revision + 1
    returning role`);
}

/** Nobody is the contact for this any more; no row when it changed meanwhile. */
export function endContact(db: Database, memberId: string, role: string, seen: number) {
  return db.all<{ role: string }>(sql`
    delete from member_contacts where member_id = ${memberId} and role = ${role} and revision = ${seen}
    returning role`);
}

/** The contact for something of a member after a batch: whether a second click found its own work done. */
export const standingContact = (db: Database, memberId: string, role: string) =>
  db.all<{ personId: string }>(sql`
    select person_id as personId from member_contacts where member_id = ${memberId} and role = ${role}`);

/** Says that all contacts of a person are right, and keeps the name and phone number that were typed with it. */
export function confirmContacts(
  db: Database,
  personId: string,
  details: { name: string; phone: string | null },
  now: number,
) {
  return [
    db.run(sql`update member_contacts set confirmed_at = ${now}, asked_at = null, revision = revision + 1
      where person_id = ${personId} and confirmed_at < ${now}`),
    db.run(sql`update people set name = ${details.name}, phone = ${details.phone}
      where id = ${personId} and removed_at is null and (name <> ${details.name} or phone is not ${details.phone})`),
  ] as const;
}

/** Logs what was done to contacts, if the statement right before it changed something. */
export function contactLogged(
  db: Database,
  entry: {
    by: string;
    memberId: string | null;
    action: "contact_changed" | "contact_confirmed";
    subject: string;
  },
  now: number,
) {
  return db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${now}, ${entry.by}, ${entry.memberId}, ${entry.action}, ${entry.subject} where changes() > 0`);
}
