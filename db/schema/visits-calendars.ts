import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { PARTICIPATIONS, REMINDERS, VISIT_SIDES } from "../visit-vocabulary.ts";
import { people } from "./people.ts";
import { visits } from "./visits.ts";

/**
 * Who comes along to a visit or receives it, and what that person's calendar answered. Name and address of who
 * has an account stand with the person alone, so that they go when the person is removed; only of others they
 * stand here, until some time after the day. `replyKey` is part of the address that an answer goes to: who does
 * not hold it cannot answer. `sequence` is that of the last invitation to this participant.
 */
export const visitParticipants = sqliteTable(
  "visit_participants",
  {
    id: text().primaryKey(),
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    side: text({ enum: VISIT_SIDES }).notNull(),
    personId: text("person_id").references(() => people.id),
    name: text(),
    email: text(),
    /** what the host must know, such as a diet; "" when there is nothing */
    note: text().notNull().default(""),
    replyKey: text("reply_key").notNull(),
    status: text({ enum: PARTICIPATIONS }).notNull(),
    sequence: integer().notNull(),
    /** the moment that the answer itself carries, to know the latest of two; null before any */
    repliedAt: integer("replied_at"),
    addedAt: integer("added_at").notNull(),
    removedAt: integer("removed_at"),
  },
  (t) => [
    uniqueIndex("visit_participants_key").on(t.replyKey),
    uniqueIndex("visit_participants_person")
      .on(t.visitId, t.personId)
      .where(sql`person_id is not null and removed_at is null`),
    uniqueIndex("visit_participants_email")
      .on(t.visitId, t.email)
      .where(sql`email is not null and removed_at is null`),
    index("visit_participants_visit").on(t.visitId),
    index("visit_participants_of").on(t.personId),
  ],
);

/** Which reminder of which date left: a visit that moved is reminded of its new date. */
export const visitReminders = sqliteTable(
  "visit_reminders",
  {
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    kind: text({ enum: REMINDERS }).notNull(),
    startsAt: integer("starts_at").notNull(),
    /** of the run that sent it, so that a run that came second sends nothing */
    runId: text("run_id").notNull(),
    sentAt: integer("sent_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.visitId, t.kind, t.startsAt] }), index("visit_reminders_run").on(t.runId)],
);
