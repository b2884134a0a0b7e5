import {
  and,
  count,
  countDistinct,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  or,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/client.ts";
import {
  members,
  municipalities,
  outbox,
  profileValues,
  responses,
  rounds,
  sectionCompletions,
  sections,
  visitOffers,
  visits,
} from "../../db/schema/tables.ts";
import { AGREED_STATES } from "../../db/visit-vocabulary.ts";
import type { SessionScope } from "../http/session.ts";
import { countedResponses } from "../insights/counted.ts";
import { membersOf } from "../insights/queries.ts";
import { hasMembers, membersOn } from "../members/directory-counts.ts";
import { inhabitantsOfOne, inhabitantsReferenceOn } from "../members/division-queries.ts";
import { receives } from "../visits/host-queries.ts";

/** The open rounds that take answers on this day: the last day itself counts, and later where that is allowed. */
const takesAnswersOn = (today: string) =>
  and(
    eq(rounds.state, "open"),
    lte(rounds.opensOn, today),
    or(gte(rounds.closesOn, today), eq(rounds.acceptsLate, true)),
  );

/** The last day of the viewer's organisation in a round, when that lies ahead: it may answer until then. */
const ownLastDay = (scope: SessionScope, today: string) => sql`(select x.until from round_extensions x
  where x.round_id = ${rounds.id} and x.member_id = ${scope.memberId} and x.until >= ${today})`;

/** The open rounds with the viewer's own organisation's response: sections done, minutes left. */
export function openRounds(db: Database, scope: SessionScope, today: string) {
  const done = sql`(select 1 from ${sectionCompletions} where ${sectionCompletions.responseId} = ${responses.id}
    and ${sectionCompletions.sectionId} = ${sections.id})`;
  return (
    db
      .select({
        year: rounds.year,
        closesOn: sql<string>`max(${rounds.closesOn}, coalesce(${ownLastDay(scope, today)}, ''))`,
        state: responses.state,
        version: responses.version,
        sections: count(sections.id),
        sectionsDone: sql<number>`sum(exists ${done})`.mapWith(Number),
        minutesLeft: sql<number>`sum(case when exists ${done} then 0 else ${sections.minutes} end)`.mapWith(
          Number,
        ),
      })
      .from(rounds)
      .innerJoin(sections, eq(sections.questionnaireId, rounds.questionnaireId))
      .leftJoin(
        responses,
        and(
          eq(responses.roundId, rounds.id),
          eq(responses.memberId, scope.memberId),
          inArray(responses.state, ["in_progress", "ready", "signed"]),
        ),
      )
      .where(
        or(
          takesAnswersOn(today),
          and(ne(rounds.state, "concept"), sql`${ownLastDay(scope, today)} is not null`),
        ),
      )
      .groupBy(rounds.id, responses.id)
      // A reopened response stands beside the signed one it follows: the newest version tells what to do.
      .orderBy(rounds.closesOn, desc(responses.version))
  );
}

/** Visits of the viewer's organisation that wait for an answer or still lie ahead, at most eight, waiting first. */
export function nearVisits(db: Database, scope: SessionScope) {
  const guest = alias(members, "guest");
  const host = alias(members, "host");
  return db
    .select({
      id: visits.id,
      state: visits.state,
      seats: visits.seats,
      startsAt: visits.startsAt,
      period: visits.period,
      guestName: guest.name,
      hostName: host.name,
      isHost: sql<number>`${visits.hostMemberId} = ${scope.memberId}`.mapWith(Boolean),
      learningQuestion: visits.learningQuestion,
      createdAt: visits.createdAt,
    })
    .from(visits)
    .innerJoin(guest, eq(guest.id, visits.guestMemberId))
    .leftJoin(host, eq(host.id, visits.hostMemberId))
    .where(
      sql`${scope.memberId} in (${visits.guestMemberId}, ${visits.hostMemberId})
        and (${visits.state} in ('requested', 'counter_proposed')
          or (${inArray(visits.state, AGREED_STATES)} and ${visits.startsAt} > ${scope.now}))`,
    )
    .orderBy(
      sql`${inArray(visits.state, ["accepted", "confirmed"])}`,
      sql`coalesce(${visits.startsAt}, ${visits.createdAt})`,
    )
    .limit(8);
}

/** Profile fields of the viewer's organisation whose value was last confirmed before `before`. */
export function staleProfileFields(db: Database, scope: SessionScope, before: string) {
  return db
    .select({ field: profileValues.field, referenceOn: profileValues.referenceOn, memberSlug: members.slug })
    .from(profileValues)
    .innerJoin(members, eq(members.id, profileValues.memberId))
    .where(
      and(
        eq(profileValues.memberId, scope.memberId),
        isNull(profileValues.supersededAt),
        lt(profileValues.referenceOn, before),
      ),
    )
    .orderBy(profileValues.referenceOn);
}

/** How far the responses of the open rounds are, in all members together; nobody by name. */
export function responseProgress(db: Database, today: string) {
  const kept = (what: "begun" | "signed") =>
    sql<number>`coalesce((select sum(c.${sql.raw(what)}) from board_counts c
      where c.round_id = rounds.id and c.attribute = 'stand'), 0)`.mapWith(Number);
  return db
    .select({
      year: rounds.year,
      closesOn: rounds.closesOn,
      begun: kept("begun"),
      signed: kept("signed"),
      members: membersOn(today),
    })
    .from(rounds)
    .where(takesAnswersOn(today))
    .orderBy(rounds.closesOn);
}

/** Mail that could not be delivered; what was meant for a removed person has no text left to deliver. */
export function failedMail(db: Database) {
  return db
    .select({ count: count() })
    .from(outbox)
    .where(and(isNotNull(outbox.failedAt), ne(outbox.text, "")));
}

/** The association in four numbers; an inhabitant counts once, at the newest reference date. */
export function associationTotals(db: Database, today: string) {
  return db
    .select({
      members: membersOn(today),
      municipalities: count(municipalities.code),
      provinces: countDistinct(municipalities.province),
      inhabitants: sql<number>`sum(${inhabitantsOfOne(sql`municipalities.code`, today)})`.mapWith(Number),
      referenceOn: sql<string | null>`${inhabitantsReferenceOn(today)}`,
    })
    .from(municipalities)
    .where(hasMembers(today));
}

/** Published offers of others that lie ahead or are open for a date, at most three: something to go and see. */
export function upcomingOffers(db: Database, scope: SessionScope) {
  return db
    .select({
      id: visitOffers.id,
      title: visitOffers.title,
      memberName: members.name,
      startsAt: visitOffers.startsAt,
    })
    .from(visitOffers)
    .innerJoin(members, eq(members.id, visitOffers.memberId))
    .where(
      and(
        eq(visitOffers.state, "published"),
        sql`${visitOffers.memberId} is not ${scope.memberId}`,
        or(isNull(visitOffers.startsAt), gte(visitOffers.startsAt, scope.now)),
        receives(sql`${visitOffers.memberId}`, sql`${visitOffers.startsAt}`, scope.now),
      ),
    )
    .orderBy(sql`${visitOffers.startsAt} is null`, visitOffers.startsAt)
    .limit(3);
}

/**
 * What members answered to one question that they opened to each other, in the newest published round: the
 * figure beside the list. The same counts as on the page of that question: stored ones once there are any; the
 * four most chosen options.
 */
export function figureOfTheHome(db: Database) {
  const newest = sql`(select max(year) from rounds where state = 'published')`;
  const facts = sql`join items i on i.questionnaire_id = round.questionnaire_id and i.concept = '3D1' and i.audience = 'members'`;
  return db.all<{
    label: string;
    count: number;
    n: number;
    members: number;
    year: number;
    referenceOn: string;
  }>(sql`
    with ${countedResponses(newest, null, { isPage: true })},
    shown as (select * from rounds where year = ${newest} and state = 'published'),
    stored as (
      select f.id, f.organisations, f.members from shown as round join fact_editions f on f.round_id = round.id
      order by f.edition desc limit 1
    ),
    said as (
      select j.key as code, j.value as count from shown as round ${facts}
      join stored join fact_cells c on c.edition_id = stored.id and c.item_id = i.id and c.filter_key = 'alle',
        json_each(c.counts, '$.values') j
      union all
      select j.value, count(distinct c.member_id) from round ${facts}
      cross join counted c
      join answers a on a.response_id = c.id and a.item_id = i.id and a.state = 'given',
        json_each(a.value, '$.choices') j
      group by 1
    )
    select c.label as label, said.count as count,
      coalesce((select organisations from stored), (select count(*) from counted)) as n,
      coalesce((select members from stored), (${membersOf})) as members,
      round.year as year, round.reference_on as referenceOn
    from shown as round, said
    join choices c on c.list = 'process_systems' and c.code = said.code
    order by count desc, c.label limit 4`);
}
