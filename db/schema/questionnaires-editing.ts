import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { ANSWER_STATES } from "../vocabulary.ts";
import { people } from "./people.ts";
import { items, questionnaires } from "./questionnaires.ts";
import type { AnswerValue } from "./values.ts";

/**
 * Every edit of a questionnaire, one row a revision; append only. Before and after hold what the form showed, so
 * that a reader of a round can see what a question said on the day that it was answered.
 */
export const questionnaireRevisions = sqliteTable(
  "questionnaire_revisions",
  {
    questionnaireId: text("questionnaire_id")
      .notNull()
      .references(() => questionnaires.id),
    revision: integer().notNull(),
    /** id that the form brought: the same form twice is one edit */
    formId: text("form_id").notNull(),
    /** of the one request that made the edit; what else it writes looks for this word */
    token: text().notNull(),
    /** the item or section; null: the questionnaire itself */
    subjectId: text("subject_id"),
    before: text({ mode: "json" }).$type<Record<string, unknown>>(),
    after: text({ mode: "json" }).$type<Record<string, unknown>>(),
    /** asked for once organisations have answered */
    reason: text().notNull().default(""),
    changedAt: integer("changed_at").notNull(),
    changedBy: text("changed_by").references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.questionnaireId, t.revision] }),
    uniqueIndex("questionnaire_revisions_form").on(t.formId),
    index("questionnaire_revisions_subject").on(t.subjectId),
  ],
);

/** Out of which questions of the questionnaire before an item was split or merged. */
export const itemOrigins = sqliteTable(
  "item_origins",
  {
    itemId: text("item_id")
      .notNull()
      .references(() => items.id),
    concept: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.concept] })],
);

/** What somebody typed to try out a questionnaire. Apart from `answers`, so that no figure can reach it. */
export const previewAnswers = sqliteTable(
  "preview_answers",
  {
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    itemId: text("item_id")
      .notNull()
      .references(() => items.id),
    state: text({ enum: ANSWER_STATES }).notNull(),
    value: text({ mode: "json" }).$type<AnswerValue>(),
    explanation: text().notNull().default(""),
    savedAt: integer("saved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.itemId] })],
);
