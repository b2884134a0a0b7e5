import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { MEMBER_FACETS, SEARCH_KINDS } from "../vocabulary.ts";
import { members } from "./members.ts";

/**
 * What can be found by typing: the text behind the full-text index `search_words` (FTS5). Triggers of migration
 * 0003 write both, out of the views `member_search`, so that no way of writing can forget them.
 */
export const searchEntries = sqliteTable(
  "search_entries",
  {
    id: integer().primaryKey(),
    kind: text({ enum: SEARCH_KINDS }).notNull(),
    /** id of the member or theme, code of the municipality */
    ref: text().notNull(),
    title: text().notNull(),
    /** other names and places; everybody may search in them */
    words: text().notNull(),
    /** systems, laws and form of a member: opened to members, so a visitor does not search in them */
    facts: text().notNull(),
  },
  (t) => [uniqueIndex("search_entries_ref").on(t.kind, t.ref)],
);

/** By which values a member is filtered and counted; follows its municipalities and profile by trigger. */
export const memberFacets = sqliteTable(
  "member_facets",
  {
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    facet: text({ enum: MEMBER_FACETS }).notNull(),
    code: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.facet, t.code] }),
    index("member_facets_code").on(t.facet, t.code, t.memberId),
  ],
);
