import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { RoundMessageKind, RoundMessageState } from "../../db/vocabulary.ts";
import type { RoundMessageForm } from "../../web/questionnaires/round-message-contract.ts";

export interface MessageRow {
  id: string;
  kind: RoundMessageKind;
  subject: string;
  text: string;
  scheduledOn: string;
  state: RoundMessageState;
  sentAt: number | null;
  revision: number;
  /** people that have it so far */
  people: number;
  bounced: number;
}

/** The mail `o` of the outbox could not be delivered. */
const isBounced: SQL = sql`(o.failed_at is not null or o.bounced_at is not null)`;

const messages = (db: Database, where: SQL) =>
  db.all<MessageRow>(sql`
    select g.id, g.kind, g.subject, g.text, g.scheduled_on as scheduledOn, g.state, g.sent_at as sentAt, g.revision,
      (select count(distinct t.person_id) from round_message_recipients t where t.message_id = g.id) as people,
      (select count(distinct t.person_id) from round_message_recipients t join outbox o on o.id = t.outbox_id
        where t.message_id = g.id and ${isBounced}) as bounced
    from round_messages g join rounds r on r.id = g.round_id where ${where}
    order by g.scheduled_on, g.created_at, g.id`);

export const messagesOf = (db: Database, year: number) => messages(db, sql`r.year = ${year}`);

export const messageOf = (db: Database, year: number, id: string) =>
  messages(db, sql`r.year = ${year} and g.id = ${id}`);

interface NewMessage {
  id: string;
  roundId: string;
  kind: RoundMessageKind;
  subject: string;
  text: string;
  scheduledOn: string;
}

/** Adds a concept; no row when the form was sent before. */
export function addMessage(db: Database, message: NewMessage, by: string, now: number) {
  const { id, roundId, kind, subject, text, scheduledOn } = message;
  return db.all<{ id: string }>(sql`
    insert into round_messages (id, round_id, kind, subject, text, scheduled_on, state, created_by, created_at)
    values (${id}, ${roundId}, ${kind}, ${subject}, ${text}, ${scheduledOn}, 'draft', ${by}, ${now})
    on conflict (id) do nothing returning id`);
}

/** Adds those messages of a plan that are not there yet: of one kind no two on one day, however often it is asked. */
export function addPlan(
  db: Database,
  roundId: string,
  plan: readonly Omit<NewMessage, "roundId">[],
  by: string,
  now: number,
) {
  return db.all<{ id: string }>(sql`
    insert into round_messages (id, round_id, kind, subject, text, scheduled_on, state, created_by, created_at)
    select j.value ->> 'id', ${roundId}, j.value ->> 'kind', j.value ->> 'subject', j.value ->> 'text',
      j.value ->> 'scheduledOn', 'draft', ${by}, ${now}
    from json_each(${JSON.stringify(plan)}) j
    where not exists (select 1 from round_messages g where g.round_id = ${roundId} and g.state <> 'cancelled'
      and g.kind = j.value ->> 'kind' and (g.kind = 'invitation' or g.scheduled_on = j.value ->> 'scheduledOn'))
    returning id`);
}

/** Other words, day or kind, while nobody has it; no row when a colleague was first or it is leaving. */
export function changeMessage(db: Database, id: string, form: RoundMessageForm) {
  return db.all<{ id: string }>(sql`
    update round_messages set kind = ${form.soort}, subject = ${form.onderwerp}, text = ${form.tekst},
      scheduled_on = ${form.dag}, revision = revision + 1
    where id = ${id} and revision = ${form.gezien} and state in ('draft', 'scheduled') returning id`);
}

/** Plans a concept, or cancels what has not left altogether. */
export function moveMessage(db: Database, id: string, to: "scheduled" | "cancelled", seen: number) {
  const from = to === "scheduled" ? sql`('draft')` : sql`('draft', 'scheduled', 'sending')`;
  return db.all<{ id: string }>(sql`
    update round_messages set state = ${to}, revision = revision + 1
    where id = ${id} and revision = ${seen} and state in ${from} returning id`);
}

/** Who has a message, by name, with whether it could not be delivered. */
export function recipientsOf(db: Database, year: number, id: string) {
  return db.all<{
    personId: string;
    name: string;
    memberName: string;
    slug: string;
    queuedAt: number;
    sentAt: number | null;
    delivery: string | null;
    failedAt: number | null;
    lastError: string | null;
  }>(sql`
    select t.person_id as personId, p.name, m.name as memberName, m.slug, t.queued_at as queuedAt, o.sent_at as sentAt,
      o.delivery, coalesce(o.bounced_at, o.failed_at) as failedAt, o.last_error as lastError
    from round_message_recipients t join round_messages g on g.id = t.message_id
    join rounds r on r.id = g.round_id and r.year = ${year}
    join people p on p.id = t.person_id join members m on m.id = t.member_id
    left join outbox o on o.id = t.outbox_id where t.message_id = ${id} order by m.name, p.name`);
}

/** Mail of a round that did not arrive, the last first. */
export function bouncesOf(db: Database, year: number) {
  return db.all<{
    personId: string;
    name: string;
    email: string;
    memberName: string;
    slug: string;
    kind: RoundMessageKind;
    failedAt: number;
    lastError: string | null;
  }>(sql`
    select t.person_id as personId, p.name, o.to_email as email, m.name as memberName, m.slug, g.kind,
      coalesce(o.bounced_at, o.failed_at) as failedAt, o.last_error as lastError
    from rounds r join round_messages g on g.round_id = r.id
    join round_message_recipients t on t.message_id = g.id join outbox o on o.id = t.outbox_id
    join people p on p.id = t.person_id and p.removed_at is null join members m on m.id = t.member_id
    where r.year = ${year} and ${isBounced} order by failedAt desc, m.name limit 100`);
}
