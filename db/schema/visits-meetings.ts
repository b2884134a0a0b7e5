import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { DATE_ANSWERS, VISIT_SIDES } from "../visit-vocabulary.ts";
import { members } from "./members.ts";
import { people } from "./people.ts";
import { visits } from "./visits.ts";

/** Moments that the two sides of a visit lay beside their calendars. One that was taken back stays, for the story. */
export const visitDates = sqliteTable(
  "visit_dates",
  {
    id: text().primaryKey(),
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    startsAt: integer("starts_at").notNull(),
    endsAt: integer("ends_at").notNull(),
    side: text({ enum: VISIT_SIDES }).notNull(),
    personId: text("person_id").references(() => people.id),
    createdAt: integer("created_at").notNull(),
    withdrawnAt: integer("withdrawn_at"),
  },
  (t) => [index("visit_dates_visit").on(t.visitId, t.startsAt)],
);

/** What each side says about a proposed moment: one answer an organisation, the latest counts. */
export const visitDateAnswers = sqliteTable(
  "visit_date_answers",
  {
    dateId: text("date_id")
      .notNull()
      .references(() => visitDates.id),
    side: text({ enum: VISIT_SIDES }).notNull(),
    answer: text({ enum: DATE_ANSWERS }).notNull(),
    personId: text("person_id").references(() => people.id),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.dateId, t.side] })],
);

/** The conversation of one visit. Append only: nobody takes away what another has read. */
export const visitMessages = sqliteTable(
  "visit_messages",
  {
    id: text().primaryKey(),
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    side: text({ enum: VISIT_SIDES }).notNull(),
    personId: text("person_id").references(() => people.id),
    text: text().notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("visit_messages_visit").on(t.visitId, t.createdAt)],
);

/**
 * Organisations that want a request approved by a manager before it leaves. Without a person of its own, or once
 * that person has gone, the signatories approve.
 */
export const visitApprovals = sqliteTable("visit_approvals", {
  memberId: text("member_id")
    .primaryKey()
    .references(() => members.id),
  personId: text("person_id").references(() => people.id),
  changedBy: text("changed_by").references(() => people.id),
  changedAt: integer("changed_at").notNull(),
});
