import { integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { releases } from "./insights.ts";
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

/**
 * How a confidential question changed between two rounds at the organisations that took part in both: what may be
 * said of it, made once by the release job. A next version only when at least five organisations more took part
 * in both.
 */
export const matchedChanges = sqliteTable(
  "matched_changes",
  {
    id: text().primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    previousRoundId: text("previous_round_id")
      .notNull()
      .references(() => rounds.id),
    concept: text().notNull(),
    version: integer().notNull(),
    /** of the released figures that it stands beside */
    edition: integer().notNull(),
    previousEdition: integer("previous_edition").notNull(),
    /** organisations in both rounds, only in the later, only in the earlier */
    both: integer().notNull(),
    joined: integer().notNull(),
    left: integer().notNull(),
    madeAt: integer("made_at").notNull(),
    body: text({ mode: "json" }).$type<StoredMatch[]>().notNull(),
  },
  (t) => [uniqueIndex("matched_changes_version").on(t.roundId, t.previousRoundId, t.concept, t.version)],
);

/** Per option, between how many of the organisations in both rounds chose it in the one and in the other. */
export interface StoredMatch {
  option: string;
  before: StoredBounds;
  after: StoredBounds;
}

export interface StoredBounds {
  low: number;
  high: number;
}

/**
 * What a comparison of two rounds adds to the release of each, with its witness sheets: like a proof, never
 * shown. Every later edition is audited with it.
 */
export const releaseSupplements = sqliteTable(
  "release_supplements",
  {
    releaseId: text("release_id")
      .notNull()
      .references(() => releases.id),
    /** in the order in which they were made, from 1 */
    position: integer().notNull(),
    changeId: text("change_id")
      .notNull()
      .references(() => matchedChanges.id),
    body: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.position] })],
);
