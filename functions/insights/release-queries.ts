import { and, asc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { items, releaseCells, releaseMagnitudes, releases, rounds } from "../../db/schema/tables.ts";

/**
 * What pages, exports and the API may read of a release: its public columns. Proofs and secrets are read by
 * the job alone, in a file of its own.
 */

const ofEdition = (edition: number | null): SQL =>
  edition === null
    ? sql`${releases.edition} = (select max(latest.edition) from releases latest
        where latest.round_id = ${releases.roundId} and latest.item_id = ${releases.itemId})`
    : eq(releases.edition, edition);

const ofConcept = (concept: string | null): SQL | undefined =>
  concept === null ? undefined : eq(items.concept, concept);

const published = (year: number | SQL, concept: string | null, edition: number | null) =>
  and(eq(rounds.year, year), ofConcept(concept), ofEdition(edition));

/**
 * The released figures of one item, or of all of them when `concept` is null, in the order of the report. A
 * cell without `shown` is withheld; a set of organisations that is too small has no cell at all.
 *
 * @param edition null for the newest of each item
 * @param filterKeys sets to read: "alle", or cellKey() of the filters; null for every set
 */
export function releasedCells(
  db: Database,
  year: number | SQL,
  concept: string | null,
  edition: number | null,
  filterKeys: readonly string[] | null,
) {
  return db
    .select({
      concept: items.concept,
      edition: releases.edition,
      /** how many count in this edition; `size` says how many the filters leave of them */
      organisations: releases.organisations,
      releasedAt: releases.releasedAt,
      filterKey: releaseCells.filterKey,
      option: releaseCells.option,
      size: releaseCells.size,
      shown: releaseCells.shown,
      nearest: releaseCells.nearest,
    })
    .from(releaseCells)
    .innerJoin(releases, eq(releases.id, releaseCells.releaseId))
    .innerJoin(rounds, eq(rounds.id, releases.roundId))
    .innerJoin(items, eq(items.id, releases.itemId))
    .where(
      and(
        published(year, concept, edition),
        filterKeys === null ? undefined : inArray(releaseCells.filterKey, [...filterKeys]),
      ),
    )
    .orderBy(asc(items.concept), asc(releaseCells.position));
}

export type ReleasedCellRow = Awaited<ReturnType<typeof releasedCells>>[number];

/** Every edition of every item of a round, oldest first; no rows as long as nothing was released. */
export function editionsOf(db: Database, year: number | SQL) {
  return db
    .select({
      concept: items.concept,
      edition: releases.edition,
      organisations: releases.organisations,
      releasedAt: releases.releasedAt,
    })
    .from(releases)
    .innerJoin(rounds, eq(rounds.id, releases.roundId))
    .innerJoin(items, eq(items.id, releases.itemId))
    .where(eq(rounds.year, year))
    .orderBy(asc(items.concept), asc(releases.edition));
}

export type EditionRow = Awaited<ReturnType<typeof editionsOf>>[number];

/**
 * The sets of organisations of which at least one figure is shown, in the order of the report: the only
 * combinations of filters that a page may offer. Of one item, or of all when `concept` is null.
 */
export function releasedFilters(
  db: Database,
  year: number | SQL,
  concept: string | null,
  edition: number | null = null,
) {
  return db
    .select({
      concept: items.concept,
      filterKey: releaseCells.filterKey,
      size: sql<number>`max(${releaseCells.size})`,
    })
    .from(releaseCells)
    .innerJoin(releases, eq(releases.id, releaseCells.releaseId))
    .innerJoin(rounds, eq(rounds.id, releases.roundId))
    .innerJoin(items, eq(items.id, releases.itemId))
    .where(and(published(year, concept, edition), isNotNull(releaseCells.shown)))
    .groupBy(items.concept, releaseCells.filterKey)
    .orderBy(asc(items.concept), sql`min(${releaseCells.position})`);
}

/** The groups of which at least one figure of a round was released, each once. */
export function releasedGroups(db: Database, year: number | SQL) {
  return db
    .select({ filterKey: releaseCells.filterKey, size: sql<number | null>`max(${releaseCells.size})` })
    .from(releaseCells)
    .innerJoin(releases, eq(releases.id, releaseCells.releaseId))
    .innerJoin(rounds, eq(rounds.id, releases.roundId))
    .innerJoin(items, eq(items.id, releases.itemId))
    .where(and(published(year, null, null), isNotNull(releaseCells.shown)))
    .groupBy(releaseCells.filterKey)
    .orderBy(sql`min(${releaseCells.position})`);
}

export type ReleasedFilterRow = Awaited<ReturnType<typeof releasedFilters>>[number];

/** Sizes of a confidential number that were released, of one group; at most one row an item. */
export function releasedMagnitudes(
  db: Database,
  year: number | SQL,
  concept: string | null,
  edition: number | null,
  filterKey: string,
) {
  return db
    .select({
      concept: items.concept,
      organisations: releaseMagnitudes.organisations,
      median: releaseMagnitudes.median,
      sum: releaseMagnitudes.sum,
      mean: releaseMagnitudes.mean,
    })
    .from(releaseMagnitudes)
    .innerJoin(releases, eq(releases.id, releaseMagnitudes.releaseId))
    .innerJoin(rounds, eq(rounds.id, releases.roundId))
    .innerJoin(items, eq(items.id, releases.itemId))
    .where(and(published(year, concept, edition), eq(releaseMagnitudes.filterKey, filterKey)));
}

export type MagnitudeRow = Awaited<ReturnType<typeof releasedMagnitudes>>[number];
