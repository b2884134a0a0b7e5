import { type SQL, sql } from "drizzle-orm";
import type { Database, Statement } from "../../db/client.ts";

/** The first day after the reference date of the newest published round, as a table (day); empty when there is none. */
const AFTER_PUBLISHED: SQL = sql`(select date(max(reference_on), '+1 day') as day from rounds
  where state = 'published' having count(*) > 0)`;

/** Whether the member of the row `c` said before where it works. */
const HAS_WORKED: SQL = sql`(exists (select 1 from member_municipalities o where o.member_id = c.member_id)
  or exists (select 1 from member_municipalities_ended o where o.member_id = c.member_id))`;

/**
 * The statements that give members the municipalities they work in now. What a published round says stays true: it
 * keeps where they worked then, and what changes counts from the day after it. Rounds that are not published yet follow
 * the profile, for that is being put right while people answer. Who never said it before counts in every round.
 *
 * @param chosen as a table (member_id, code): all municipalities of each member that changes; who is not in it stays
 */
export function movePlaces(db: Database, chosen: SQL): Statement[] {
  const isLetGo = sql`w.member_id in (select member_id from ${chosen})
    and (w.member_id, w.code) not in (select member_id, code from ${chosen})`;
  return [
    // What an older round counted by way of a later merger is spelt out: an ended row stands for itself only.
    db.run(sql`
      insert into member_municipalities_ended (member_id, code, since, until)
      select w.member_id, w.code, w.since, k.day from ${AFTER_PUBLISHED} k cross join member_municipalities w
      where ${isLetGo} and (w.since is null or w.since < k.day)
      union select w.member_id, p.part_code, null, min(p.since, k.day) from ${AFTER_PUBLISHED} k
        cross join member_municipalities w join municipality_parts p on p.code = w.code
      where ${isLetGo} and w.since is null
      on conflict do nothing`),
    db.run(sql`delete from member_municipalities as w where ${isLetGo}`),
    // The same for a round that is still open, of a day between the published one and the merger.
    db.run(sql`
      insert into member_municipalities_ended (member_id, code, since, until)
      select c.member_id, p.part_code, k.day, p.since from ${AFTER_PUBLISHED} k cross join ${chosen} c
        join municipality_parts p on p.code = c.code and p.since > k.day
      where ${HAS_WORKED} and (c.member_id, c.code) not in (select member_id, code from member_municipalities)
      on conflict do nothing`),
    // What stays keeps its row, for that knows since when it is.
    db.run(sql`
      insert into member_municipalities (member_id, code, since)
      select c.member_id, c.code, iif(${HAS_WORKED}, (select day from ${AFTER_PUBLISHED}), null) from ${chosen} c
      where true on conflict do nothing`),
  ];
}
