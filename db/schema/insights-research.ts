import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { people } from "./people.ts";
import { rounds } from "./questionnaires.ts";

/**
 * A promise of one person about data of one round: what for, who will see them, until when. Without it there is
 * no file of separate answers; with it, for that person only and until that day.
 */
export const useStatements = sqliteTable(
  "use_statements",
  {
    id: text().primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    signedBy: text("signed_by")
      .notNull()
      .references(() => people.id),
    purpose: text().notNull(),
    /** who will see the data, in words */
    recipients: text().notNull(),
    /** last day on which the files can be had, "2026-12-01" */
    validUntil: text("valid_until").notNull(),
    signedAt: integer("signed_at").notNull(),
    /** ended earlier by the person who signed */
    endedAt: integer("ended_at"),
    /** makes the pseudonyms of its files; leaves the database in no file and on no page */
    secret: text().notNull(),
  },
  (t) => [index("use_statements_round").on(t.roundId, t.signedAt)],
);
