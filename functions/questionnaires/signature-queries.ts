import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { extendedUntilOf } from "./round-extension-queries.ts";

/**
 * Notes that the signatories were asked to sign a response, unless they were asked before. Asking is a fact of
 * its own beside `ready`: when every section is done the signatory may sign, while editors can still change
 * something.
 *
 * @param responseId as SQL, so that a save can name the response that it makes
 */
export const askForSignature = (db: Database, responseId: SQL, now: number, onlyIf: SQL) =>
  db.run(sql`
    update responses set asked_at = ${now}
    where id = ${responseId} and state in ('in_progress', 'ready') and asked_at is null and ${onlyIf}`);

/** True in SQL when the signatories of this response were asked at this very moment. */
export const wereAsked = (responseId: SQL, now: number): SQL => sql`exists (
  select 1 from responses where id = ${responseId} and asked_at = ${now})`;

/** Something is open again: there is nothing to sign until all is done once more. */
export const stopAsking = (db: Database, responseId: SQL) =>
  db.run(sql`update responses set asked_at = null where id = ${responseId} and state = 'in_progress'`);

/** Whether each of these sections carries its mark, in SQL for a statement on `responses`. */
export const allMarked = (sectionIds: readonly string[]): SQL => sql`not exists (
  select 1 from json_each(${JSON.stringify(sectionIds)}) j where not exists (
    select 1 from section_completions s where s.response_id = responses.id and s.section_id = j.value))`;

/** Responses whose signatories were asked before this moment and not a second time, with each signatory. */
export function unsignedSince(db: Database, before: number, limit: number) {
  return db.all<{
    responseId: string;
    askedAt: number;
    year: number;
    title: string;
    state: "concept" | "open" | "closed" | "published";
    opensOn: string;
    closesOn: string;
    acceptsLate: number;
    extendedUntil: string | null;
    memberId: string;
    memberName: string;
    personId: string;
    name: string;
    email: string;
    associationName: string;
    contactEmail: string;
    contactPhone: string;
  }>(sql`
    with waiting as (
      select * from responses where state in ('in_progress', 'ready') and asked_at <= ${before}
        and reminded_at is null order by asked_at limit ${limit}
    )
    select w.id as responseId, w.asked_at as askedAt, rounds.year, q.title, rounds.state,
      rounds.opens_on as opensOn, rounds.closes_on as closesOn, rounds.accepts_late as acceptsLate,
      ${extendedUntilOf(sql`w.member_id`)} as extendedUntil, m.id as memberId, m.name as memberName,
      p.id as personId, p.name, p.email, a.name as associationName, a.contact_email as contactEmail,
      a.contact_phone as contactPhone
    from waiting w join rounds on rounds.id = w.round_id
    join questionnaires q on q.id = rounds.questionnaire_id
    join members m on m.id = w.member_id join association a on a.id = 1
    join memberships s on s.member_id = w.member_id and s.role = 'signatory'
    join people p on p.id = s.person_id and p.removed_at is null
    order by w.asked_at, w.id, p.name`);
}

/** Notes that the second mail left, unless it was signed, taken back or reminded of in the meantime. */
export const noteReminded = (db: Database, responseId: string, askedAt: number, now: number) =>
  db.run(sql`
    update responses set reminded_at = ${now}
    where id = ${responseId} and asked_at = ${askedAt} and reminded_at is null
      and state in ('in_progress', 'ready')`);

/** True in SQL when the second mail about this response was noted at this very moment. */
export const wasReminded = (responseId: string, now: number): SQL => sql`exists (
  select 1 from responses where id = ${responseId} and reminded_at = ${now})`;
