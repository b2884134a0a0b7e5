import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { standingOpenings, tierOf, widthOf } from "./opened-queries.ts";

/** Statements of the year package that no page needs. */

export interface PackageStatementRow {
  id: string;
  signedBy: string;
  name: string;
  purpose: string;
  recipients: string;
  validUntil: string;
  secret: string;
}

/** A statement of a published round that lasts today, with its secret; no row for any other. */
export const lastingStatement = (db: Database, year: number, id: string, today: string) =>
  db.all<PackageStatementRow>(sql`
    select u.id, u.signed_by as signedBy, p.name, u.purpose, u.recipients, u.valid_until as validUntil, u.secret
    from use_statements u join rounds r on r.id = u.round_id join people p on p.id = u.signed_by
    where u.id = ${id} and r.year = ${year} and r.state = 'published' and u.ended_at is null
      and u.valid_until >= ${today}
      and exists (select 1 from association_roles a where a.person_id = u.signed_by and a.role = 'monitoring')`);

export interface OpenedRow {
  memberId: string;
  name: string;
  concept: string;
  consent: "public" | "members" | "learning_group";
  state: string;
  /** AnswerValue as JSON */
  value: string | null;
  explanation: string;
}

/**
 * Confidential answers that organisations opened: no wider than the newest edition of each question opens them,
 * and no wider than the organisation opens them today.
 */
export const openedAnswers = (db: Database, year: number) =>
  db.all<OpenedRow>(sql`
    with ${standingOpenings(year)}
    select o.member_id as memberId, m.name, i.concept, ${tierOf("o")} as consent, a.state, a.value, a.explanation
    from standing o join items i on i.id = o.item_id join sections s on s.id = i.section_id
    join members m on m.id = o.member_id
    join answers a on a.response_id = o.response_id and a.item_id = o.item_id and a.state <> 'cleared'
    where ${widthOf("o")} <= 2
    order by s.position, i.position, m.name`);

/** Notes in the log that a package was made; by whom only when a statement stands behind it. */
export const packageNoted = (
  db: Database,
  at: number,
  year: number,
  statement: PackageStatementRow | undefined,
) =>
  db.run(sql`
    insert into audit_entries (at, person_id, action, subject)
    values (${at}, ${statement?.signedBy ?? null}, 'research_exported',
      ${`${year}/${statement?.id ?? "zonder-verklaring"}/jaarpakket.zip`})`);
