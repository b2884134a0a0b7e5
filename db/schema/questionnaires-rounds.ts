import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { ROUND_MESSAGE_KINDS, ROUND_MESSAGE_STATES } from "../vocabulary.ts";
import { members } from "./members.ts";
import { people } from "./people.ts";
import { rounds } from "./questionnaires.ts";

/** Mail to the members of a round. To whom it goes is decided when it leaves, not when it is planned. */
export const roundMessages = sqliteTable(
  "round_messages",
  {
    id: text().primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    kind: text({ enum: ROUND_MESSAGE_KINDS }).notNull(),
    subject: text().notNull(),
    /** with {organisatie}, {sluitdatum} and {link} */
    text: text().notNull(),
    /** the day on which it leaves, "2026-12-01" */
    scheduledOn: text("scheduled_on").notNull(),
    state: text({ enum: ROUND_MESSAGE_STATES }).notNull(),
    /** when the last of it was queued */
    sentAt: integer("sent_at"),
    /** counts up with each change; a form names the one it saw */
    revision: integer().notNull().default(1),
    createdBy: text("created_by").references(() => people.id),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    index("round_messages_round").on(t.roundId),
    index("round_messages_due").on(t.state, t.scheduledOn),
  ],
);

/** Who got a message, and for which organisation. One mail a person, however many organisations. */
export const roundMessageRecipients = sqliteTable(
  "round_message_recipients",
  {
    messageId: text("message_id")
      .notNull()
      .references(() => roundMessages.id),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    /** its mail; gone from the outbox after a month */
    outboxId: text("outbox_id").notNull(),
    queuedAt: integer("queued_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.personId, t.memberId] }),
    index("round_message_recipients_mail").on(t.outboxId),
  ],
);

/** One organisation may answer until a day of its own, also when the round is closed for the others. */
export const roundExtensions = sqliteTable(
  "round_extensions",
  {
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    /** the last day, "2027-01-15"; that day itself is still open */
    until: text().notNull(),
    reason: text().notNull(),
    givenBy: text("given_by").references(() => people.id),
    givenAt: integer("given_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.memberId] })],
);
