import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { useStatements } from "../../db/schema/tables.ts";
import type { ShownStatement } from "../../web/insights/research.ts";
import type { SessionScope } from "../http/session.ts";

const isMonitoring = (personId: SQL<string | null>): SQL =>
  sql`exists (select 1 from association_roles where person_id = ${personId} and role = 'monitoring')`;

/** Whether the person of this session is in the learning group; the same question as the policy asks. */
export const isResearcher = ({ personId }: SessionScope): SQL => isMonitoring(personId);

/** Every statement of a round, newest first; no rows for who is not in the learning group. */
export const useStatementsOf = (db: Database, scope: SessionScope, year: number) =>
  db.all<ShownStatement>(sql`
    select u.id, p.name, u.purpose, u.recipients, u.valid_until as validUntil, u.signed_at as signedAt,
      u.ended_at as endedAt, u.signed_by = ${scope.personId} as isMine
    from use_statements u join rounds r on r.id = u.round_id join people p on p.id = u.signed_by
    where r.year = ${year} and ${isMonitoring(scope.personId)}
    order by u.signed_at desc, u.id`);

export interface StatementRow {
  id: string;
  roundId: string;
  signedBy: string;
  validUntil: string;
  endedAt: number | null;
  secret: string;
}

/** One statement of a round with its secret: for making files, never for a page. */
export const statementWithSecret = (db: Database, year: number, id: string) =>
  db.all<StatementRow>(sql`
    select u.id, u.round_id as roundId, u.signed_by as signedBy, u.valid_until as validUntil,
      u.ended_at as endedAt, u.secret
    from use_statements u join rounds r on r.id = u.round_id where r.year = ${year} and u.id = ${id}`);

/** The policy once more in SQL: data are read and a download is noted in one batch, before the route decides. */
export const maySeeFile = (scope: SessionScope, year: number, id: string, today: string): SQL => sql`
  (${isMonitoring(scope.personId)} and exists (
    select 1 from use_statements u join rounds r on r.id = u.round_id
    where u.id = ${id} and r.year = ${year} and r.state = 'published' and u.signed_by = ${scope.personId}
      and u.ended_at is null and u.valid_until >= ${today}))`;

/** Notes in the log who took which file away, and under which statement. */
export const researchNoted = (db: Database, scope: SessionScope, subject: string, onlyIf: SQL) =>
  db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${scope.now}, ${scope.personId}, null, 'research_exported', ${subject} where ${onlyIf}`);

export interface StatementToSign {
  id: string;
  year: number;
  signedBy: string;
  purpose: string;
  recipients: string;
  validUntil: string;
  signedAt: number;
  secret: string;
}

/** Stores a statement and notes it, once: the same form sent again changes nothing. */
export function statementSigned(db: Database, { year, ...statement }: StatementToSign) {
  const { id, signedBy, purpose, recipients, validUntil, signedAt, secret } = statement;
  return [
    db.run(sql`
      insert into use_statements (id, round_id, signed_by, purpose, recipients, valid_until, signed_at, secret)
      select ${id}, r.id, ${signedBy}, ${purpose}, ${recipients}, ${validUntil}, ${signedAt}, ${secret}
      from rounds r where r.year = ${year} and r.state = 'published' on conflict do nothing`),
    db.run(sql`
      insert into audit_entries (at, person_id, action, subject)
      select ${signedAt}, ${signedBy}, 'use_statement_signed', ${`${year}/${id}`} where changes() > 0`),
  ] as const;
}

/** Ends a statement of this person and notes it; a second time changes nothing. */
export function statementEnded(
  db: Database,
  { id, year, signedBy, now }: { id: string; year: number; signedBy: string; now: number },
) {
  return [
    db
      .update(useStatements)
      .set({ endedAt: now })
      .where(sql`id = ${id} and signed_by = ${signedBy} and ended_at is null`),
    db.run(sql`
      insert into audit_entries (at, person_id, action, subject)
      select ${now}, ${signedBy}, 'use_statement_ended', ${`${year}/${id}`} where changes() > 0`),
  ] as const;
}
