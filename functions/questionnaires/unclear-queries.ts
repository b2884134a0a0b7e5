import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { SessionScope } from "../http/session.ts";

/** So many of one organisation may wait at one question. */
const MOST_OPEN = 5;

/** The round of a year by itself, for who belongs to no organisation. */
export const bareRound = (db: Database, year: number) =>
  db.all<{
    id: string;
    year: number;
    state: "concept" | "open" | "closed" | "published";
    title: string;
  }>(sql`
    select r.id, r.year, r.state, q.title from rounds r join questionnaires q on q.id = r.questionnaire_id
    where r.year = ${year}`);

/** What the viewer's organisation asked about a question, the newest first. */
export const ownQueriesAt = (db: Database, scope: SessionScope, year: number, concept: string) =>
  db.all<{ id: string; text: string; askedAt: number; by: string; state: "open" | "answered" }>(sql`
    select q.id, q.text, q.asked_at as askedAt, p.name as "by", q.state
    from question_queries q
    join rounds r on r.id = q.round_id join items i on i.id = q.item_id join people p on p.id = q.person_id
    where r.year = ${year} and i.concept = ${concept} and q.member_id = ${scope.memberId}
    order by q.asked_at desc, q.id limit 20`);

/** What the learning group explained about a question to everybody, the newest first. */
export const explanationsAt = (db: Database, year: number, concept: string) =>
  db.all<{ answer: string; quote: string; at: number }>(sql`
    select q.answer, q.quote, q.answered_at as at
    from question_queries q join rounds r on r.id = q.round_id join items i on i.id = q.item_id
    where r.year = ${year} and i.concept = ${concept} and q.state = 'answered'
    order by q.answered_at desc, q.id limit 20`);

export interface NewQuery {
  id: string;
  roundId: string;
  itemId: string;
  memberId: string;
  personId: string;
  text: string;
}

/** Asks, once, unless too much of this organisation waits there; the query comes back, also for a second click. */
export const addQuery = (db: Database, query: NewQuery, now: number) =>
  [
    db.run(sql`
      insert into question_queries (id, round_id, item_id, member_id, person_id, text, asked_at, state)
      select ${query.id}, ${query.roundId}, ${query.itemId}, ${query.memberId}, ${query.personId}, ${query.text},
        ${now}, 'open'
      where (select count(*) from question_queries where round_id = ${query.roundId}
        and item_id = ${query.itemId} and member_id = ${query.memberId} and state = 'open') < ${MOST_OPEN}
      on conflict (id) do nothing`),
    db.all<{ id: string }>(sql`
      select id from question_queries where id = ${query.id} and person_id = ${query.personId}
        and item_id = ${query.itemId}`),
  ] as const;

export interface QueryRow {
  id: string;
  concept: string;
  shortName: string;
  wording: string;
  stem: string;
  text: string;
  askedAt: number;
  state: "open" | "answered";
  by: string;
  email: string;
  personId: string;
  memberName: string;
  answer: string;
  quote: string;
  answeredAt: number | null;
  answeredBy: string | null;
  revision: number;
}

const queryRows = (where: SQL): SQL => sql`
  select q.id, i.concept, i.short_name as shortName, i.wording, i.stem, q.text, q.asked_at as askedAt, q.state,
    p.name as "by", p.email, q.person_id as personId, m.name as memberName, q.answer, q.quote,
    q.answered_at as answeredAt, a.name as answeredBy, q.revision
  from question_queries q
  join items i on i.id = q.item_id
  join people p on p.id = q.person_id
  join members m on m.id = q.member_id
  left join people a on a.id = q.answered_by and a.removed_at is null
  where ${where}`;

/** Everything that members found unclear in a round: open first, those longest. For the learning group. */
export const queriesOfRound = (db: Database, year: number, limit: number, offset: number) =>
  db.all<QueryRow>(sql`${queryRows(sql`q.round_id = (select id from rounds where year = ${year})`)}
    order by q.state = 'answered', case when q.state = 'open' then q.asked_at else -q.answered_at end, q.id
    limit ${limit} offset ${offset}`);

/** How many there are, and how many wait. */
export const countQueries = (db: Database, year: number) =>
  db.all<{ all: number; open: number }>(sql`
    select count(*) as "all", count(case when state = 'open' then 1 end) as open
    from question_queries where round_id = (select id from rounds where year = ${year})`);

export const oneQuery = (db: Database, year: number, id: string) =>
  db.all<QueryRow>(
    queryRows(sql`q.id = ${id} and q.round_id = (select id from rounds where year = ${year})`),
  );

/** What waits in a round, in a few words each: the staff sees it before the round closes. */
export const openQueriesOf = (db: Database, year: number) =>
  db.all<{ id: string; shortName: string; text: string; askedAt: number }>(sql`
    select q.id, i.short_name as shortName, q.text, q.asked_at as askedAt
    from question_queries q join items i on i.id = q.item_id
    where q.round_id = (select id from rounds where year = ${year}) and q.state = 'open'
    order by q.asked_at, q.id limit 50`);

/** Answers a query, or says it better; no row when somebody else did so since the form was drawn. */
export const answerQuery = (
  db: Database,
  given: { id: string; seen: number; answer: string; quote: string; by: string },
  now: number,
) =>
  db.all<{ id: string }>(sql`
    update question_queries set state = 'answered', answer = ${given.answer}, quote = ${given.quote},
      answered_at = coalesce(answered_at, ${now}), answered_by = ${given.by}, revision = revision + 1
    where id = ${given.id} and revision = ${given.seen} returning id`);

/** Condition: this very answer is the first one, so that who asked hears it once. */
export const isFirstAnswer = (id: string, answer: string, by: string): SQL => sql`exists (
  select 1 from question_queries where id = ${id} and answer = ${answer} and answered_by = ${by} and revision = 1)`;

/** The query when it has exactly this answer, given by this person: what a second click finds. */
export const answeredSo = (
  db: Database,
  id: string,
  { answer, quote, seen }: { answer: string; quote: string; seen: number },
  by: string,
) =>
  db.all<{ id: string }>(sql`
    select id from question_queries where id = ${id} and answer = ${answer} and quote = ${quote}
      and answered_by = ${by} and revision = ${seen + 1}`);

/** Logs an answer, right after it. */
export const answerLogged = (db: Database, by: string, subject: string, now: number) =>
  db.run(sql`
    insert into audit_entries (at, person_id, action, subject)
    select ${now}, ${by}, 'query_answered', ${subject} where changes() > 0`);
