import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { association, calendarFeeds, noticeSettings, outbox, people } from "../../db/schema/tables.ts";
import type { NoticeDelivery, NoticeKind } from "../../db/vocabulary.ts";
import type { SessionScope } from "../http/session.ts";

/** What the viewer chose, one row for each kind that was ever chosen. */
export function ownSettings(db: Database, scope: SessionScope) {
  return db
    .select({ kind: noticeSettings.kind, delivery: noticeSettings.delivery })
    .from(noticeSettings)
    .where(eq(noticeSettings.personId, scope.personId));
}

/** Since when the viewer's calendar address works; no row: there is none. */
export function ownFeed(db: Database, scope: SessionScope) {
  return db
    .select({ createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, scope.personId));
}

/**
 * Keeps what somebody chose. What already waits for the digest follows the new choice: it leaves now, or is
 * forgotten.
 */
export function saveSettings(
  db: Database,
  person: { id: string; email: string },
  chosen: readonly { kind: NoticeKind; delivery: NoticeDelivery }[],
  now: number,
) {
  const waiting = (delivery: NoticeDelivery) =>
    sql`${outbox.delivery} = 'digest' and ${outbox.sentAt} is null and ${outbox.toEmail} = ${person.email}
      and ${outbox.noticeKind} in (select kind from notice_settings
        where person_id = ${person.id} and delivery = ${delivery})`;
  return [
    db
      .insert(noticeSettings)
      .values(chosen.map((each) => ({ ...each, personId: person.id, changedAt: now })))
      .onConflictDoUpdate({
        target: [noticeSettings.personId, noticeSettings.kind],
        set: { delivery: sql`excluded.delivery`, changedAt: now },
        setWhere: sql`${noticeSettings.delivery} <> excluded.delivery`,
      }),
    db.update(outbox).set({ delivery: "direct", dueAt: now }).where(waiting("direct")),
    db.update(outbox).set({ delivery: "off", text: "", html: "", sentAt: now }).where(waiting("off")),
  ] as const;
}

/** Gives the viewer a new calendar address; the one before stops at once. */
export function renewFeed(db: Database, personId: string, tokenHash: string, now: number) {
  return db
    .insert(calendarFeeds)
    .values({ personId, tokenHash, createdAt: now })
    .onConflictDoUpdate({ target: calendarFeeds.personId, set: { tokenHash, createdAt: now } });
}

export function removeFeed(db: Database, personId: string) {
  return db.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId));
}

/** So many readers get their digest in one run; the others a minute later. */
const MOST_READERS = 50;

/**
 * What waits for a digest since before `until`, with its reader and in order; never of who was removed. Mail whose
 * reader is gone has no turn in the limit either: it would wait for ever, and keep others waiting behind it.
 */
export function waitingNotices(db: Database, until: number) {
  return db
    .select({
      id: outbox.id,
      personId: people.id,
      name: people.name,
      email: people.email,
      kind: outbox.noticeKind,
      subject: outbox.subject,
      url: outbox.url,
      association: {
        name: association.name,
        contactEmail: association.contactEmail,
        contactPhone: association.contactPhone,
      },
    })
    .from(outbox)
    .innerJoin(people, and(eq(people.email, outbox.toEmail), isNull(people.removedAt)))
    .innerJoin(association, eq(association.id, 1))
    .where(
      sql`${outbox.toEmail} in (select distinct o.to_email from outbox o
          join people reader on reader.email = o.to_email and reader.removed_at is null
        where o.delivery = 'digest' and o.sent_at is null and o.failed_at is null and o.created_at < ${until}
        order by o.to_email limit ${MOST_READERS})
        and ${outbox.delivery} = 'digest' and ${outbox.sentAt} is null and ${outbox.failedAt} is null
        and ${outbox.createdAt} < ${until}`,
    )
    .orderBy(people.id, outbox.createdAt, outbox.id);
}
export type WaitingNotice = Awaited<ReturnType<typeof waitingNotices>>[number];

/** Marks notices as told, if the statement right before put their digest in the outbox. */
export function markTold(db: Database, ids: readonly string[], now: number) {
  return db
    .update(outbox)
    .set({ sentAt: now })
    .where(
      sql`changes() > 0 and ${outbox.sentAt} is null
        and ${outbox.id} in (select value from json_each(${JSON.stringify(ids)}))`,
    );
}
