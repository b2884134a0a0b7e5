import { and, asc, desc, eq, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/client.ts";
import {
  people,
  questionnaires,
  responses,
  rounds,
  sectionCompletions,
  sections,
} from "../../db/schema/tables.ts";
import type { SessionScope } from "../http/session.ts";
import { extendedUntilOf } from "./round-extension-queries.ts";

/**
 * The response that the viewer's organisation works on or last signed: an open version goes first, then
 * the latest. As SQL, so that a page's statements find it in the batch that reads the session.
 */
export const currentResponseId = (year: number, scope: SessionScope): SQL<string> => sql<string>`(
  select cr.id from responses cr
  where cr.round_id = (select id from rounds where year = ${year}) and cr.member_id = ${scope.memberId}
  order by cr.state in ('in_progress', 'ready') desc, cr.state = 'signed' desc, cr.sequence desc,
    cr.version desc limit 1)`;

const roundColumns = (scope: SessionScope) => ({
  id: rounds.id,
  questionnaireId: rounds.questionnaireId,
  year: rounds.year,
  state: rounds.state,
  referenceOn: rounds.referenceOn,
  opensOn: rounds.opensOn,
  closesOn: rounds.closesOn,
  acceptsLate: rounds.acceptsLate,
  publishedOn: rounds.publishedOn,
  title: questionnaires.title,
  extendedUntil: extendedUntilOf(scope.memberId),
});

const starter = alias(people, "starter");
const readier = alias(people, "readier");
const signer = alias(people, "signer");

const responseColumns = {
  id: responses.id,
  memberId: responses.memberId,
  sequence: responses.sequence,
  version: responses.version,
  state: responses.state,
  startedAt: responses.startedAt,
  startedBy: starter.name,
  readyAt: responses.readyAt,
  readyBy: readier.name,
  signedAt: responses.signedAt,
  signedBy: signer.name,
  reference: responses.reference,
  consent: responses.consent,
  askedAt: responses.askedAt,
  mergesId: responses.mergesId,
  /** how many responses of the organisation to this round are open or count */
  twins:
    sql<number>`(select count(distinct w.sequence) from responses w where w.round_id = ${responses.roundId}
    and w.member_id = ${responses.memberId} and w.state <> 'superseded')`.mapWith(Number),
  /** how often a signatory sent it back */
  turn: sql<number>`(select count(distinct b.returned_at) from response_returns b
    where b.response_id = ${responses.id})`.mapWith(Number),
  /** revisions only ever go up, so their sum tells whether anything changed since it was shown */
  stamp:
    sql<number>`(select coalesce(sum(a.revision), 0) from answers a where a.response_id = ${responses.id})`.mapWith(
      Number,
    ),
};

function responseRows(db: Database) {
  return db
    .select(responseColumns)
    .from(responses)
    .leftJoin(starter, eq(starter.id, responses.startedBy))
    .leftJoin(readier, eq(readier.id, responses.readyBy))
    .leftJoin(signer, eq(signer.id, responses.signedBy));
}

/** The round of a year, with the title of its questionnaire and the last day of the viewer's organisation. */
export function roundOfYear(db: Database, scope: SessionScope, year: number) {
  return db
    .select(roundColumns(scope))
    .from(rounds)
    .innerJoin(questionnaires, eq(questionnaires.id, rounds.questionnaireId))
    .where(eq(rounds.year, year));
}

/** The viewer's organisation's current response to a round; see `currentResponseId`. */
export const currentResponse = (db: Database, scope: SessionScope, year: number) =>
  responseRows(db).where(eq(responses.id, currentResponseId(year, scope)));

/** The response that counts now: the signed version, also while a newer version is being made. */
export const signedResponse = (db: Database, scope: SessionScope, year: number) =>
  responseRows(db)
    .where(
      and(
        eq(responses.state, "signed"),
        eq(responses.memberId, scope.memberId),
        eq(responses.roundId, sql`(select id from rounds where year = ${year})`),
      ),
    )
    .orderBy(desc(responses.sequence))
    .limit(1);

/** All rounds that members may know of, the newest first. */
export function visibleRounds(db: Database, scope: SessionScope) {
  return db
    .select(roundColumns(scope))
    .from(rounds)
    .innerJoin(questionnaires, eq(questionnaires.id, rounds.questionnaireId))
    .where(ne(rounds.state, "concept"))
    .orderBy(desc(rounds.year));
}

/** The responses of the viewer's organisation to all rounds, open versions first. */
export function ownResponses(db: Database, scope: SessionScope) {
  return db
    .select({
      roundId: responses.roundId,
      state: responses.state,
      version: responses.version,
      sequence: responses.sequence,
      signedAt: responses.signedAt,
      signedBy: signer.name,
      reference: responses.reference,
    })
    .from(responses)
    .leftJoin(signer, eq(signer.id, responses.signedBy))
    .where(eq(responses.memberId, scope.memberId))
    .orderBy(
      sql`${responses.state} in ('in_progress', 'ready') desc`,
      sql`${responses.state} = 'signed' desc`,
      desc(responses.sequence),
      desc(responses.version),
    );
}

/** The sections of a round with what the response has of each: questions, answers, who was there last. */
export function sectionProgress(db: Database, scope: SessionScope, year: number) {
  const response = currentResponseId(year, scope);
  const last = (column: SQL) => sql`(select ${column} from answers a join items i on i.id = a.item_id
    left join people p on p.id = a.saved_by
    where a.response_id = ${response} and i.section_id = ${sections.id}
    order by a.saved_at desc, a.item_id limit 1)`;
  return db
    .select({
      id: sections.id,
      position: sections.position,
      title: sections.title,
      intro: sections.intro,
      minutes: sections.minutes,
      items: sql<number>`(select count(*) from items i where i.section_id = ${sections.id})`.mapWith(Number),
      answered: sql<number>`(select count(*) from answers a join items i on i.id = a.item_id
        where a.response_id = ${response} and i.section_id = ${sections.id} and a.state <> 'cleared')`.mapWith(
        Number,
      ),
      isComplete: sql<boolean>`${sectionCompletions.completedAt} is not null`.mapWith(Boolean),
      lastSavedAt: sql<number | null>`${last(sql`a.saved_at`)}`,
      lastSavedBy: sql<string | null>`${last(sql`p.name`)}`,
    })
    .from(sections)
    .innerJoin(rounds, eq(rounds.questionnaireId, sections.questionnaireId))
    .leftJoin(
      sectionCompletions,
      and(eq(sectionCompletions.sectionId, sections.id), eq(sectionCompletions.responseId, response)),
    )
    .where(eq(rounds.year, year))
    .orderBy(asc(sections.position));
}
