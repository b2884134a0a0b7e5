import { type SQL, sql } from "drizzle-orm";
import type { Database, Statements } from "../../db/client.ts";
import type { Pair } from "./duplicate-policy.ts";
import { becameReopened, recordTransition, type Transition } from "./transition-queries.ts";

/**
 * The side that is not kept counts no more. Never one that was signed after the other: the later response is the
 * one that counts, and figures follow only what is signed.
 */
export function dropSide(db: Database, transition: Transition, pair: Pair, dropped: "left" | "right") {
  const { memberId } = transition;
  const [gone, kept] = dropped === "left" ? [pair.left, pair.right] : [pair.right, pair.left];
  const places = sql`(select round_id, member_id from responses where id = ${kept.id} and member_id = ${memberId}
    and state in ('in_progress', 'ready', 'signed'))`;
  return db.all<{ id: string }>(sql`
    update responses set state = 'superseded'
    where (round_id, member_id) = ${places} and sequence = ${gone.sequence}
      and state in ('in_progress', 'ready', 'signed')
      and (${dropped} = 'left' or not exists (select 1 from responses s where s.round_id = responses.round_id
        and s.member_id = responses.member_id and s.sequence = responses.sequence and s.signed_at is not null))
    returning id`);
}

/** Of which questions the answer of the earlier response goes along. */
export interface Merging {
  newId: string;
  pair: Pair;
  /** concepts */
  fromLeft: readonly string[];
  /** nobody has anything left to choose: the signatory may sign it at once */
  isForSignature?: boolean;
}

/**
 * A new version of the later response with, per question, the answer of one of the two; each keeps where it came
 * from and its history. It counts once it is signed, and the earlier response goes up in it then.
 */
export function mergeSides(
  db: Database,
  transition: Transition,
  { newId, pair, fromLeft, isForSignature }: Merging,
): Statements {
  const { memberId, personId, now } = transition;
  const [left, right] = [pair.left.id, pair.right.id];
  const happened: SQL = becameReopened(newId, transition);
  const chosen = sql`(select id from items where concept in (select value from json_each(${JSON.stringify(fromLeft)})))`;
  const words = sql.raw("state, value, explanation, consent, source, saved_at, saved_by");
  return [
    db.all<{ id: string }>(sql`
      insert into responses (id, round_id, member_id, sequence, version, state, started_at, started_by, consent,
        merges_id, asked_at)
      select ${newId}, r.round_id, r.member_id, r.sequence, r.version + 1, 'in_progress', ${now}, ${personId},
        r.consent, l.id, ${isForSignature ? now : null}
      from responses r join responses l on l.id = ${left} and l.round_id = r.round_id and l.member_id = r.member_id
        and l.sequence < r.sequence and l.state = 'signed'
      where r.id = ${right} and r.member_id = ${memberId} and r.state = 'signed'
        and not exists (select 1 from responses x where x.round_id = r.round_id and x.member_id = r.member_id
          and x.state in ('in_progress', 'ready'))
      on conflict do nothing returning id`),
    db.run(sql`insert into answer_revisions (response_id, item_id, revision, ${words}, origin_response_id)
      select ${newId}, item_id, revision, ${words}, ${right} from answer_revisions
      where response_id = ${right} and ${happened} on conflict do nothing`),
    db.run(sql`insert into answers (response_id, item_id, revision, ${words}, origin_response_id)
      select ${newId}, item_id, revision, ${words}, ${right} from answers
      where response_id = ${right} and item_id not in ${chosen} and ${happened} on conflict do nothing`),
    db.run(sql`insert into answers (response_id, item_id, revision, ${words}, origin_response_id)
      select ${newId}, i.id, coalesce(r.revision, 0) + 1, coalesce(l.state, 'cleared'), l.value,
        coalesce(l.explanation, ''), l.consent, coalesce(l.source, 'typed'), ${now}, ${personId}, ${left}
      from items i left join answers l on l.response_id = ${left} and l.item_id = i.id
      left join answers r on r.response_id = ${right} and r.item_id = i.id
      where i.id in ${chosen} and (l.item_id is not null or r.item_id is not null) and ${happened}
      on conflict do nothing`),
    db.run(sql`insert into answer_revisions (response_id, item_id, revision, ${words}, origin_response_id)
      select response_id, item_id, revision, ${words}, origin_response_id from answers
      where response_id = ${newId} and ${happened} on conflict do nothing`),
    db.run(sql`insert into section_completions (response_id, section_id, completed_at, completed_by)
      select ${newId}, section_id, completed_at, completed_by from section_completions
      where response_id in (${left}, ${right}) and ${happened} on conflict do nothing`),
    recordTransition(db, transition, "responses_merged", newId, happened),
  ];
}
