import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { ACTION_OUTCOMES, FOLLOW_UPS, LESSON_STATES } from "../visit-vocabulary.ts";
import { themes } from "./coding.ts";
import { members } from "./members.ts";
import { people } from "./people.ts";
import { visits } from "./visits.ts";

/** What one side of a visit wrote afterwards: three answers; the questions differ for guest and host. */
export const visitReflections = sqliteTable(
  "visit_reflections",
  {
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    personId: text("person_id").references(() => people.id),
    first: text().notNull(),
    second: text().notNull(),
    third: text().notNull(),
    revision: integer().notNull(),
    savedAt: integer("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.visitId, t.memberId] })],
);

/** The one thing that an organisation will do because of a visit, and who sees to it. */
export const visitActions = sqliteTable(
  "visit_actions",
  {
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    action: text().notNull(),
    ownerPersonId: text("owner_person_id").references(() => people.id),
    agreedAt: integer("agreed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.visitId, t.memberId] }), index("visit_actions_member").on(t.memberId)],
);

/** What came of an action, so many days after the visit. */
export const actionChecks = sqliteTable(
  "action_checks",
  {
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    /** 90 or 270 */
    afterDays: integer("after_days").notNull(),
    outcome: text({ enum: ACTION_OUTCOMES }).notNull(),
    why: text().notNull().default(""),
    personId: text("person_id").references(() => people.id),
    checkedAt: integer("checked_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.visitId, t.memberId, t.afterDays] })],
);

/** What a visit taught, written by the guest; others see it once the host approved it. */
export const lessons = sqliteTable(
  "lessons",
  {
    id: text().primaryKey(),
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    themeId: text("theme_id")
      .notNull()
      .references(() => themes.id),
    title: text().notNull(),
    learned: text().notNull(),
    tip: text().notNull().default(""),
    /** title and texts without accents and capitals; what is searched in */
    searchKey: text("search_key").notNull(),
    state: text({ enum: LESSON_STATES }).notNull(),
    /** what the host wants to see changed */
    reason: text().notNull().default(""),
    revision: integer().notNull(),
    writtenBy: text("written_by").references(() => people.id),
    writtenAt: integer("written_at").notNull(),
    approvedBy: text("approved_by").references(() => people.id),
    approvedAt: integer("approved_at"),
  },
  (t) => [uniqueIndex("lessons_visit").on(t.visitId), index("lessons_theme").on(t.state, t.themeId)],
);

/** Which mail about the time after a visit left to which side, so that each leaves once. */
export const visitFollowUps = sqliteTable(
  "visit_follow_ups",
  {
    visitId: text("visit_id")
      .notNull()
      .references(() => visits.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    kind: text({ enum: FOLLOW_UPS }).notNull(),
    sentAt: integer("sent_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.visitId, t.memberId, t.kind] })],
);
