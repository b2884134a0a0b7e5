import { integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { NOTICE_DELIVERIES, NOTICE_KINDS } from "../vocabulary.ts";
import { people } from "./people.ts";

/** How somebody wants notices of one kind. No row: directly. */
export const noticeSettings = sqliteTable(
  "notice_settings",
  {
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    kind: text({ enum: NOTICE_KINDS }).notNull(),
    delivery: text({ enum: NOTICE_DELIVERIES }).notNull(),
    changedAt: integer("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind] })],
);

/**
 * The secret address at which a person's own calendar fetches the visits. Only the SHA-256 of its token is
 * kept, so that a copy of the database opens nobody's calendar. One a person: a new one ends the old one.
 */
export const calendarFeeds = sqliteTable(
  "calendar_feeds",
  {
    personId: text("person_id")
      .primaryKey()
      .references(() => people.id),
    tokenHash: text("token_hash").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [uniqueIndex("calendar_feeds_token").on(t.tokenHash)],
);
