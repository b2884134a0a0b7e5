import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import {
  ANSWER_SOURCES,
  ANSWER_STATES,
  AUDIENCES,
  COMPARABILITIES,
  CONSENT_TIERS,
  ITEM_DISPLAYS,
  ITEM_KINDS,
  PROFILE_FIELDS,
  RESPONSE_STATES,
  ROUND_STATES,
} from "../vocabulary.ts";
import { members } from "./members.ts";
import { people } from "./people.ts";
import type { AnswerValue, Condition } from "./values.ts";

export const questionnaires = sqliteTable("questionnaires", {
  id: text().primaryKey(),
  title: text().notNull(),
  createdAt: integer("created_at").notNull(),
  /** the questionnaire that it was copied from, for the comparison with the round before */
  basedOnId: text("based_on_id"),
  /** counts up with each edit; an edit names the one it saw */
  revision: integer().notNull().default(1),
});

export const sections = sqliteTable(
  "sections",
  {
    id: text().primaryKey(),
    questionnaireId: text("questionnaire_id")
      .notNull()
      .references(() => questionnaires.id),
    position: integer().notNull(),
    title: text().notNull(),
    intro: text().notNull().default(""),
    minutes: integer().notNull(),
    /** all must hold for the section to be asked; null: always */
    shownIf: text("shown_if", { mode: "json" }).$type<Condition[]>(),
    withdrawnAt: integer("withdrawn_at"),
  },
  (t) => [uniqueIndex("sections_position").on(t.questionnaireId, t.position)],
);

/** A question as worded in one questionnaire. `concept` ("3A1") keeps its identity over the years. */
export const items = sqliteTable(
  "items",
  {
    id: text().primaryKey(),
    sectionId: text("section_id")
      .notNull()
      .references(() => sections.id),
    questionnaireId: text("questionnaire_id")
      .notNull()
      .references(() => questionnaires.id),
    concept: text().notNull(),
    position: integer().notNull(),
    kind: text({ enum: ITEM_KINDS }).notNull(),
    /** shared opening of a group of items ("In hoeverre … randvoorwaarde van"), may be empty */
    stem: text().notNull().default(""),
    wording: text().notNull(),
    /** a few words that name the item in tables and links */
    shortName: text("short_name").notNull(),
    help: text().notNull().default(""),
    /** what is meant by the words of the question, also printed in the code book */
    definition: text().notNull().default(""),
    purpose: text().notNull(),
    use: text().notNull(),
    unit: text(),
    /** the bounds of classes in which a number is reported: [0, 5, 10] is 0–4, 5–9, 10 and more */
    classes: text({ mode: "json" }).$type<number[]>(),
    /** how its fields are drawn; rows of one grid follow each other with the same stem and list */
    display: text({ enum: ITEM_DISPLAYS }).notNull().default("list"),
    choiceList: text("choice_list"),
    allowsOther: integer("allows_other", { mode: "boolean" }).notNull().default(false),
    allowsExplanation: integer("allows_explanation", { mode: "boolean" }).notNull().default(false),
    profileField: text("profile_field", { enum: PROFILE_FIELDS }),
    audience: text({ enum: AUDIENCES }).notNull(),
    /** with the item of this concept in the round before; null: judged by wording and kind */
    comparability: text({ enum: COMPARABILITIES }),
    /** all must hold for the question to be asked; null: always */
    shownIf: text("shown_if", { mode: "json" }).$type<Condition[]>(),
    /** asked no more from this moment; its answers stay */
    withdrawnAt: integer("withdrawn_at"),
  },
  (t) => [
    uniqueIndex("items_concept").on(t.questionnaireId, t.concept),
    index("items_section").on(t.sectionId, t.position),
  ],
);

export const rounds = sqliteTable(
  "rounds",
  {
    id: text().primaryKey(),
    questionnaireId: text("questionnaire_id")
      .notNull()
      .references(() => questionnaires.id),
    year: integer().notNull(),
    state: text({ enum: ROUND_STATES }).notNull(),
    referenceOn: text("reference_on").notNull(),
    opensOn: text("opens_on").notNull(),
    closesOn: text("closes_on").notNull(),
    acceptsLate: integer("accepts_late", { mode: "boolean" }).notNull().default(false),
    publishedOn: text("published_on"),
  },
  (t) => [uniqueIndex("rounds_year").on(t.year)],
);

/**
 * One organisation's response to a round. `sequence` > 1 is a second, separate response of the same
 * organisation; `version` > 1 is the same response, reopened after signing.
 */
export const responses = sqliteTable(
  "responses",
  {
    id: text().primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    sequence: integer().notNull().default(1),
    version: integer().notNull().default(1),
    state: text({ enum: RESPONSE_STATES }).notNull(),
    startedAt: integer("started_at").notNull(),
    startedBy: text("started_by").references(() => people.id),
    readyAt: integer("ready_at"),
    readyBy: text("ready_by").references(() => people.id),
    signedAt: integer("signed_at"),
    signedBy: text("signed_by").references(() => people.id),
    /** number on the confirmation, e.g. 2026-0007-1 */
    reference: text(),
    /** what a new confidential answer is opened to unless its form says otherwise; null: to nobody */
    consent: text({ enum: CONSENT_TIERS }),
    /** when the signatories were asked to sign this version; null: not, or not any more */
    askedAt: integer("asked_at"),
    /** when they were asked a second time */
    remindedAt: integer("reminded_at"),
    /** the other response of the organisation that goes up in this version once it is signed */
    mergesId: text("merges_id"),
  },
  (t) => [
    uniqueIndex("responses_version").on(t.roundId, t.memberId, t.sequence, t.version),
    uniqueIndex("responses_one_open")
      .on(t.roundId, t.memberId, t.sequence)
      .where(sql`state in ('in_progress', 'ready')`),
    uniqueIndex("responses_one_signed").on(t.roundId, t.memberId, t.sequence).where(sql`state = 'signed'`),
    index("responses_member").on(t.memberId, t.roundId),
    index("responses_signed").on(t.roundId, t.signedAt),
  ],
);

/** Sections that a colleague marked as done; what the task list shows as "Klaar". */
export const sectionCompletions = sqliteTable(
  "section_completions",
  {
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    sectionId: text("section_id")
      .notNull()
      .references(() => sections.id),
    completedAt: integer("completed_at").notNull(),
    completedBy: text("completed_by").references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.sectionId] })],
);

/** The present answer to an item. `revision` counts up at each change; a save names the one it saw. */
export const answers = sqliteTable(
  "answers",
  {
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    itemId: text("item_id")
      .notNull()
      .references(() => items.id),
    revision: integer().notNull(),
    state: text({ enum: ANSWER_STATES }).notNull(),
    value: text({ mode: "json" }).$type<AnswerValue>(),
    explanation: text().notNull().default(""),
    source: text({ enum: ANSWER_SOURCES }).notNull(),
    /** to whom it is opened; null: what the audience of its item says */
    consent: text({ enum: CONSENT_TIERS }),
    savedAt: integer("saved_at").notNull(),
    savedBy: text("saved_by").references(() => people.id),
    /** of two responses that were merged: the one it comes from */
    originResponseId: text("origin_response_id"),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.itemId] }), index("answers_item").on(t.itemId)],
);

/** Every answer that was ever acknowledged, in order; append only. */
export const answerRevisions = sqliteTable(
  "answer_revisions",
  {
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    itemId: text("item_id")
      .notNull()
      .references(() => items.id),
    revision: integer().notNull(),
    state: text({ enum: ANSWER_STATES }).notNull(),
    value: text({ mode: "json" }).$type<AnswerValue>(),
    explanation: text().notNull().default(""),
    source: text({ enum: ANSWER_SOURCES }).notNull(),
    /** to whom it is opened; null: what the audience of its item says */
    consent: text({ enum: CONSENT_TIERS }),
    savedAt: integer("saved_at").notNull(),
    savedBy: text("saved_by").references(() => people.id),
    /** of two responses that were merged: the one it comes from */
    originResponseId: text("origin_response_id"),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.itemId, t.revision] })],
);
