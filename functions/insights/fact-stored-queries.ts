import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { FactCounts } from "../../db/schema/insights.ts";
import type { TallyRow } from "./fact-queries.ts";
import { type Concept, onlyConcept } from "./queries.ts";

/*
 * Facts of published rounds as the release job counted them. A view reads as many rows as it shows questions,
 * however many organisations answered.
 */

export interface StoredFactRow {
  concept: string;
  filterKey: string;
  /** FactCounts as JSON */
  counts: string;
}

/** The stored version of the facts of `round`: this one, or the newest. */
export const storedEdition = (version: number | null): SQL => sql`(
  select f.id from fact_editions f
  where f.round_id = round.id and f.edition = coalesce(${version}, f.edition) order by f.edition desc limit 1)`;

/** Stored counts of one fact, or of all, in these groups; no rows for a round whose facts are not stored. */
export function storedFacts(
  db: Database,
  year: number | SQL,
  version: number | null,
  concept: Concept,
  filterKeys: readonly string[],
) {
  const keys = sql.join(
    filterKeys.map((key) => sql`${key}`),
    sql`, `,
  );
  return db.all<StoredFactRow>(sql`
    select i.concept, c.filter_key as filterKey, c.counts
    from rounds round
    cross join items i on i.questionnaire_id = round.questionnaire_id and i.audience = 'members' ${onlyConcept(concept)}
    cross join fact_cells c on c.edition_id = ${storedEdition(version)} and c.item_id = i.id
      and c.filter_key in (${keys})
    where round.year = ${year} and round.state <> 'concept'`);
}

/** Stored counts of one group in the shape of those that a page counts itself. */
export function asCounted(rows: readonly StoredFactRow[], filterKey: string) {
  const own = rows
    .filter((row) => row.filterKey === filterKey)
    .map(({ concept, counts }) => ({ concept, ...(JSON.parse(counts) as FactCounts) }));
  const part = (name: TallyRow["part"], concept: string, counts: Record<string, number>): TallyRow[] =>
    Object.entries(counts).map(([key, organisations]) => ({ concept, part: name, key, organisations }));
  return {
    tallies: own.flatMap(({ concept, states, values }) => [
      ...part("state", concept, states),
      ...part("value", concept, values),
    ]),
    medians: own.flatMap(({ concept, median, middle }) =>
      median === undefined ? [] : [{ concept, median, middle }],
    ),
  };
}
