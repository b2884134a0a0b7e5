import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { rounds } from "./questionnaires.ts";

/**
 * How one fact changed from the round before: all organisations, those that took part both times, and so what
 * is left to composition. Counted once by the release job, for one version of each of both rounds.
 */
export const factChanges = sqliteTable(
  "fact_changes",
  {
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    edition: integer().notNull(),
    previousRoundId: text("previous_round_id")
      .notNull()
      .references(() => rounds.id),
    previousEdition: integer("previous_edition").notNull(),
    concept: text().notNull(),
    body: text({ mode: "json" }).$type<StoredChange>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.edition, t.previousRoundId, t.previousEdition, t.concept] })],
);

/** One moment of the organisations that took part both times. */
export interface MatchedCounts {
  /** who gave an answer */
  given: number;
  values: Record<string, number>;
  /** of numbers: the middle of who gave one both times */
  median: number | null;
}

export interface StoredChange {
  /** organisations in both rounds, only in the later, only in the earlier */
  both: number;
  joined: number;
  left: number;
  before: MatchedCounts;
  after: MatchedCounts;
  /** of numbers: Wilcoxon over who gave a number both times */
  test: {
    n: number;
    pairs: number;
    p: number | null;
    method: "exact" | "permutation" | "normal" | null;
  } | null;
}
