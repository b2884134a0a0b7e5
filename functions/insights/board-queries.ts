import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { BoardState } from "../../web/insights/board.ts";

export interface BoardRow {
  name: string;
  slug: string;
  /** of the latest version of the latest response; null when nothing was begun */
  state: "in_progress" | "ready" | "signed" | "superseded" | null;
  /** separate responses of this organisation */
  responses: number;
  /** the last time that anything happened to a response */
  lastAt: number | null;
  /** first and last signing, in milliseconds */
  firstSignedAt: number | null;
  lastSignedAt: number | null;
}

/**
 * The `with` table `listed`: every member of a round with its state. Who has signed, has signed, also when a new
 * version is being worked on.
 */
const listed = (year: number): SQL => sql`
  round as (select * from rounds where year = ${year} and state <> 'concept'),
  placed as (
    select r.member_id, r.sequence, r.state, r.signed_at,
      row_number() over (partition by r.member_id
        order by r.state = 'superseded', r.sequence desc, r.version desc) as place
    from round join responses r on r.round_id = round.id
  ),
  said as (
    select member_id, max(case when place = 1 then state end) as state, count(distinct sequence) as responses,
      min(signed_at) as first_signed_at, max(signed_at) as last_signed_at
    from placed group by member_id
  ),
  listed as (
    select m.id, m.name, m.slug, s.state, coalesce(s.responses, 0) as responses, s.first_signed_at, s.last_signed_at,
      case when s.last_signed_at is not null then 'signed'
        when s.state in ('in_progress', 'ready') then s.state else 'not_begun' end as stand
    from round join members m on m.joined_on <= round.closes_on
      and (m.left_on is null or m.left_on > round.reference_on)
    left join said s on s.member_id = m.id
  )`;

/** A part of the board: members in one state, or all when null. */
export interface BoardPart {
  only: BoardState | null;
  /** from 1 */
  page: number;
  limit: number;
}

/**
 * Members of a round with where their response stands, by name: all of them, for a file, or a part. `state` is
 * that of the latest version: in progress, also of who signed before, and then `lastSignedAt` is filled.
 */
export function responseBoard(db: Database, year: number, part: BoardPart | null = null) {
  const chosen = part
    ? sql`where ${part.only} is null or stand = ${part.only}
        order by name limit ${part.limit} offset ${(part.page - 1) * part.limit}`
    : sql``;
  return db.all<BoardRow>(sql`
    with ${listed(year)}
    select l.name, l.slug, l.state, l.responses,
      (select max(max(r.started_at, coalesce(r.ready_at, 0), coalesce(r.signed_at, 0),
          coalesce((select max(a.saved_at) from answers a where a.response_id = r.id), 0)))
        from round join responses r on r.round_id = round.id and r.member_id = l.id) as lastAt,
      l.first_signed_at as firstSignedAt, l.last_signed_at as lastSignedAt
    from (select * from listed ${chosen}) l order by l.name`);
}

/** How many members are in each state, and how many of them answered more than once. */
export const boardCounts = (db: Database, year: number) =>
  db.all<{ stand: BoardState; members: number; twice: number }>(sql`
    with ${listed(year)} select stand, count(*) as members, sum(responses > 1) as twice from listed group by stand`);

/** When members signed for the first time, by the hour: a row an hour, however many members. */
export const firstSignings = (db: Database, year: number) =>
  db.all<{ firstSignedAt: number; members: number }>(sql`
    with firsts as (
      select min(r.signed_at) as at from rounds round join responses r on r.round_id = round.id
      join members m on m.id = r.member_id and m.joined_on <= round.closes_on
        and (m.left_on is null or m.left_on > round.reference_on)
      where round.year = ${year} and round.state <> 'concept' and r.signed_at is not null group by r.member_id
    )
    select at / 3600000 * 3600000 as firstSignedAt, count(*) as members from firsts group by 1 order by 1`);

/** Whether the person of this session follows the response; the same question as the policy asks. */
export const followsResponse = (personId: SQL<string | null>): SQL =>
  sql`exists (select 1 from association_roles where person_id = ${personId} and role in ('monitoring', 'bureau'))`;
