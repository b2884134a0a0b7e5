import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";

/** Lists of choices that monitoring made for questions of its own. */

export interface OwnListRow {
  list: string;
  title: string;
  revision: number;
  /** the highest number that was ever a code here; what is offered no more counts as well */
  highest: number;
  /** JSON: code and label of what is offered now, in order */
  choices: string;
  /**
   * JSON: the questions that use it: concept, kind, title of the questionnaire, answers, whether how many may be
   * told, condition, published. Of a confidential question `answers` is 1 or 0: the gate alone counts those.
   */
  uses: string;
}

/** All own lists by name, or one. */
export const ownListRows = (db: Database, list: string | null = null) =>
  db.all<OwnListRow>(sql`
    select l.list, l.title, l.revision,
      coalesce((select max(cast(code as integer)) from choices where list = l.list), 0) as highest,
      (select json_group_array(json_object('code', c.code, 'label', c.label))
        from (select code, label from choices where list = l.list and valid_to is null order by position) c) as choices,
      (select json_group_array(json_object('concept', i.concept, 'kind', i.kind, 'title', q.title,
          'answers', (select case i.audience when 'members' then count(*) else min(count(*), 1) end
            from answers a where a.item_id = i.id and a.state = 'given'),
          'isTold', i.audience = 'members',
          'published', exists (select 1 from rounds r where r.questionnaire_id = q.id and r.state = 'published'),
          'conditions', (select json_group_array(d.value) from (
            select shown_if from items where questionnaire_id = q.id and shown_if is not null
            union all select shown_if from sections where questionnaire_id = q.id and shown_if is not null) w,
            json_each(w.shown_if) k, json_each(k.value, '$.choices') d
            where json_extract(k.value, '$.concept') = i.concept)))
        from items i join questionnaires q on q.id = i.questionnaire_id where i.choice_list = l.list) as uses
    from choice_lists l where ${list} is null or l.list = ${list} order by l.title`);

/** Opens an edit of a list: a row when it still stands as the form saw it. */
export const openList = (
  db: Database,
  { list, title, seen, token }: { list: string; title: string; seen: number; token: string },
) =>
  db.all<{ list: string }>(sql`
    update choice_lists set title = ${title}, revision = revision + 1, token = ${token}
    where list = ${list} and revision = ${seen} returning list`);

/** Adds a list; no row when it is there already. */
export const addList = (
  db: Database,
  { list, title, token, now }: { list: string; title: string; token: string; now: number },
) =>
  db.all<{ list: string }>(sql`
    insert into choice_lists (list, title, created_at, token) values (${list}, ${title}, ${now}, ${token})
    on conflict do nothing returning list`);

const opened = (list: string, token: string): SQL =>
  sql`exists (select 1 from choice_lists where list = ${list} and token = ${token})`;

/** Stores a choice under its code: new, with another label, or in another place. */
export const keepChoice = (
  db: Database,
  { list, token, today }: { list: string; token: string; today: string },
  { code, label, position }: { code: string; label: string; position: number },
) =>
  db.run(sql`
    insert into choices (list, code, label, position, valid_from)
    select ${list}, ${code}, ${label}, ${position}, ${today} where ${opened(list, token)}
    on conflict (list, code) do update set label = excluded.label, position = excluded.position, valid_to = null`);

/** Offers a choice no more. Answers that hold it keep it; without any it goes altogether. */
export const endChoice = (
  db: Database,
  { list, token, today }: { list: string; token: string; today: string },
  code: string,
  isHeld: boolean,
) =>
  isHeld
    ? db.run(sql`update choices set valid_to = ${today}
        where list = ${list} and code = ${code} and ${opened(list, token)}`)
    : db.run(sql`delete from choices where list = ${list} and code = ${code} and ${opened(list, token)}`);
