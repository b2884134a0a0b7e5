import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { IMPORT_KINDS, IMPORT_OUTCOMES, IMPORT_RESULTS } from "../vocabulary.ts";
import { people } from "./people.ts";

/** A table of members or people that the bureau handed in: first checked, then perhaps written. Goes after a month. */
export const imports = sqliteTable("imports", {
  id: text().primaryKey(),
  kind: text({ enum: IMPORT_KINDS }).notNull(),
  fileName: text("file_name").notNull(),
  createdBy: text("created_by").references(() => people.id),
  createdAt: integer("created_at").notNull(),
  writtenAt: integer("written_at"),
  /** who came first of two that write at once: only what carries this mark is written */
  run: text(),
});

/**
 * One row of such a table: what stands in it, what writing it would do, and what became of it. `plan` holds what to
 * write and what was there when that was worked out; a row of which that has changed is not written.
 */
export const importRows = sqliteTable(
  "import_rows",
  {
    importId: text("import_id")
      .notNull()
      .references(() => imports.id),
    /** row in the file, its head is 1 */
    position: integer().notNull(),
    /** the name or address that it is about, as typed */
    title: text().notNull(),
    outcome: text({ enum: IMPORT_OUTCOMES }).notNull(),
    /** what would change, or why it is refused and what to do: sentences */
    words: text().notNull(),
    plan: text(),
    result: text({ enum: IMPORT_RESULTS }),
  },
  (t) => [primaryKey({ columns: [t.importId, t.position] })],
);
