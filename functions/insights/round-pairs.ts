import { type SQL, sql } from "drizzle-orm";

/**
 * Joins what a round asked (`own`) to the same question in the nearest published round before it that asked it
 * (`before`). Both are rows of a table `asked` with year, concept and kind: one definition of "the round before" for
 * facts and for confidential questions.
 */
export const IN_ROUND_BEFORE: SQL = sql`before.concept = own.concept and before.kind = own.kind
      and before.year = (select max(year) from asked a where a.concept = own.concept and a.year < own.year)`;
