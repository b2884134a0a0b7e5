import { and, count, desc, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { auditEntries, members, outbox, people, responses, rounds } from "../../db/schema/tables.ts";
import type { AuditFilter } from "../../web/accounts/audit-log-page.tsx";
import type { SessionScope } from "../http/session.ts";

const MOST_FAILED_SHOWN = 20;
export const LOG_PAGE_SIZE = 50;
/** A file of the log holds at most this many lines, so that one click cannot exhaust the edge. */
export const MOST_LOG_LINES = 10_000;

const numberOf = (condition: SQL) => sql<number>`(select count(*) ${condition})`;

export function bureauCounts(db: Database) {
  return db
    .select({
      people: numberOf(sql`from people where removed_at is null`),
      withoutRole: numberOf(sql`from people p where p.removed_at is null
      and not exists (select 1 from memberships m where m.person_id = p.id)
      and not exists (select 1 from association_roles r where r.person_id = p.id)`),
      members: numberOf(sql`from members where left_on is null`),
      withoutEditor: numberOf(sql`from members o where o.left_on is null
      and not exists (select 1 from memberships m where m.member_id = o.id and m.role = 'editor')`),
    })
    .from(sql`(select 1)`);
}

/** How mail stands; what waits for a digest, or what somebody does not want, is no mail. */
export function mailCounts(db: Database) {
  const waiting = sql`${outbox.sentAt} is null and ${outbox.failedAt} is null`;
  return db
    .select({
      waiting: sql<number>`coalesce(sum(${waiting}), 0)`,
      failed: sql<number>`coalesce(sum(${outbox.failedAt} is not null), 0)`,
      sent: sql<number>`coalesce(sum(${outbox.sentAt} is not null), 0)`,
      oldestWaitingAt: sql<number | null>`min(case when ${waiting} then ${outbox.createdAt} end)`,
    })
    .from(outbox)
    .where(eq(outbox.delivery, "direct"));
}

export function failedMail(db: Database) {
  return db
    .select({
      subject: outbox.subject,
      toEmail: outbox.toEmail,
      failedAt: sql<number | null>`coalesce(${outbox.bouncedAt}, ${outbox.failedAt})`,
      lastError: outbox.lastError,
    })
    .from(outbox)
    .where(and(or(isNotNull(outbox.failedAt), isNotNull(outbox.bouncedAt)), sql`${outbox.text} <> ''`))
    .orderBy(desc(sql`coalesce(${outbox.bouncedAt}, ${outbox.failedAt})`))
    .limit(MOST_FAILED_SHOWN);
}

/** Puts mail that was given up back in the queue; mail to removed people has no text and stays where it is. */
export function retryFailedMail(db: Database, now: number) {
  return db
    .update(outbox)
    .set({ failedAt: null, attempts: 0, dueAt: now, claimedUntil: null })
    .where(and(isNotNull(outbox.failedAt), isNull(outbox.sentAt), sql`${outbox.text} <> ''`));
}

export function allRounds(db: Database) {
  return db
    .select({
      year: rounds.year,
      state: rounds.state,
      opensOn: rounds.opensOn,
      closesOn: rounds.closesOn,
      referenceOn: rounds.referenceOn,
      signed: count(responses.id),
    })
    .from(rounds)
    .leftJoin(responses, and(eq(responses.roundId, rounds.id), eq(responses.state, "signed")))
    .groupBy(rounds.id)
    .orderBy(desc(rounds.year));
}

/** `%` and `_` in what somebody types stand for themselves. */
const contains = (words: string) => `%${words.replace(/[\\%_]/g, "\\$&")}%`;

function logCondition({ words, action }: AuditFilter) {
  return and(
    action ? eq(auditEntries.action, action) : undefined,
    words
      ? sql`(${people.name} like ${contains(words)} escape '\\' or ${members.name} like ${contains(words)} escape '\\')`
      : undefined,
  );
}

export function auditLog(db: Database, filter: AuditFilter, offset: number, limit: number) {
  return db
    .select({
      at: auditEntries.at,
      personName: people.name,
      memberName: members.name,
      action: auditEntries.action,
      subject: auditEntries.subject,
    })
    .from(auditEntries)
    .leftJoin(people, eq(people.id, auditEntries.personId))
    .leftJoin(members, eq(members.id, auditEntries.memberId))
    .where(logCondition(filter))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(limit)
    .offset(offset);
}

export function auditCount(db: Database, filter: AuditFilter) {
  return db
    .select({ found: count() })
    .from(auditEntries)
    .leftJoin(people, eq(people.id, auditEntries.personId))
    .leftJoin(members, eq(members.id, auditEntries.memberId))
    .where(logCondition(filter));
}

/** Logs that the viewer took a person's data, or the list of people; nothing for who may not. */
export function exportLogged(db: Database, scope: SessionScope, subject: string) {
  return db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${scope.now}, person_id, null, 'person_exported', ${subject} from association_roles
    where role = 'bureau' and person_id = ${scope.personId}`);
}
