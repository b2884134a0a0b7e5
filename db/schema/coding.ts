import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { people } from "./people.ts";
import { items, responses } from "./questionnaires.ts";

/** `concept` is the item ("4C1") whose open answers it codes, or "themes": the list shared with visits. */
export const codebooks = sqliteTable(
  "codebooks",
  { id: text().primaryKey(), concept: text().notNull(), title: text().notNull() },
  (t) => [uniqueIndex("codebooks_concept").on(t.concept)],
);

export const themes = sqliteTable(
  "themes",
  {
    id: text().primaryKey(),
    codebookId: text("codebook_id")
      .notNull()
      .references(() => codebooks.id),
    slug: text().notNull(),
    name: text().notNull(),
    definition: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [uniqueIndex("themes_slug").on(t.codebookId, t.slug)],
);

/** One mention of a theme in one open answer; an answer may mention a theme more than once. */
export const codings = sqliteTable(
  "codings",
  {
    id: text().primaryKey(),
    responseId: text("response_id")
      .notNull()
      .references(() => responses.id),
    itemId: text("item_id")
      .notNull()
      .references(() => items.id),
    themeId: text("theme_id")
      .notNull()
      .references(() => themes.id),
    codedBy: text("coded_by").references(() => people.id),
    codedAt: integer("coded_at").notNull(),
  },
  (t) => [index("codings_item").on(t.itemId, t.themeId), index("codings_response").on(t.responseId)],
);
