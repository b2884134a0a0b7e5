import { integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { people } from "./people.ts";
import { items, rounds } from "./questionnaires.ts";

/**
 * What the learning group says of the figure of one question in one round. The text holds placeholders
 * ("{n}"), never the numbers themselves: those come from the release when the text is read. Empty: taken away.
 */
export const interpretations = sqliteTable(
  "interpretations",
  {
    id: text().primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    itemId: text("item_id")
      .notNull()
      .references(() => items.id),
    revision: integer().notNull(),
    text: text().notNull(),
    writtenAt: integer("written_at").notNull(),
    writtenBy: text("written_by").references(() => people.id),
  },
  (t) => [uniqueIndex("interpretations_figure").on(t.roundId, t.itemId)],
);

/** Every text that ever stood beneath a figure; append only. */
export const interpretationRevisions = sqliteTable(
  "interpretation_revisions",
  {
    interpretationId: text("interpretation_id")
      .notNull()
      .references(() => interpretations.id),
    revision: integer().notNull(),
    text: text().notNull(),
    writtenAt: integer("written_at").notNull(),
    writtenBy: text("written_by").references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.interpretationId, t.revision] })],
);
