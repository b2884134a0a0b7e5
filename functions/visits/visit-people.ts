import { eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { people, visitApprovals, visits } from "../../db/schema/tables.ts";
import type { SessionScope } from "../http/session.ts";

const person = { id: people.id, name: people.name, email: people.email };

/** Whether a person is still there, and still belongs to this organisation. */
export const isOf = (personId: SQLWrapper, memberId: SQLWrapper) => sql`exists (select 1 from memberships ms
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

/** The organisation that is asked, also while the request still waits for approval at home. */
const askedMember = sql`coalesce(${visits.hostMemberId},
  (select o.member_id from visit_offers o where o.id = ${visits.offerId}))`;

/** The host person of a visit first, while still there; then everybody who may answer for that organisation. */
export function readHostPeople(db: Database, id: string) {
  return db
    .select(person)
    .from(people)
    .innerJoin(visits, eq(visits.id, id))
    .where(
      sql`(${people.id} = ${visits.hostPersonId} and ${isOf(people.id, visits.hostMemberId)})
        or (${people.removedAt} is null and ${people.id} in (
          select person_id from memberships where member_id = ${askedMember} and role = 'host'))`,
    )
    .orderBy(sql`${people.id} is not ${visits.hostPersonId}`, people.name);
}

/**
 * Who approves requests of the guest's organisation of a visit: the person it named, or else its signatories. None
 * where it asks no approval.
 */
export function readApprovers(db: Database, id: string) {
  return approversWhere(db, sql`(select guest_member_id from visits where id = ${id})`);
}

/** Who approves requests of the organisation chosen now; none where it asks no approval. */
export const readOwnApprovers = (db: Database, scope: SessionScope) => approversWhere(db, scope.memberId);

function approversWhere(db: Database, memberId: SQL<unknown>) {
  return db
    .select(person)
    .from(people)
    .innerJoin(visitApprovals, eq(visitApprovals.memberId, memberId))
    .where(
      sql`${people.removedAt} is null and case
        when ${isOf(visitApprovals.personId, visitApprovals.memberId)} then ${people.id} = ${visitApprovals.personId}
        else ${people.id} in (select ms.person_id from memberships ms
          where ms.member_id = ${visitApprovals.memberId} and ms.role = 'signatory') end`,
    )
    .orderBy(people.name);
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
