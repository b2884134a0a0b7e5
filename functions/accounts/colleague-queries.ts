import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { settleSessions } from "./role-queries.ts";

/** Somebody whom a colleague invites: no account is needed before. */
export interface Colleague {
  /** of the person who is there with this address, or the id that a new one gets */
  id: string;
  name: string;
  email: string;
  memberId: string;
}

/** The person with this address, if there is one. */
export const personByEmail = (db: Database, email: string) =>
  db.all<{ id: string; name: string; email: string }>(sql`
    select id, name, email from people where email = ${email} and email <> '' and removed_at is null`);

/** Everybody of the viewer's organisation, by name. */
export const colleaguesOf = (db: Database, memberId: SQL) =>
  db.all<{ id: string; name: string; email: string }>(sql`
    select p.id, p.name, p.email from people p
    where p.removed_at is null and p.id in (select m.person_id from memberships m where m.member_id = ${memberId})
    order by p.name, p.id`);

/**
 * Makes somebody a colleague: the person, when the address is nobody's, and the role of professional, when there
 * is none yet at this organisation. That is the least role: it reads what all members read, and writes nothing.
 * All of it only when `onlyIf` holds; a second time it does nothing.
 */
export function addColleague(
  db: Database,
  { id, name, email, memberId }: Colleague,
  by: string,
  now: number,
  onlyIf: SQL,
) {
  return [
    db.run(sql`
      insert into people (id, name, email, created_at)
      select ${id}, ${name}, ${email}, ${now} where ${onlyIf} on conflict do nothing`),
    db.run(sql`
      insert into memberships (person_id, member_id, role, granted_at)
      select p.id, ${memberId}, 'professional', ${now} from people p
      where p.id = ${id} and p.email = ${email} and p.removed_at is null and ${onlyIf}
        and not exists (select 1 from memberships where person_id = p.id and member_id = ${memberId})
      on conflict do nothing`),
    db.run(sql`
      insert into audit_entries (at, person_id, member_id, action, subject)
      select ${now}, ${by}, ${memberId}, 'role_granted', ${`${id} professional`} where changes() > 0`),
    settleSessions(db, id),
  ] as const;
}
