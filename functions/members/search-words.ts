import { type SQL, sql } from "drizzle-orm";
import { foldForSearch } from "../../db/registry/search-key.ts";

/** More words than this nobody means; each one costs the index a look. */
const MOST_WORDS = 8;

/**
 * What somebody typed as a question to the full-text index: every word must begin a word that is there. Only
 * letters and digits are left and each word stands in quotes, so nothing typed is syntax. "" when nothing is left.
 */
export const matchOf = (typed: string): string =>
  foldForSearch(typed)
    .split(" ")
    .filter(Boolean)
    .slice(0, MOST_WORDS)
    .map((word) => `"${word}"*`)
    .join(" ");

/**
 * The question within the columns that the reader may search, as SQL: facts too where `readsFacts` holds, else
 * names and places only.
 */
export const withinReach = (match: string, readsFacts: SQL): SQL =>
  sql`(case when ${readsFacts} then ${`(${match})`} else ${`{title words} : (${match})`} end)`;
