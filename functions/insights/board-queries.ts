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
    ? sql`and ${part.only ? sql`b.stand = ${part.only}` : sql`true`}
        order by m.name limit ${part.limit} offset ${(part.page - 1) * part.limit}`
    : sql`order by m.name`;
  return db.all<BoardRow>(sql`
    select m.name, m.slug, l.state, l.responses,
      (select max(max(r.started_at, coalesce(r.ready_at, 0), coalesce(r.signed_at, 0),
          coalesce((select max(a.saved_at) from answers a where a.response_id = r.id), 0)))
        from responses r where r.round_id = l.round_id and r.member_id = l.member_id) as lastAt,
      l.first_signed_at as firstSignedAt, l.last_signed_at as lastSignedAt
    from (select b.* from rounds round cross join members m cross join board_members b
        on b.round_id = round.id and b.member_id = m.id
      where round.year = ${year} and round.state <> 'concept' ${chosen}) l
    join members m on m.id = l.member_id order by m.name`);
}

const counted = (year: number): SQL => sql`rounds round join board_counts c on c.round_id = round.id
    and c.members > 0 where round.year = ${year} and round.state <> 'concept'`;

/** How many members are in each state, and how many of them answered more than once (`twice`). */
export const boardCounts = (db: Database, year: number) =>
  db.all<{ stand: BoardState | "twice"; members: number }>(sql`
    select case c.attribute when 'twice' then 'twice' else c.value end as stand, c.members
    from ${counted(year)} and c.attribute in ('stand', 'twice')`);

/** When members signed for the first time, by the hour: a row an hour, however many members. */
export const firstSignings = (db: Database, year: number) =>
  db.all<{ firstSignedAt: number; members: number }>(sql`
    select cast(c.value as integer) as firstSignedAt, c.members
    from ${counted(year)} and c.attribute = 'hour' order by 1`);

/** Whether the person of this session follows the response; the same question as the policy asks. */
export const followsResponse = (personId: SQL<string | null>): SQL =>
  sql`exists (select 1 from association_roles where person_id = ${personId} and role in ('monitoring', 'bureau'))`;
