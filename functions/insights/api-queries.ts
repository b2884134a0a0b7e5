import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { ShownCount } from "../../db/schema/insights.ts";

export interface ApiCellRow {
  concept: string;
  edition: number;
  releasedAt: number;
  position: number;
  filterKey: string;
  option: string;
  size: number | null;
  /** JSON */
  shown: string | null;
  nearest: string | null;
}

/** What may be said of a cell; the statement below is written by hand, so its JSON comes as text. */
export const shownIn = ({ shown }: ApiCellRow): ShownCount | null =>
  shown === null ? null : (JSON.parse(shown) as ShownCount);

/** What a program asks for; `edition` null: the newest of each item. */
export interface AskedCells {
  year: number;
  concept: string | null;
  edition: number | null;
}

/**
 * Stored cells of one item, in the order of the report: at most `limit`, beyond position `after`. Without a concept:
 * of the first item of the questionnaire that has a release.
 */
export const cellsAfter = (db: Database, asked: AskedCells, after: number, limit: number) =>
  db.all<ApiCellRow>(soughtCells(asked, after, limit));

/** The same as a query that another statement can ask something of. */
export const soughtCells = ({ year, concept, edition }: AskedCells, after: number, limit: number) => sql`
  with released as (
    select l.id, l.edition, l.released_at, i.concept, row_number() over (
      order by s.position, i.position, l.edition desc
    ) as place
    from rounds r join releases l on l.round_id = r.id
    join items i on i.id = l.item_id join sections s on s.id = i.section_id
    where r.year = ${year} and i.concept = coalesce(${concept}, i.concept)
      and l.edition = coalesce(${edition}, l.edition)
  )
  select l.concept, l.edition, l.released_at as releasedAt, k.position, k.filter_key as filterKey, k.option,
    k.size, k.shown, k.nearest
  from released l join release_cells k on k.release_id = l.id
  where l.place = 1 and k.position > ${after}
  order by k.position limit ${limit}`;

/** Of a release `l`: nothing newer was made of its item in its round. */
export const NEWEST_EDITION = sql`l.edition = (
  select max(edition) from releases where round_id = l.round_id and item_id = l.item_id)`;

export interface ApiSizeRow {
  concept: string;
  filterKey: string;
  organisations: number;
  median: number;
  sum: number | null;
  mean: number | null;
}

/** The asked edition of a release `l`, else the newest of its item. */
const ofEdition = (edition: number | null) =>
  edition === null ? NEWEST_EDITION : sql`l.edition = ${edition}`;

/** Released sizes of one item (null: of every item), all members first. */
export function sizesOfRound(db: Database, { year, concept, edition }: AskedCells) {
  return db.all<ApiSizeRow>(sql`
    select i.concept, m.filter_key as filterKey, m.organisations, m.median, m.sum, m.mean
    from rounds r join releases l on l.round_id = r.id join items i on i.id = l.item_id
    join release_magnitudes m on m.release_id = l.id
    where r.year = ${year} and i.concept = coalesce(${concept}, i.concept) and ${ofEdition(edition)}
    order by i.concept, m.filter_key <> 'alle', m.filter_key`);
}

/** How many cells are released in all: what `cellsOfRound` has, or those of one edition. */
export const cellCount = (db: Database, year: number, edition: number | null = null) =>
  db.all<{ count: number }>(sql`
    select count(*) as count from rounds r join releases l on l.round_id = r.id
    join release_cells k on k.release_id = l.id
    where r.year = ${year} and ${ofEdition(edition)}`);

/**
 * Stored cells of the newest edition of every item, in the order of the report.
 *
 * @param part leaves out the first `after` and gives at most `most`; without it all of them
 */
export function cellsOfRound(db: Database, year: number, part = { after: 0, most: -1 }) {
  return db.all<ApiCellRow>(sql`
    select i.concept, l.edition, l.released_at as releasedAt, k.position, k.filter_key as filterKey, k.option,
      k.size, k.shown, k.nearest
    from rounds r join releases l on l.round_id = r.id
    join items i on i.id = l.item_id join sections s on s.id = i.section_id
    join release_cells k on k.release_id = l.id
    where r.year = ${year} and ${NEWEST_EDITION}
    order by s.position, i.position, k.position limit ${part.most} offset ${part.after}`);
}
