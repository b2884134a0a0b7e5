import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { PlausibilityRule } from "../../db/vocabulary.ts";

export interface NewReason {
  responseId: string;
  itemId: string;
  /** the revision of the answer that the form showed */
  seen: number;
  rules: readonly PlausibilityRule[];
  text: string;
  personId: string;
}

const standsAsSeen = ({ responseId, itemId, seen }: NewReason) => sql`
  from answers a join responses s on s.id = a.response_id
  where a.response_id = ${responseId} and a.item_id = ${itemId} and a.revision = ${seen}
    and s.state = 'in_progress'`;

/** Keeps the reason with every rule that the answer breaks now; without words it takes the reason away. */
export const keepReason = (db: Database, reason: NewReason, now: number) =>
  reason.text === ""
    ? db.run(sql`delete from answer_reasons
        where response_id = ${reason.responseId} and item_id = ${reason.itemId}
          and exists (select 1 ${standsAsSeen(reason)})`)
    : db.run(sql`
        insert into answer_reasons (response_id, item_id, rule, revision, text, person_id, at)
        select a.response_id, a.item_id, j.value, a.revision, ${reason.text}, ${reason.personId}, ${now}
        from (select a.response_id, a.item_id, a.revision ${standsAsSeen(reason)}) a,
          json_each(${JSON.stringify(reason.rules)}) j where true
        on conflict (response_id, item_id, rule) do update set revision = excluded.revision,
          text = excluded.text, person_id = excluded.person_id, at = excluded.at`);

/** One row when the answer is still the one that the form showed. */
export const asSeen = (db: Database, reason: NewReason) =>
  db.all<{ revision: number }>(sql`select a.revision ${standsAsSeen(reason)}`);

/**
 * Reasons with signed answers to a round, with name and words: of facts, which members open to each other. That an
 * answer to a confidential question looks odd does not leave the organisation, not even as a count: a count that
 * goes up as somebody signs says that this organisation's answer halved.
 */
export const signedReasons = (db: Database, year: number) =>
  db.all<{
    concept: string;
    shortName: string;
    rule: PlausibilityRule;
    name: string;
    text: string;
  }>(sql`
    select i.concept, i.short_name as shortName, a.rule, m.name, a.text
    from answer_reasons a
    join answers w on w.response_id = a.response_id and w.item_id = a.item_id and w.revision = a.revision
    join responses s on s.id = a.response_id and s.state = 'signed'
    join members m on m.id = s.member_id
    join items i on i.id = a.item_id and i.audience = 'members'
    join sections e on e.id = i.section_id
    where s.round_id = (select id from rounds where year = ${year})
    order by e.position, i.position, a.rule, m.name limit 500`);
