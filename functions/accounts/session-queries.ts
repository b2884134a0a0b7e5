import { and, eq, gt, lt, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { AuditAction } from "../../db/audit-vocabulary.ts";
import type { Database } from "../../db/client.ts";
import {
  association,
  auditEntries,
  memberships,
  outbox,
  sessions,
  signInCodes,
} from "../../db/schema/tables.ts";
import { SESSION_MS } from "../http/session.ts";

/**
 * Opens a session for the one person `p` that `who` picks; answers no row when there is nobody. The person
 * works on behalf of the organisation of the last session, or else of the first one by name.
 */
export function openSession(db: Database, sessionId: string, who: SQL, now: number) {
  return db.all<{ personId: string }>(sql`
    insert into sessions (id, person_id, member_id, created_at, expires_at)
    select ${sessionId}, p.id, coalesce(
        (select s.member_id from sessions s
          where s.person_id = p.id and exists (
            select 1 from memberships m where m.person_id = p.id and m.member_id = s.member_id)
          order by s.created_at desc limit 1),
        (select m.member_id from memberships m join members o on o.id = m.member_id
          where m.person_id = p.id order by o.name limit 1)),
      ${now}, ${now + SESSION_MS}
    from people p where p.removed_at is null and ${who}
    returning person_id as personId`);
}

const DAY_MS = 86_400_000;

/**
 * Forgets what was kept long enough: sessions that ended, mail 30 days after it left and 90 days after it
 * failed, the log after two years. The page on privacy promises this; it rides along with each sign-in.
 */
export function forgetOld(db: Database, now: number) {
  return [
    db.delete(sessions).where(lte(sessions.expiresAt, now)),
    db.delete(outbox).where(or(lt(outbox.sentAt, now - 30 * DAY_MS), lt(outbox.failedAt, now - 90 * DAY_MS))),
    db.delete(auditEntries).where(lt(auditEntries.at, now - 2 * 365 * DAY_MS)),
  ] as const;
}

/** Logs what the person of this session did; nothing when there is no such session. */
export function logBySession(db: Database, sessionId: string, action: AuditAction, now: number) {
  return db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${now}, person_id, member_id, ${action}, person_id from sessions
    where id = ${sessionId} and expires_at > ${now}`);
}

export function closeSession(db: Database, sessionId: string) {
  return db.delete(sessions).where(eq(sessions.id, sessionId));
}

/** Ends the sessions and the open codes of a person, on a condition in SQL; the session that asks it stays. */
export function endAccess(db: Database, personId: string, but: string, now: number, onlyIf: SQL) {
  return [
    db.delete(sessions).where(and(eq(sessions.personId, personId), ne(sessions.id, but), onlyIf)),
    db
      .update(signInCodes)
      .set({ expiresAt: now })
      .where(and(eq(signInCodes.personId, personId), gt(signInCodes.expiresAt, now), onlyIf)),
  ] as const;
}

/** Chooses another organisation for this session; answers no row when the person does not belong to it. */
export function switchMember(db: Database, sessionId: string, memberId: string, now: number) {
  return db
    .update(sessions)
    .set({ memberId })
    .where(
      and(
        eq(sessions.id, sessionId),
        gt(sessions.expiresAt, now),
        sql`exists (select 1 from ${memberships} where ${memberships.personId} = ${sessions.personId}
          and ${memberships.memberId} = ${memberId})`,
      ),
    )
    .returning({ id: sessions.id });
}

/** One row when the installation has its association. */
export function associationExists(db: Database) {
  return db.select({ id: association.id }).from(association);
}
