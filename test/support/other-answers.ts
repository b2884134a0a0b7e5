import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";

/**
 * The same association in another world: every confidential answer of others that was not opened says something
 * else, or was never given; so do its history, its reason and its themes. Of the organisations of the demo's own
 * people nothing changes, for each of them may read its own.
 */
export async function answerOtherwise(db: Database): Promise<number> {
  const others: SQL = sql`member_id not in (
    select m.member_id from memberships m join people p on p.id = m.person_id where p.demo_key is not null)`;
  const closed = (table: SQL): SQL => sql`coalesce(${table}.consent, 'counted_only') = 'counted_only'
    and ${table}.item_id in (select id from items where audience = 'confidential')
    and ${table}.response_id in (select id from responses where ${others})`;
  const changed = (table: SQL): SQL => sql`update ${table} set
    state = case when rowid % 5 = 0 then 'cleared' when rowid % 5 = 1 then 'unknown' else 'given' end,
    value = case
      when rowid % 5 < 2 then null
      when value ->> '$.scale' is not null then json_object('scale', 1 + (value ->> '$.scale') % 5)
      when value ->> '$.number' is not null then json_object('number', 3 * (value ->> '$.number') + 1)
      else json_object('text', 'Kanarie in de kolenmijn') end,
    explanation = 'Kanarie bij de uitleg'
    where ${closed(table)}`;
  const [answers] = await db.batch([
    db.run(changed(sql`answers`)),
    db.run(changed(sql`answer_revisions`)),
    db.run(sql`insert into answer_reasons (response_id, item_id, rule, revision, text, person_id, at)
      select a.response_id, a.item_id, 'halved', a.revision, 'Kanarie als reden', r.signed_by, a.saved_at
      from answers a join responses r on r.id = a.response_id and r.signed_by is not null
      where a.rowid % 3 = 0 and ${closed(sql`a`)}`),
    db.run(sql`delete from codings where rowid % 4 = 0
      and response_id in (select id from responses where ${others})`),
  ]);
  return answers.rowsAffected;
}
