import { eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { members, people, visitApprovals, visits } from "../../db/schema/tables.ts";
import type { SessionScope } from "../http/session.ts";

/** What the organisation chosen now asks before a request leaves; no row: nothing. */
export function ownApproval(db: Database, scope: SessionScope) {
  return db
    .select({ personId: visitApprovals.personId, changedAt: visitApprovals.changedAt })
    .from(visitApprovals)
    .where(eq(visitApprovals.memberId, scope.memberId));
}

/** Colleagues who could approve, and whether they sign for the organisation. */
export function ownColleagues(db: Database, scope: SessionScope) {
  return db
    .select({
      id: people.id,
      name: people.name,
      isSignatory: sql`exists (select 1 from memberships s where s.person_id = ${people.id}
        and s.member_id = ${scope.memberId} and s.role = 'signatory')`.mapWith(Boolean),
    })
    .from(people)
    .where(
      sql`${people.removedAt} is null and ${people.id} in (
        select ms.person_id from memberships ms where ms.member_id = ${scope.memberId})`,
    )
    .orderBy(people.name);
}

interface Approval {
  memberId: string;
  /** null: the signatories approve */
  personId: string | null;
  changedBy: string;
  now: number;
}

export function saveApproval(db: Database, { memberId, personId, changedBy, now }: Approval) {
  return db
    .insert(visitApprovals)
    .values({ memberId, personId, changedBy, changedAt: now })
    .onConflictDoUpdate({
      target: visitApprovals.memberId,
      set: { personId, changedBy, changedAt: now },
    });
}

export const removeApproval = (db: Database, memberId: string) =>
  db.delete(visitApprovals).where(eq(visitApprovals.memberId, memberId));

/** Requests of the viewer's organisation that this viewer has to approve, the oldest first. */
export function requestsToApprove(db: Database, scope: SessionScope) {
  return db
    .select({
      id: visits.id,
      learningQuestion: visits.learningQuestion,
      createdAt: visits.createdAt,
      hostName: members.name,
    })
    .from(visits)
    .leftJoin(
      members,
      sql`${members.id} = (select o.member_id from visit_offers o where o.id = ${visits.offerId})`,
    )
    .where(
      sql`${visits.guestMemberId} = ${scope.memberId} and ${visits.state} = 'awaiting_approval'
        and case when exists (select 1 from visit_approvals a join memberships ms
            on ms.person_id = a.person_id and ms.member_id = a.member_id where a.member_id = ${visits.guestMemberId})
          then (select a.person_id from visit_approvals a where a.member_id = ${visits.guestMemberId}) = ${scope.personId}
          else exists (select 1 from memberships ms where ms.person_id = ${scope.personId}
            and ms.member_id = ${visits.guestMemberId} and ms.role = 'signatory') end`,
    )
    .orderBy(visits.createdAt);
}
