import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";

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
 * Every member of a round with where its response stands. Who has signed, has signed, also when a new
 * version is being worked on: `state` then says in progress, and `lastSignedAt` is filled.
 */
export function responseBoard(db: Database, year: number) {
  return db.all<BoardRow>(sql`
    with round as (select * from rounds where year = ${year} and state <> 'concept'),
    placed as (
      select r.*, row_number() over (partition by r.member_id order by r.sequence desc, r.version desc) as place,
        max(r.started_at, coalesce(r.ready_at, 0), coalesce(r.signed_at, 0),
          coalesce((select max(a.saved_at) from answers a where a.response_id = r.id), 0)) as last_at
      from round join responses r on r.round_id = round.id
    )
    select m.name, m.slug, max(case when p.place = 1 then p.state end) as state,
      count(distinct p.sequence) as responses, max(p.last_at) as lastAt,
      min(p.signed_at) as firstSignedAt, max(p.signed_at) as lastSignedAt
    from round join members m on m.joined_on <= round.closes_on
      and (m.left_on is null or m.left_on > round.reference_on)
    left join placed p on p.member_id = m.id
    group by m.id order by m.name`);
}

/** Whether the person of this session follows the response; the same question as the policy asks. */
export const followsResponse = (personId: SQL<string | null>): SQL =>
  sql`exists (select 1 from association_roles where person_id = ${personId} and role in ('monitoring', 'bureau'))`;
