import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { items, rounds } from "./questionnaires.ts";

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
