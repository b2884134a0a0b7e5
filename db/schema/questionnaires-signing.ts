import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { members } from "./members.ts";
import { people } from "./people.ts";
import { items, responses, rounds } from "./questionnaires.ts";

/**
 * A signatory sent one question of a response back, with a reason. It is settled by another answer than the one
 * at `answerRevision`, or by a remark of who looked at it.
 */
export const responseReturns = sqliteTable(
  "response_returns",
  {
    id: text().primaryKey(),
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    itemId: text("item_id")
      .notNull()
      .references(() => items.id),
    reason: text().notNull(),
    returnedBy: text("returned_by").references(() => people.id),
    returnedAt: integer("returned_at").notNull(),
    /** revision of the answer that was sent back; 0: there was none */
    answerRevision: integer("answer_revision").notNull(),
    /** why the answer stays as it is; empty until somebody says so */
    remark: text().notNull().default(""),
    resolvedBy: text("resolved_by").references(() => people.id),
    resolvedAt: integer("resolved_at"),
  },
  (t) => [index("response_returns_response").on(t.responseId)],
);

/** A few hours in which somebody of the bureau fills in for a member on the telephone. */
export const assistances = sqliteTable(
  "assistances",
  {
    id: text().primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    /** who of the bureau types */
    helperId: text("helper_id")
      .notNull()
      .references(() => people.id),
    /** who of the member is on the telephone, by name and function */
    caller: text().notNull(),
    /** what that person agreed to, in the words of the helper */
    consentNote: text("consent_note").notNull(),
    startedAt: integer("started_at").notNull(),
    endsAt: integer("ends_at").notNull(),
    /** ended by a person before it ended by itself */
    endedAt: integer("ended_at"),
  },
  (t) => [
    index("assistances_helper").on(t.helperId, t.endsAt),
    index("assistances_member").on(t.memberId, t.roundId),
  ],
);
