import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { PLAUSIBILITY_RULES, QUERY_STATES } from "../vocabulary.ts";
import { members } from "./members.ts";
import { people } from "./people.ts";
import { items, responses, rounds, sections } from "./questionnaires.ts";

/**
 * Who of an organisation fills in which section of a round: one person a section. It stands apart from the
 * response, which begins with the first answer and gets a new row with each version.
 */
export const sectionAssignments = sqliteTable(
  "section_assignments",
  {
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    sectionId: text("section_id")
      .notNull()
      .references(() => sections.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    assignedBy: text("assigned_by").references(() => people.id),
    assignedAt: integer("assigned_at").notNull(),
    /** what was asked, in the words of who asked */
    message: text().notNull().default(""),
    /** the day by which the colleague who asked wants it; null: the last day of the round */
    dueOn: text("due_on"),
    /** a reminder goes once */
    remindedAt: integer("reminded_at"),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.memberId, t.sectionId] }),
    index("section_assignments_person").on(t.personId, t.memberId),
  ],
);

/** What colleagues of one organisation write to each other at a question. Nobody else ever reads it. */
export const questionNotes = sqliteTable(
  "question_notes",
  {
    id: text().primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    itemId: text("item_id")
      .notNull()
      .references(() => items.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
    createdAt: integer("created_at").notNull(),
    doneAt: integer("done_at"),
    doneBy: text("done_by").references(() => people.id),
  },
  (t) => [
    index("question_notes_item").on(t.roundId, t.memberId, t.itemId),
    index("question_notes_person").on(t.personId),
  ],
);

/** "Deze vraag is onduidelijk": asked by somebody of an organisation, answered once for everybody. */
export const questionQueries = sqliteTable(
  "question_queries",
  {
    id: text().primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    itemId: text("item_id")
      .notNull()
      .references(() => items.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
    askedAt: integer("asked_at").notNull(),
    state: text({ enum: QUERY_STATES }).notNull(),
    answer: text().notNull().default(""),
    /** the question in words that give nobody away; "": it is not quoted beside the answer */
    quote: text().notNull().default(""),
    answeredAt: integer("answered_at"),
    answeredBy: text("answered_by").references(() => people.id),
    /** counts up with each answer; a form names the one it saw */
    revision: integer().notNull().default(0),
  },
  (t) => [
    index("question_queries_item").on(t.roundId, t.itemId, t.state),
    index("question_queries_person").on(t.personId),
  ],
);

/** Why an answer that looks odd is right all the same; about one revision, stale when the answer changes. */
export const answerReasons = sqliteTable(
  "answer_reasons",
  {
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    itemId: text("item_id")
      .notNull()
      .references(() => items.id),
    rule: text({ enum: PLAUSIBILITY_RULES }).notNull(),
    revision: integer().notNull(),
    text: text().notNull(),
    personId: text("person_id").references(() => people.id),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.itemId, t.rule] })],
);
