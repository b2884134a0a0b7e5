import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import {
  associationRoles,
  calendarFeeds,
  memberships,
  noticeSettings,
  outbox,
  people,
  sessions,
  signInCodes,
} from "../../db/schema/tables.ts";
import { anotherManages } from "./role-queries.ts";

/** The address that a removed person keeps: unique, and of a domain that never exists (RFC 2606). */
const goneAddress = (personId: string): string => `${personId}@verwijderd.invalid`;

/**
 * Makes a person nameless and keeps the row, so that what was counted stays counted. Answers no row when the
 * person was removed before, changed address meanwhile, or is the last who manages.
 */
export function makeNameless(db: Database, person: { id: string; email: string }, now: number) {
  return db
    .update(people)
    .set({
      name: "Verwijderd persoon",
      email: goneAddress(person.id),
      phone: null,
      demoKey: null,
      removedAt: now,
    })
    .where(
      and(
        eq(people.id, person.id),
        eq(people.email, person.email),
        isNull(people.removedAt),
        sql`(${anotherManages(person.id)} or not exists (
          select 1 from association_roles where role = 'bureau' and person_id = ${person.id}))`,
      ),
    )
    .returning({ id: people.id });
}

/** In SQL: this very batch removed the person. */
export const removedNow = (personId: string, now: number) =>
  sql`exists (select 1 from people where id = ${personId} and removed_at = ${now})`;

/** What goes with a removed person: sessions, roles, codes, choices, calendar address, notes, sections, and the mail that was written to the address. */
export function clearAfterRemoval(db: Database, person: { id: string; email: string }, now: number) {
  const happened = removedNow(person.id, now);
  return [
    db.delete(sessions).where(and(eq(sessions.personId, person.id), happened)),
    db.delete(memberships).where(and(eq(memberships.personId, person.id), happened)),
    db.delete(associationRoles).where(and(eq(associationRoles.personId, person.id), happened)),
    db.delete(noticeSettings).where(and(eq(noticeSettings.personId, person.id), happened)),
    db.delete(calendarFeeds).where(and(eq(calendarFeeds.personId, person.id), happened)),
    // Notes are between colleagues, and a section that somebody had is free again.
    db.run(sql`delete from question_notes where person_id = ${person.id} and ${happened}`),
    db.run(sql`delete from preview_answers where person_id = ${person.id} and ${happened}`),
    db.run(sql`delete from section_assignments where person_id = ${person.id} and ${happened}`),
    db.delete(signInCodes).where(and(eq(signInCodes.email, person.email), happened)),
    db
      .update(outbox)
      .set({
        toEmail: goneAddress(person.id),
        subject: "Verwijderd",
        text: "",
        html: "",
        calendar: null,
        calendarMethod: null,
        failedAt: sql`case when ${outbox.sentAt} is null then ${now} else ${outbox.failedAt} end`,
      })
      .where(and(eq(outbox.toEmail, person.email), happened)),
  ] as const;
}
