import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/client.ts";
import { members, people, themes, visitEvents, visitOffers, visits } from "../../db/schema/tables.ts";
import type { VisitFilters } from "../../web/visits/contract.ts";
import type { SessionScope } from "../http/session.ts";
import { PAGE_SIZE, provincesOf, worksIn } from "./offer-queries.ts";
import { practicalColumns } from "./practical-columns.ts";
import { takenSeats, waitingGroups, waitingPlace } from "./seats.ts";
import { isOf } from "./visit-people.ts";

const guest = alias(members, "guest");
const host = alias(members, "host");

/** The person who approves for the guest's organisation, as long as that person belongs to it. */
const approverId = sql<string | null>`(select a.person_id from visit_approvals a
  where a.member_id = ${visits.guestMemberId} and ${isOf(sql`a.person_id`, sql`a.member_id`)})`;

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
  offerStartsAt: visitOffers.startsAt,
  offerNeedsApproval: visitOffers.needsApproval,
  offerWaiting: waitingGroups,
  waitingPlace,
  approverId,
  offerLocation: visitOffers.location,
  whatYouSee: visitOffers.whatYouSee,
  ...practicalColumns,
  themeName: themes.name,
  learningQuestion: visits.learningQuestion,
  whatWeBring: visits.whatWeBring,
  period: visits.period,
  seats: visits.seats,
  startsAt: visits.startsAt,
  endsAt: visits.endsAt,
  location: visits.location,
  state: visits.state,
  absenceCause: visits.absenceCause,
  revision: visits.revision,
  calendarSequence: visits.calendarSequence,
  createdAt: visits.createdAt,
};

const joined = (db: Database) =>
  db
    .select(visitColumns)
    .from(visits)
    .innerJoin(guest, eq(guest.id, visits.guestMemberId))
    .leftJoin(visitOffers, eq(visitOffers.id, visits.offerId))
    // What waits for approval has no host yet; its own people may read whose offer it is about.
    .leftJoin(host, eq(host.id, sql`coalesce(${visits.hostMemberId}, ${visitOffers.memberId})`))
    .innerJoin(themes, eq(themes.id, visits.themeId));

/** Organisations of the viewer, also those on whose behalf the viewer is not here now. */
const ownMembers = (scope: SessionScope) =>
  sql`(select member_id from memberships where person_id = ${scope.personId})`;

/** Whether the viewer belongs to one of the two organisations of the visit of the statement. */
export const isParty = (scope: SessionScope) =>
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
      handedFrom: visitEvents.handedFrom,
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
