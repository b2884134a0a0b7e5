import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { interpretations, items, rounds } from "../../db/schema/tables.ts";

/** The present text beneath one figure, and all that stood there before, newest first. */
export function interpretationOf(db: Database, year: number, concept: string) {
  return db
    .select({
      id: interpretations.id,
      revision: interpretations.revision,
      text: interpretations.text,
      writtenAt: interpretations.writtenAt,
      /** JSON: revision, text and writtenAt of each */
      history: sql<string>`(select json_group_array(json_object('revision', revision, 'text', text,
        'writtenAt', written_at)) from (select * from interpretation_revisions h
        where h.interpretation_id = ${interpretations.id} order by h.revision desc))`,
    })
    .from(interpretations)
    .innerJoin(rounds, eq(rounds.id, interpretations.roundId))
    .innerJoin(items, eq(items.id, interpretations.itemId))
    .where(and(eq(rounds.year, year), eq(items.concept, concept)));
}

export type InterpretationRow = Awaited<ReturnType<typeof interpretationOf>>[number];

export interface WrittenText {
  id: string;
  year: number;
  concept: string;
  /** the revision that its writer saw; 0: none */
  seen: number;
  text: string;
  now: number;
  by: string;
}

/**
 * Writes a text from the revision that its writer saw, with its place in the history and in the log: all or
 * nothing. The first statement answers no row when somebody else was first.
 */
export function interpretationWritten(db: Database, { id, year, concept, seen, text, now, by }: WrittenText) {
  const figure = sql`rounds r join items i on i.questionnaire_id = r.questionnaire_id
    where r.year = ${year} and r.state = 'published' and i.concept = ${concept}`;
  const written =
    seen === 0
      ? sql`insert into interpretations (id, round_id, item_id, revision, text, written_at, written_by)
          select ${id}, r.id, i.id, 1, ${text}, ${now}, ${by} from ${figure} on conflict do nothing
          returning id`
      : sql`update interpretations set revision = revision + 1, text = ${text}, written_at = ${now}, written_by = ${by}
          where id = ${id} and revision = ${seen} and exists (select 1 from ${figure}
            and r.id = interpretations.round_id and i.id = interpretations.item_id)
          returning id`;
  return [
    db.all<{ id: string }>(written),
    db.run(sql`
      insert into interpretation_revisions (interpretation_id, revision, text, written_at, written_by)
      select id, revision, text, written_at, written_by from interpretations where id = ${id} and changes() > 0`),
    db.run(sql`
      insert into audit_entries (at, person_id, action, subject)
      select ${now}, ${by}, 'interpretation_written', ${`${year}/${concept}`} where changes() > 0`),
    // What stands there now: the second click of two finds its own text.
    interpretationOf(db, year, concept),
  ] as const;
}
