import { and, eq, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/client.ts";
import { members, people, themes, visitEvents, visitOffers, visits } from "../../db/schema/tables.ts";
import type { VisitFilters } from "../../web/visits/contract.ts";
import type { SessionScope } from "../http/session.ts";
import { PAGE_SIZE, provincesOf, takenSeats, worksIn } from "./offer-queries.ts";

const guest = alias(members, "guest");
const host = alias(members, "host");

const visitColumns = {
  id: visits.id,
  guestMemberId: visits.guestMemberId,
  guestMemberName: guest.name,
  guestMemberSlug: guest.slug,
  guestPersonId: visits.guestPersonId,
  hostMemberId: visits.hostMemberId,
  hostMemberName: host.name,
  hostMemberSlug: host.slug,
  hostPersonId: visits.hostPersonId,
  offerId: visits.offerId,
  offerTitle: visitOffers.title,
  offerFormat: visitOffers.format,
  offerState: visitOffers.state,
  offerMemberId: visitOffers.memberId,
  offerSeats: visitOffers.seats,
  offerTaken: takenSeats,
  offerLocation: visitOffers.location,
  whatYouSee: visitOffers.whatYouSee,
  practical: visitOffers.practical,
  themeName: themes.name,
  learningQuestion: visits.learningQuestion,
  whatWeBring: visits.whatWeBring,
  period: visits.period,
  seats: visits.seats,
  startsAt: visits.startsAt,
  endsAt: visits.endsAt,
  location: visits.location,
  state: visits.state,
  revision: visits.revision,
  calendarSequence: visits.calendarSequence,
  createdAt: visits.createdAt,
};

const joined = (db: Database) =>
  db
    .select(visitColumns)
    .from(visits)
    .innerJoin(guest, eq(guest.id, visits.guestMemberId))
    .leftJoin(host, eq(host.id, visits.hostMemberId))
    .leftJoin(visitOffers, eq(visitOffers.id, visits.offerId))
    .innerJoin(themes, eq(themes.id, visits.themeId));

/** Organisations of the viewer, also those on whose behalf the viewer is not here now. */
const ownMembers = (scope: SessionScope) =>
  sql`(select member_id from memberships where person_id = ${scope.personId})`;

const isParty = (scope: SessionScope) =>
  sql`(${visits.guestMemberId} in ${ownMembers(scope)} or ${visits.hostMemberId} in ${ownMembers(scope)})`;

/** A visit that the viewer may know of: as guest, as host, or because it is an open request. */
export function readVisit(db: Database, scope: SessionScope, id: string) {
  return joined(db).where(sql`${visits.id} = ${id} and (${visits.state} = 'open' or ${isParty(scope)})`);
}
export type VisitRow = Awaited<ReturnType<typeof readVisit>>[number];

/** The moves of a visit in order, with who made them; only for its two sides. */
export function readEvents(db: Database, scope: SessionScope, id: string) {
  return db
    .select({
      revision: visitEvents.revision,
      state: visitEvents.state,
      at: visitEvents.at,
      personId: visitEvents.personId,
      personName: sql<string | null>`case when ${people.removedAt} is null then ${people.name} end`,
      note: visitEvents.note,
      startsAt: visitEvents.startsAt,
      endsAt: visitEvents.endsAt,
    })
    .from(visitEvents)
    .innerJoin(visits, eq(visits.id, visitEvents.visitId))
    .leftJoin(people, eq(people.id, visitEvents.personId))
    .where(and(eq(visitEvents.visitId, id), isParty(scope)))
    .orderBy(visitEvents.revision);
}
export type EventRow = Awaited<ReturnType<typeof readEvents>>[number];

const person = { id: people.id, name: people.name, email: people.email };

/** Whether a person is still there, and still belongs to this organisation. */
const isOf = (personId: SQLWrapper, memberId: SQLWrapper) => sql`exists (select 1 from memberships ms
  join people there on there.id = ms.person_id and there.removed_at is null
  where ms.person_id = ${personId} and ms.member_id = ${memberId})`;

/**
 * Who asked for the visit; when that person left, the hosts and editors of that organisation instead. Unscoped:
 * mail needs the address before there are two sides; pages ask the policy.
 */
export function readGuestPerson(db: Database, id: string) {
  return db
    .select(person)
    .from(people)
    .innerJoin(visits, eq(visits.id, id))
    .where(
      sql`${people.removedAt} is null and case
        when ${isOf(visits.guestPersonId, visits.guestMemberId)} then ${people.id} = ${visits.guestPersonId}
        else ${people.id} in (select person_id from memberships
          where member_id = ${visits.guestMemberId} and role in ('host', 'editor')) end`,
    )
    .orderBy(people.name);
}

/** The host person of a visit first, while still there; then everybody who may answer for that organisation. */
export function readHostPeople(db: Database, id: string) {
  return db
    .select(person)
    .from(people)
    .innerJoin(visits, eq(visits.id, id))
    .where(
      sql`(${people.id} = ${visits.hostPersonId} and ${isOf(people.id, visits.hostMemberId)})
        or (${people.removedAt} is null and ${people.id} in (
          select person_id from memberships where member_id = ${visits.hostMemberId} and role = 'host'))`,
    )
    .orderBy(sql`${people.id} is not ${visits.hostPersonId}`, people.name);
}

/** Who receives a request to this offer. */
export function readOfferHosts(db: Database, offerId: string) {
  return db
    .select(person)
    .from(people)
    .where(
      sql`${people.removedAt} is null and ${people.id} in (select ms.person_id from memberships ms
        join visit_offers o on o.member_id = ms.member_id where o.id = ${offerId} and ms.role = 'host')`,
    )
    .orderBy(people.name);
}
export type PersonRow = Awaited<ReturnType<typeof readOfferHosts>>[number];

const openRequests = ({ thema, provincie }: VisitFilters) =>
  and(
    eq(visits.state, "open"),
    thema ? eq(themes.slug, thema) : undefined,
    provincie ? worksIn(sql`${visits.guestMemberId}`, provincie) : undefined,
  );

/** Open requests, the newest first. Nothing in them names a person. */
export function browseRequests(db: Database, filters: VisitFilters) {
  return db
    .select({
      id: visits.id,
      guestMemberId: visits.guestMemberId,
      guestMemberName: guest.name,
      guestMemberSlug: guest.slug,
      provinces: provincesOf(sql`${visits.guestMemberId}`),
      themeName: themes.name,
      learningQuestion: visits.learningQuestion,
      seats: visits.seats,
      period: visits.period,
      createdAt: visits.createdAt,
    })
    .from(visits)
    .innerJoin(guest, eq(guest.id, visits.guestMemberId))
    .innerJoin(themes, eq(themes.id, visits.themeId))
    .where(openRequests(filters))
    .orderBy(sql`${visits.createdAt} desc`, visits.id)
    .limit(PAGE_SIZE)
    .offset((filters.vragen - 1) * PAGE_SIZE);
}

export function countRequests(db: Database, filters: VisitFilters) {
  return db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(visits)
    .innerJoin(themes, eq(themes.id, visits.themeId))
    .where(openRequests(filters));
}

/** Every visit of the viewer's organisation, as guest and as host. */
export function ownVisits(db: Database, scope: SessionScope) {
  return joined(db)
    .where(sql`${scope.memberId} in (${visits.guestMemberId}, ${visits.hostMemberId})`)
    .orderBy(sql`coalesce(${visits.startsAt}, ${visits.createdAt})`, visits.id);
}
