import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { SessionScope } from "../http/session.ts";

export interface CoherenceRow {
  edition: number;
  organisations: number;
  members: number;
  madeAt: number;
  /** StoredCoherence as JSON */
  body: string;
  /** the newest edition whose scales may be shown, and its StoredCoherence as JSON; null when there is none */
  shownEdition: number | null;
  shownBody: string | null;
}

/** The coherences of the newest edition that has them, and the newest of which scales may be shown. */
export const coherenceOf = (db: Database, year: number) =>
  db.all<CoherenceRow>(sql`
    select c.edition, c.organisations, c.members, c.made_at as madeAt, c.body,
      shown.edition as shownEdition, shown.body as shownBody
    from rounds round join coherences c on c.round_id = round.id
    left join coherences shown on shown.round_id = round.id and shown.edition = (select max(edition)
      from coherences where round_id = round.id and json_extract(body, '$.precision') <> 'withheld')
    where round.year = ${year} and round.state = 'published' order by c.edition desc limit 1`);

/** What the questions of a round are called in a few words. */
export const shortNames = (db: Database, year: number) =>
  db.all<{ concept: string; shortName: string }>(sql`
    select i.concept, i.short_name as shortName from rounds round
    join items i on i.questionnaire_id = round.questionnaire_id
    where round.year = ${year} and i.kind in ('scale', 'number')`);

const isMonitoring = (personId: SQL<string | null>): SQL =>
  sql`exists (select 1 from association_roles where person_id = ${personId} and role = 'monitoring')`;

/**
 * Notes that monitoring looked at figures of confidential answers together, or took them away, in the batch that
 * reads them.
 *
 * @param subject the page or the file, as "2026/samenhang.csv"
 */
export const coherenceNoted = (db: Database, scope: SessionScope, year: number, subject: string) =>
  db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${scope.now}, ${scope.personId}, ${scope.memberId}, 'coherence_read', ${subject}
    where ${isMonitoring(scope.personId)} and exists (select 1 from rounds round
      join coherences c on c.round_id = round.id where round.year = ${year} and round.state = 'published')`);
