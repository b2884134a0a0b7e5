import { and, asc, eq, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { outbox } from "../../db/schema/tables.ts";
import type { Message } from "./port.ts";

/** How long a deliverer may hold a message before another takes it over. */
const CLAIM_MS = 60_000;
const MOST_ATTEMPTS = 8;

/**
 * The statement that puts a message in the outbox; it belongs in the batch of the write that causes it.
 * `onlyIf` is a condition in SQL that says whether that write happened: without it no mail leaves.
 */
export function queueMail(db: Database, message: Message, now: number, onlyIf: SQL = sql`true`) {
  return db.run(sql`
    insert into outbox (id, to_email, subject, text, html, calendar, calendar_method, created_at, due_at, attempts)
    select ${message.id}, ${message.to}, ${message.subject}, ${message.text}, ${message.html},
      ${message.calendar?.content ?? null}, ${message.calendar?.method ?? null}, ${now}, ${now}, 0
    where ${onlyIf}
    on conflict (id) do nothing`);
}

/**
 * Fills in a word that is known only once the batch runs, such as a number that the database hands out:
 * `placeholder` in text and HTML becomes the value of `word`. Belongs after `queueMail`, in the same batch.
 */
export function fillInMail(db: Database, id: string, placeholder: string, word: SQL) {
  return db.run(sql`
    update outbox set text = replace(text, ${placeholder}, ${word}), html = replace(html, ${placeholder}, ${word})
    where id = ${id}`);
}

/** Claims up to `limit` due messages, so that two deliverers never send the same one. */
export function claimDueMail(db: Database, now: number, limit: number) {
  const due = db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.delivery, "direct"),
        isNull(outbox.sentAt),
        isNull(outbox.failedAt),
        lte(outbox.dueAt, now),
        or(isNull(outbox.claimedUntil), lt(outbox.claimedUntil, now)),
      ),
    )
    .orderBy(asc(outbox.dueAt))
    .limit(limit);
  return db
    .update(outbox)
    .set({ claimedUntil: now + CLAIM_MS, attempts: sql`${outbox.attempts} + 1` })
    .where(sql`${outbox.id} in ${due}`)
    .returning();
}

export function markSent(db: Database, id: string, now: number) {
  return db.update(outbox).set({ sentAt: now, claimedUntil: null }).where(eq(outbox.id, id));
}

/**
 * Tries again later: after 1, 2, 4 … minutes, and gives up after eight attempts, or at once when the server says that
 * the address does not exist.
 */
export function markFailed(
  db: Database,
  id: string,
  attempts: number,
  error: string,
  now: number,
  isPermanent = false,
) {
  return db
    .update(outbox)
    .set({
      claimedUntil: null,
      lastError: error.slice(0, 200),
      dueAt: now + 60_000 * 2 ** (attempts - 1),
      failedAt: isPermanent || attempts >= MOST_ATTEMPTS ? now : null,
    })
    .where(eq(outbox.id, id));
}
