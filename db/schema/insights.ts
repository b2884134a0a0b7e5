import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { CONSENT_TIERS } from "../vocabulary.ts";
import { members } from "./members.ts";
import { items, responses, rounds } from "./questionnaires.ts";

/**
 * One edition of the figures of one confidential question. Made once by the release job, read by every
 * output, never recounted: the tables below hold all that may be said about that question.
 */
export const releases = sqliteTable(
  "releases",
  {
    id: text().primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    itemId: text("item_id")
      .notNull()
      .references(() => items.id),
    edition: integer().notNull(),
    /** organisations that count in this edition */
    organisations: integer().notNull(),
    releasedAt: integer("released_at").notNull(),
  },
  (t) => [uniqueIndex("releases_edition").on(t.roundId, t.itemId, t.edition)],
);

/** A figure as everybody may see it; without `shown` it is withheld, for a reason that is not told. */
export const releaseCells = sqliteTable(
  "release_cells",
  {
    releaseId: text("release_id")
      .notNull()
      .references(() => releases.id),
    /** in the order of the report */
    position: integer().notNull(),
    /** "alle", or filters in alphabetical order: "grootte=large&landsdeel=west" */
    filterKey: text("filter_key").notNull(),
    option: text().notNull(),
    /** how many organisations the filters leave; null when withheld */
    size: integer(),
    shown: text({ mode: "json" }).$type<ShownCount>(),
    /** filter key of the nearest view that is shown; null when shown or when there is none */
    nearest: text(),
  },
  (t) => [
    primaryKey({ columns: [t.releaseId, t.position] }),
    index("release_cells_filter").on(t.releaseId, t.filterKey),
  ],
);

/** What may be said of a count: an exact number, one of its ends, or one of three words. */
export interface ShownCount {
  kind: "exact" | "few" | "nearly_all" | "word";
  low: number;
  high: number;
  count?: number;
  word?: "few" | "half" | "most";
  /** of a theme beside an exact count: how often these organisations named it, all together */
  mentions?: number;
}

/**
 * The whole release as the gate made it, with who is in which cell, reasons and witness sheets: to check it
 * again by addition, to audit the next edition, and for monitoring's account of what it cost. Never shown.
 */
export const releaseProofs = sqliteTable("release_proofs", {
  releaseId: text("release_id")
    .primaryKey()
    .references(() => releases.id),
  body: text().notNull(),
});

/** The secret that decides what is withheld by chance, one a round; leaves the database in no export. */
export const releaseSecrets = sqliteTable(
  "release_secrets",
  {
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    secret: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId] })],
);

/**
 * Sum, mean and median of a confidential number, for all organisations and per size class. A row is there for
 * every group with a median; without sum and mean where those could tell about somebody.
 */
export const releaseMagnitudes = sqliteTable(
  "release_magnitudes",
  {
    releaseId: text("release_id")
      .notNull()
      .references(() => releases.id),
    /** "alle", or one filter: "grootte=groot" */
    filterKey: text("filter_key").notNull(),
    /** organisations that gave a number */
    organisations: integer().notNull(),
    median: real().notNull(),
    sum: real(),
    mean: real(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.filterKey] })],
);

/**
 * One version of the facts of a published round: counted once by the release job, so that no page counts them
 * again. Who opened its answers to all members is named, so here is nothing to protect.
 */
export const factEditions = sqliteTable(
  "fact_editions",
  {
    id: text().primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    edition: integer().notNull(),
    /** organisations that count in this version, and how many members the association had in that round */
    organisations: integer().notNull(),
    members: integer().notNull(),
    countedAt: integer("counted_at").notNull(),
  },
  (t) => [uniqueIndex("fact_editions_edition").on(t.roundId, t.edition)],
);

/** The counts of one fact in one group of organisations; a group without organisations has no row. */
export const factCells = sqliteTable(
  "fact_cells",
  {
    editionId: text("edition_id")
      .notNull()
      .references(() => factEditions.id),
    itemId: text("item_id")
      .notNull()
      .references(() => items.id),
    /** as in `release_cells` */
    filterKey: text("filter_key").notNull(),
    counts: text({ mode: "json" }).notNull().$type<FactCounts>(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.itemId, t.filterKey] })],
);

/** How many organisations gave which answer; what is 0 is left out. */
export interface FactCounts {
  /** given, unknown, not_applicable, missing */
  states: Record<string, number>;
  /** by code, "other", step or class */
  values: Record<string, number>;
  /** of numbers: the middle one */
  median?: number;
  /** of numbers: what else may be said of their middle */
  middle?: NumberMiddle;
}

/** How sure a middle is; null where there are too few numbers to say so. */
export interface NumberMiddle {
  /** numbers that were given */
  n: number;
  low: number | null;
  high: number | null;
  /** chance that such an interval holds the middle */
  confidence: number | null;
  /** null under 10 numbers */
  mean: number | null;
}

/** Who counts in a version of the facts, by name: where a list of who answered what walks along. */
export const factMembers = sqliteTable(
  "fact_members",
  {
    editionId: text("edition_id")
      .notNull()
      .references(() => factEditions.id),
    /** by name, from 1 */
    position: integer().notNull(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    /** what it can be filtered by: "|grootte=groot|wet=wmo|" */
    groups: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.position] })],
);

/**
 * Which answers an edition opens, as they stood when it was made: its audit took them for known. An answer that
 * is opened later waits for the next edition; one that is closed again stays here, for what was known stays known.
 */
export const releaseOpenings = sqliteTable(
  "release_openings",
  {
    releaseId: text("release_id")
      .notNull()
      .references(() => releases.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    /** the signed version that is shown */
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    consent: text({ enum: CONSENT_TIERS }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.memberId] })],
);
