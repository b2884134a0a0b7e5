import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { openEmbedded } from "../../db/embedded.ts";
import { releaseFacts } from "../../functions/insights/fact-release.ts";
import { roundToRelease } from "../../functions/insights/release-job-queries.ts";

/** The made-up responses are signed from 1 July 2024 on, one a minute. */
const JULY = Date.parse("2024-07-01T08:00:00Z");

/**
 * A copy of the demo in a directory of its own, with as many signed responses to the round of 2024 as asked.
 * The members are made up; each answers, works and has the profile of one of the demo. The facts of that round
 * are counted anew by the release job; released figures of confidential questions stay those of the demo, for
 * what a view of them costs does not depend on who answered.
 */
export async function withResponses(demo: string, directory: string, wanted: number): Promise<string> {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, "wijkteamplein.db");
  copyFileSync(demo, path);
  const db = openEmbedded(path);
  const [present] = await db.all<{ n: number }>(sql`select count(*) as n from responses r
    join rounds on rounds.id = r.round_id where rounds.year = 2024 and r.state = 'signed'`);
  const missing = Math.max(0, wanted - (present?.n ?? 0));
  await db.batch([
    db.run(sql`delete from fact_cells`),
    db.run(sql`delete from fact_members`),
    db.run(sql`delete from fact_editions`),
    db.run(sql`create table bench_copies as
      with recursive numbers (i) as (select 1 union all select i + 1 from numbers where i < ${missing}),
      originals as (
        select r.id, r.round_id, row_number() over (order by r.id) - 1 as position, count(*) over () as total
        from responses r join rounds on rounds.id = r.round_id where rounds.year = 2024 and r.state = 'signed')
      select i, 'bench-' || i as id, originals.id as original, round_id from numbers
      join originals on originals.position = i % originals.total where ${missing} > 0`),
    db.run(sql`insert into members (id, slug, name, search_key, joined_on, created_at)
      select id, id, 'Proefteam ' || i, 'proefteam ' || i, '2020-01-01', 0 from bench_copies`),
    db.run(sql`insert into responses (id, round_id, member_id, sequence, version, state, started_at, signed_at)
      select id, round_id, id, 1, 1, 'signed', ${JULY}, ${JULY} + i * 60000 from bench_copies`),
    db.run(sql`insert into answers
        (response_id, item_id, revision, state, value, explanation, source, saved_at)
      select b.id, a.item_id, 1, a.state, a.value, a.explanation, a.source, ${JULY}
      from bench_copies b join answers a on a.response_id = b.original`),
    db.run(sql`insert into codings (id, response_id, item_id, theme_id, coded_at)
      select b.id || '-' || c.id, b.id, c.item_id, c.theme_id, 0
      from bench_copies b join codings c on c.response_id = b.original`),
    db.run(sql`insert into member_municipalities (member_id, code)
      select b.id, w.code from bench_copies b join responses r on r.id = b.original
      join member_municipalities w on w.member_id = r.member_id`),
    db.run(sql`insert into profile_values
        (id, member_id, field, state, value, reference_on, source, said_by, said_at, superseded_at)
      select b.id || '-' || v.id, b.id, v.field, v.state, v.value, v.reference_on, v.source, v.said_by, v.said_at, null
      from bench_copies b join responses r on r.id = b.original
      join profile_values v on v.member_id = r.member_id and v.superseded_at is null`),
    db.run(sql`drop table bench_copies`),
  ]);
  const [round] = await roundToRelease(db, 2024);
  if (round) await releaseFacts(db, round, Date.now);
  // As after some time in use: the planner knows how large the tables are.
  await db.$client.execute("analyze");
  db.$client.close();
  return path;
}
