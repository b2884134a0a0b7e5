import { type SQL, sql } from "drizzle-orm";

/** A page counts at most so many signed responses itself; the release job counts all of them. */
export const MOST_COUNTED_BY_A_PAGE = 1_000;

/** So many organisations must have signed late before their answers come into the figures, all at once. */
const LATE_GROUP = 5;

/** Midnight in UTC minus two hours is never after midnight in Amsterdam. In milliseconds. */
export const publishedAt: SQL = sql`(unixepoch(coalesce(published_on, closes_on)) - 7200) * 1000`;

/**
 * Which responses count, as the `with` tables `round`, `late`, `cut` and `counted (id, member_id)`.
 *
 * Per organisation one response counts: signed, of the highest sequence, of that the last signed version.
 *
 * Figures of a published round must stand still: from figures before and after one late answer, that answer
 * is their difference. So a published round counts what was signed before the day of publication. Late
 * organisations, in the order in which they first signed, are added in groups of five; the cut lies at the
 * signing that completes a group. What anybody signs again after the cut waits for the next group, and until
 * then the version that was the last before the cut counts, also when it has been superseded since.
 *
 * Before publication there is no cut: everything that is signed counts.
 *
 * @param year of the round, also as SQL
 * @param version of the figures of a published round, from 1; null for the newest
 * @param isPage a page counts the first responses only, and nothing at all where the counts are stored: then all
 *   of these tables are empty
 */
export function countedResponses(
  year: number | SQL,
  version: number | null = null,
  { isPage } = { isPage: false },
): SQL {
  const only = isPage
    ? sql`and not exists (select 1 from fact_editions stored where stored.round_id = rounds.id)`
    : sql``;
  const first = isPage ? sql`order by r.signed_at, r.id limit ${MOST_COUNTED_BY_A_PAGE}` : sql``;
  const groups =
    version === null ? sql`((select count(*) from late) / ${LATE_GROUP})` : sql`${Math.max(0, version - 1)}`;
  return sql`
    round as (
      select *,
        case when state = 'published'
          then ${publishedAt} end as published_at
      from rounds where year = ${year} and state <> 'concept' ${only}
    ),
    signings as (
      select r.id, r.member_id, r.sequence, r.version, r.signed_at
      from round join responses r on r.round_id = round.id
      where r.state in ('signed', 'superseded') and r.signed_at is not null ${first}
    ),
    late as (
      select s.member_id, min(s.signed_at) as signed_at,
        row_number() over (order by min(s.signed_at), s.member_id) as place
      from signings s join round on s.signed_at >= round.published_at
      group by s.member_id
    ),
    cut as (
      select coalesce(
        (select signed_at from late where place = ${LATE_GROUP} * ${groups}),
        round.published_at - 1,
        9007199254740991
      ) as at from round
    ),
    ranked as (
      select s.id, s.member_id, row_number() over (
        partition by s.member_id order by s.sequence desc, s.version desc, s.signed_at desc
      ) as place
      from signings s join cut on s.signed_at <= cut.at
    ),
    counted as materialized (select id, member_id from ranked where place = 1)`;
}

/**
 * Version of the figures of a published round: 1 at publication, one more per group of late organisations.
 *
 * @param stored the newest version that the release job stored; null when it stored none yet
 */
export const versionOf = (
  late: number,
  stored: number | null = null,
): { version: number; waiting: number } => {
  const version = stored ?? 1 + Math.floor(late / LATE_GROUP);
  return { version, waiting: Math.max(0, late - LATE_GROUP * (version - 1)) };
};
