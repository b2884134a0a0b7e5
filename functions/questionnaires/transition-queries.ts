import { and, eq, type SQL, sql } from "drizzle-orm";
import type { AuditAction } from "../../db/audit-vocabulary.ts";
import type { Database } from "../../db/client.ts";
import { responses } from "../../db/schema/tables.ts";

/** Who changes the state of which response, and when. */
export interface Transition {
  responseId: string;
  memberId: string;
  personId: string;
  now: number;
}

/** True in SQL when this very transition made the response ready. */
export const becameReady = ({ responseId, personId, now }: Transition): SQL => sql`exists (
  select 1 from responses
  where id = ${responseId} and state = 'ready' and ready_at = ${now} and ready_by = ${personId})`;

/** True in SQL when this very transition signed the response. */
export const becameSigned = ({ responseId, personId, now }: Transition): SQL => sql`exists (
  select 1 from responses
  where id = ${responseId} and state = 'signed' and signed_at = ${now} and signed_by = ${personId})`;

/** True in SQL when this very transition opened the new version. */
export const becameReopened = (newId: string, { personId, now }: Transition): SQL => sql`exists (
  select 1 from responses where id = ${newId} and started_at = ${now} and started_by = ${personId})`;

/**
 * True in SQL right after a statement that changed something. For resuming: it leaves nobody's name and no
 * time behind to ask for.
 */
export const justChanged: SQL = sql`changes() > 0`;

type Returned = { id: string };

/** How the response stands after the batch: a second submit finds that it was done already. */
export const standAfter = (db: Database, { memberId }: Transition, id: string) =>
  db
    .select({ id: responses.id, state: responses.state })
    .from(responses)
    .where(and(eq(responses.id, id), eq(responses.memberId, memberId)));

/** In progress → ready. */
export const makeReady = (db: Database, { responseId, memberId, personId, now }: Transition) =>
  db.all<Returned>(sql`
    update responses set state = 'ready', ready_at = ${now}, ready_by = ${personId}
    where id = ${responseId} and member_id = ${memberId} and state = 'in_progress'
    returning id`);

/** Ready → in progress. */
export const resume = (db: Database, { responseId, memberId }: Transition) =>
  db.all<Returned>(sql`
    update responses set state = 'in_progress', ready_at = null, ready_by = null, asked_at = null
    where id = ${responseId} and member_id = ${memberId} and state = 'ready'
    returning id`);

/** What the signatory saw: when it was made ready (or all sections were done), and the sum of all revisions. */
export interface Seen {
  readyAt: number;
  stamp: number;
}

export const isAsSeen = ({ responseId, memberId }: Transition, { readyAt, stamp }: Seen): SQL => sql`exists (
  select 1 from responses s
  where s.id = ${responseId} and s.member_id = ${memberId} and s.state in ('in_progress', 'ready')
    and (case s.state when 'ready' then s.ready_at else s.asked_at end) = ${readyAt}
    and ${stamp} = (select coalesce(sum(a.revision), 0) from answers a where a.response_id = s.id))`;

/**
 * The version that counted until now makes room, and so does the other response that goes up in this one. Comes before `sign` in the batch, on the same condition:
 * an index allows one signed version of a response at a time.
 */
export const supersede = (db: Database, transition: Transition, seen: Seen) =>
  db.run(sql`
    update responses set state = 'superseded'
    where (state = 'signed' and (round_id, member_id, sequence) = (
        select round_id, member_id, sequence from responses where id = ${transition.responseId})
      or state in ('in_progress', 'ready', 'signed') and (round_id, member_id, sequence) = (
        select o.round_id, o.member_id, o.sequence from responses r join responses o on o.id = r.merges_id
        where r.id = ${transition.responseId}))
      and ${isAsSeen(transition, seen)}`);

/**
 * Ready → signed, if nothing changed since it was shown. The number is year, number of the response in its
 * round in the order of signing, and version; a later version keeps the number of the first.
 */
export const sign = (db: Database, transition: Transition, seen: Seen) =>
  db.all<{ id: string; reference: string }>(sql`
    update responses set state = 'signed', ready_at = coalesce(ready_at, asked_at), signed_at = ${transition.now}, signed_by = ${transition.personId},
      reference = (select printf('%d-%04d-%d', d.year, coalesce(
        (select cast(substr(p.reference, 6, 4) as integer) from responses p
          where (p.round_id, p.member_id, p.sequence)
            = (responses.round_id, responses.member_id, responses.sequence)
            and p.reference is not null limit 1),
        (select 1 + coalesce(max(cast(substr(q.reference, 6, 4) as integer)), 0) from responses q
          where q.round_id = responses.round_id)), responses.version)
        from rounds d where d.id = responses.round_id)
    where id = ${transition.responseId} and ${isAsSeen(transition, seen)}
    returning id, reference`);

/** The reference of a response, as SQL: known only once the batch runs. */
export const referenceOf = (responseId: string): SQL =>
  sql`(select reference from responses where id = ${responseId})`;

/** Signed stays signed; beside it comes a next version in progress, unless one is open already. */
export const reopen = (db: Database, newId: string, { responseId, memberId, personId, now }: Transition) =>
  db.all<Returned>(sql`
    insert into responses (id, round_id, member_id, sequence, version, state, started_at, started_by, consent)
    select ${newId}, round_id, member_id, sequence, version + 1, 'in_progress', ${now}, ${personId}, consent
    from responses where id = ${responseId} and member_id = ${memberId} and state = 'signed'
    on conflict do nothing
    returning id`);

/** The statements that copy answers, their whole history, the marks of done sections and what was done with the profile to a new version. */
export function copyAnswers(db: Database, newId: string, transition: Transition) {
  const fromOld = sql`where response_id = ${transition.responseId} and ${becameReopened(newId, transition)}
    on conflict do nothing`;
  const columns = sql.raw(
    "item_id, revision, state, value, explanation, consent, source, saved_at, saved_by, origin_response_id",
  );
  return [
    db.run(sql`insert into answers (response_id, ${columns})
      select ${newId}, ${columns} from answers ${fromOld}`),
    db.run(sql`insert into answer_revisions (response_id, ${columns})
      select ${newId}, ${columns} from answer_revisions ${fromOld}`),
    db.run(sql`insert into answer_reasons (response_id, item_id, rule, revision, text, person_id, at)
      select ${newId}, item_id, rule, revision, text, person_id, at from answer_reasons ${fromOld}`),
    db.run(sql`insert into section_completions (response_id, section_id, completed_at, completed_by)
      select ${newId}, section_id, completed_at, completed_by from section_completions ${fromOld}`),
    db.run(sql`insert into profile_outcomes (response_id, item_id, outcome, profile_value_id, said_at, said_by)
      select ${newId}, item_id, outcome, profile_value_id, said_at, said_by from profile_outcomes ${fromOld}`),
  ] as const;
}

/** Notes the transition, when it happened; once, also for two submits in the same millisecond. */
export const recordTransition = (
  db: Database,
  { memberId, personId, now }: Transition,
  action: AuditAction,
  subject: string,
  onlyIf: SQL,
) =>
  db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${now}, ${personId}, ${memberId}, ${action}, ${subject} where ${onlyIf}
      and not exists (select 1 from audit_entries where at = ${now} and person_id = ${personId}
        and action = ${action} and subject = ${subject})`);

/** True in SQL when `recordTransition` noted this very transition. */
export const wasRecorded = (
  { personId, now }: Transition,
  action: AuditAction,
  subject: string,
): SQL => sql`exists (
  select 1 from audit_entries where at = ${now} and person_id = ${personId} and action = ${action}
    and subject = ${subject})`;

/** The signatories of the viewer's organisation. */
export const signatoriesOf = (db: Database, memberId: SQL) =>
  db.all<{ id: string; name: string; email: string }>(sql`
    select p.id, p.name, p.email from memberships m join people p on p.id = m.person_id
    where m.member_id = ${memberId} and m.role = 'signatory' and p.removed_at is null
    order by p.name`);
