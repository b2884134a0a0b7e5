import { and, eq, gt, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import {
  association,
  associationRoles,
  members,
  memberships,
  people,
  sessions,
} from "../../db/schema/tables.ts";
import type { AssociationRole, MemberRole } from "../../db/vocabulary.ts";
import type { Frame } from "../../web/frame.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";

export interface Membership {
  memberId: string;
  memberName: string;
  memberSlug: string;
  roles: MemberRole[];
  /** whether the organisation is no member any more; its people go on reading */
  hasLeft?: boolean;
}

/** Who asks, on whose behalf. `member` is the organisation chosen now; null for association staff. */
export interface Viewer {
  personId: string;
  name: string;
  email: string;
  member: Membership | null;
  memberships: Membership[];
  associationRoles: AssociationRole[];
}

/**
 * The session as pieces of SQL, so that a page's own statements can be scoped to its viewer in the very
 * batch that reads the session.
 */
export interface SessionScope {
  id: string;
  now: number;
  personId: SQL<string | null>;
  memberId: SQL<string | null>;
}

export function sessionScope(id: string, now: number): SessionScope {
  const column = (name: string) =>
    sql<string | null>`(select ${sql.raw(name)} from sessions where id = ${id} and expires_at > ${now})`;
  return { id, now, personId: column("person_id"), memberId: column("member_id") };
}

/** The statements that open every batch: association, person, member roles, association roles. */
export function viewerStatements(db: Database, scope: SessionScope) {
  return [
    db.select().from(association),
    db
      .select({ personId: people.id, name: people.name, email: people.email, memberId: sessions.memberId })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(and(eq(sessions.id, scope.id), gt(sessions.expiresAt, scope.now))),
    db
      .select({
        memberId: members.id,
        memberName: members.name,
        memberSlug: members.slug,
        role: memberships.role,
        // On `leftOn` itself an organisation is no member any more.
        hasLeft: sql`coalesce(${members.leftOn} <= ${dayInAmsterdam(scope.now)}, 0)`.mapWith(Boolean),
      })
      .from(memberships)
      .innerJoin(members, eq(members.id, memberships.memberId))
      .where(eq(memberships.personId, scope.personId))
      .orderBy(members.name, memberships.role),
    db
      .select({ role: associationRoles.role })
      .from(associationRoles)
      .where(eq(associationRoles.personId, scope.personId)),
  ] as const;
}

type Rows<T> = T extends readonly [infer A, infer B, infer C, infer D]
  ? [Awaited<A>, Awaited<B>, Awaited<C>, Awaited<D>]
  : never;
export type ViewerRows = Rows<ReturnType<typeof viewerStatements>>;

/** Reads the rows of `viewerStatements` into a viewer; null when nobody is signed in. */
export function viewerOf([, people_, roleRows, staffRows]: ViewerRows): Viewer | null {
  const person = people_[0];
  if (!person) return null;
  const memberships_ = new Map<string, Membership>();
  for (const { role, ...row } of roleRows) {
    const membership = memberships_.get(row.memberId) ?? { ...row, roles: [] };
    membership.roles.push(role);
    memberships_.set(row.memberId, membership);
  }
  return {
    personId: person.personId,
    name: person.name,
    email: person.email,
    member: memberships_.get(person.memberId ?? "") ?? null,
    memberships: [...memberships_.values()],
    associationRoles: staffRows.map((row) => row.role),
  };
}

/** What every page knows once it is read: who asks, and what the frame shows. */
export interface Page {
  viewer: Viewer | null;
  frame: Frame;
}
