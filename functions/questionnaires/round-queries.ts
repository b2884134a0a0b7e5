import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { RoundState } from "../../db/vocabulary.ts";
import type { RoundForm } from "../../web/questionnaires/round-contract.ts";

export interface RunRound {
  id: string;
  year: number;
  /** what is asked in it */
  questionnaireId: string;
  questionnaireTitle: string;
  state: RoundState;
  referenceOn: string;
  opensOn: string;
  closesOn: string;
  acceptsLate: number;
  publishedOn: string | null;
  signed: number;
  busy: number;
  /** whether anybody answered; from then on the reference date stands */
  isAnswered: number;
  messages: number;
  extensions: number;
  bounces: number;
}

/** One round with how far its members are. */
export function readRunRound(db: Database, year: number) {
  const having = (states: ReturnType<typeof sql>) => sql`(select count(distinct s.member_id) from responses s
    where s.round_id = r.id and s.state in ${states})`;
  return db.all<RunRound>(sql`
    select r.id, r.year, r.questionnaire_id as questionnaireId, q.title as questionnaireTitle, r.state, r.reference_on as referenceOn, r.opens_on as opensOn,
      r.closes_on as closesOn, r.accepts_late as acceptsLate, r.published_on as publishedOn,
      ${having(sql`('signed')`)} as signed, ${having(sql`('in_progress', 'ready')`)} as busy,
      exists (select 1 from responses s where s.round_id = r.id) as isAnswered,
      (select count(*) from round_messages g where g.round_id = r.id and g.state in ('scheduled', 'sending')) as messages,
      (select count(*) from round_extensions x where x.round_id = r.id) as extensions,
      (select count(*) from round_messages g join round_message_recipients t on t.message_id = g.id
        join outbox o on o.id = t.outbox_id where g.round_id = r.id
          and (o.failed_at is not null or o.bounced_at is not null)) as bounces
    from rounds r join questionnaires q on q.id = r.questionnaire_id where r.year = ${year}`);
}

/** What a form saw of a round, in one word; a change in between is a conflict. */
export const seenOf = ({ state, referenceOn, opensOn, closesOn, acceptsLate }: RunRound): string =>
  `${state} ${referenceOn} ${opensOn} ${closesOn} ${acceptsLate ? 1 : 0}`;

const asSeen = (seen: string) =>
  sql`state || ' ' || reference_on || ' ' || opens_on || ' ' || closes_on || ' ' || accepts_late = ${seen}`;

/**
 * Other days, or late answers on or off; no row when somebody changed the round meanwhile. Answers are about the
 * reference date, so it moves only while there is none; the first day moves only before the round opens.
 */
export function changeRound(db: Database, id: string, form: RoundForm) {
  return db.all<{ id: string }>(sql`
    update rounds set closes_on = ${form.sluit}, accepts_late = ${form.late_antwoorden === "ja" ? 1 : 0},
      reference_on = coalesce(nullif(${form.peildatum}, ''), reference_on),
      opens_on = coalesce(nullif(${form.opent}, ''), opens_on)
    where id = ${id} and ${asSeen(form.gezien)}
      and (${form.peildatum} in ('', reference_on)
        or not exists (select 1 from responses s where s.round_id = rounds.id))
      and (${form.opent} in ('', opens_on) or state = 'concept') returning id`);
}

/** Moves a round on; `today` becomes the day of publication. No row when it stands elsewhere by now. */
export function moveRound(db: Database, id: string, from: RoundState, to: RoundState, today: string) {
  return db.all<{ id: string }>(sql`
    update rounds set state = ${to},
      published_on = case when ${to} = 'published' then ${today} else published_on end,
      opens_on = case when state = 'concept' then min(opens_on, ${today}) else opens_on end
    where id = ${id} and state = ${from} returning id`);
}

/** Logs the statement right before it, if that changed the round. */
export function roundChanged(db: Database, by: string, subject: string, now: number) {
  return db.run(sql`
    insert into audit_entries (at, person_id, action, subject)
    select ${now}, ${by}, 'round_changed', ${subject} where changes() > 0`);
}
