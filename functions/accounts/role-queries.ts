import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { associationRoles, memberships, sessions } from "../../db/schema/tables.ts";
import type { Role } from "../../db/vocabulary.ts";
import { isMemberRole } from "../../web/accounts/person-contract.ts";

/** Condition in SQL: somebody else manages as well. Two withdrawals at once must not leave nobody. */
export const anotherManages = (personId: string) => sql`exists (
  select 1 from association_roles where role = 'bureau' and person_id <> ${personId})`;

/** Takes a role away; answers no row when it was not there, or when nobody would be left to manage. */
export function withdrawRole(
  db: Database,
  { personId, role, memberId }: { personId: string; role: Role; memberId: string | null },
) {
  if (isMemberRole(role))
    return db
      .delete(memberships)
      .where(
        and(
          eq(memberships.personId, personId),
          eq(memberships.memberId, memberId ?? ""),
          eq(memberships.role, role),
        ),
      )
      .returning({ role: memberships.role });
  return db
    .delete(associationRoles)
    .where(
      and(
        eq(associationRoles.personId, personId),
        eq(associationRoles.role, role),
        sql`(${role} <> 'bureau' or ${anotherManages(personId)})`,
      ),
    )
    .returning({ role: associationRoles.role });
}

/**
 * Gives sessions an organisation that their person belongs to, after roles changed. Pages are scoped by the
 * session's organisation: without this an open session would go on reading after the last role went, and
 * would have nobody to speak for after the first one came.
 */
export function settleSessions(db: Database, personId: string) {
  return db
    .update(sessions)
    .set({
      memberId: sql`(select m.member_id from memberships m join members o on o.id = m.member_id
        where m.person_id = ${personId} order by o.name limit 1)`,
    })
    .where(
      and(
        eq(sessions.personId, personId),
        sql`not exists (select 1 from memberships m
          where m.person_id = ${sessions.personId} and m.member_id = ${sessions.memberId})`,
      ),
    );
}
