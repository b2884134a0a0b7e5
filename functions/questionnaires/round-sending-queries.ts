import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { RoundMessageKind } from "../../db/vocabulary.ts";
import { audience } from "./round-audience.ts";

/** Opens the rounds whose first day has come, and puts that on record. */
export function openDueRounds(db: Database, today: string, now: number) {
  const isDue = sql`state = 'concept' and opens_on <= ${today}`;
  return [
    db.run(sql`insert into audit_entries (at, action, subject)
      select ${now}, 'round_changed', year || ' open' from rounds where ${isDue}`),
    db.run(sql`update rounds set state = 'open' where ${isDue}`),
  ] as const;
}

export interface DueMessage {
  id: string;
  roundId: string;
  kind: RoundMessageKind;
  subject: string;
  text: string;
  year: number;
  association: string;
  contactEmail: string;
  contactPhone: string;
}

/** Messages whose day has come, of rounds that are open. */
export function dueMessages(db: Database, today: string) {
  return db.all<DueMessage>(sql`
    select g.id, g.round_id as roundId, g.kind, g.subject, g.text, r.year, a.name as association,
      a.contact_email as contactEmail, a.contact_phone as contactPhone
    from round_messages g join rounds r on r.id = g.round_id join association a on a.id = 1
    where g.state in ('scheduled', 'sending') and g.scheduled_on <= ${today} and r.state = 'open'
    order by g.scheduled_on, g.id limit 5`);
}

const has = (messageId: string): SQL => sql`select person_id from round_message_recipients
  where message_id = ${messageId}`;

/** The next people that a message is for and who do not have it, a row an organisation. */
export function nextRecipients(db: Database, message: DueMessage, today: string, limit: number) {
  const { id, roundId, kind } = message;
  return db.all<{ personId: string; email: string; memberName: string; lastDay: string }>(sql`
    with ${audience(sql`${roundId}`, sql`${kind}`, today)}
    select t.person_id as personId, p.email, w.name as memberName,
      max(w.closes_on, coalesce(w.until, '')) as lastDay
    from reached t join wanted w on w.id = t.member_id join people p on p.id = t.person_id
    where t.person_id in (select t.person_id from reached t join wanted w on w.id = t.member_id
      where t.person_id not in (${has(id)}) group by 1 order by 1 limit ${limit})
    order by t.person_id, w.name`);
}

/** Says that a message is leaving; the statements after it ask for that. */
export const beginSending = (db: Database, id: string) =>
  db.run(
    sql`update round_messages set state = 'sending' where id = ${id} and state in ('scheduled', 'sending')`,
  );

/**
 * Writes down that somebody gets a message, for every organisation that it is meant for at this very moment. None
 * when that person has it, when it was cancelled, or when all of them became ready in between.
 */
export function keepRecipient(
  db: Database,
  message: DueMessage,
  personId: string,
  outboxId: string,
  today: string,
  now: number,
) {
  const { id, roundId, kind } = message;
  return db.run(sql`
    insert into round_message_recipients (message_id, person_id, member_id, outbox_id, queued_at)
    with ${audience(sql`${roundId}`, sql`${kind}`, today)}
    select ${id}, t.person_id, t.member_id, ${outboxId}, ${now}
    from reached t join wanted w on w.id = t.member_id
    where t.person_id = ${personId} and t.person_id not in (${has(id)})
      and exists (select 1 from round_messages where id = ${id} and state = 'sending')
    on conflict do nothing`);
}

/** In SQL: this very mail was written down. */
export const isKept = (outboxId: string): SQL =>
  sql`exists (select 1 from round_message_recipients where outbox_id = ${outboxId})`;

/** Nobody is left to get it. */
export const endSending = (db: Database, id: string, now: number) =>
  db.run(sql`update round_messages set state = 'sent', sent_at = ${now}
    where id = ${id} and state in ('scheduled', 'sending')`);
