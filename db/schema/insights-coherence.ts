import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { rounds } from "./questionnaires.ts";

/**
 * Which answers go together in one edition of a round: made once by the release job, read by the page. The
 * body holds shown figures only, as they passed their check; no answers.
 */
export const coherences = sqliteTable(
  "coherences",
  {
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    edition: integer().notNull(),
    /** organisations that count, and members that could have answered */
    organisations: integer().notNull(),
    members: integer().notNull(),
    madeAt: integer("made_at").notNull(),
    body: text({ mode: "json" }).$type<StoredCoherence>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.edition] })],
);

/** One pair of questions as far as it may be shown; a `tau` of 1 or -1 beside a word is a direction only. */
export interface StoredPair {
  one: string;
  other: string;
  /** pairs with an answer to both; null: at least 10 */
  n: number | null;
  tau: number | null;
  p: number | null;
  /** corrected for all pairs of the matrix */
  corrected: number | null;
  method: "exact" | "permutation" | "normal" | null;
  /** strength in a word: no, weak, moderate or strong */
  strength: "none" | "weak" | "moderate" | "strong" | null;
}

export interface StoredCoherence {
  /** facts that members opened to each other */
  facts: StoredPair[];
  /** confidential scales; how exact they may be shown */
  scales: StoredPair[];
  precision: "two_decimals" | "one_decimal" | "words" | "demonstrated" | "withheld";
}
