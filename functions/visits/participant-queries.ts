import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { people, visitParticipants } from "../../db/schema/tables.ts";

const name = sql<string>`coalesce(${people.name}, ${visitParticipants.name}, '')`;
const email = sql<string>`coalesce(${people.email}, ${visitParticipants.email}, '')`;

/**
 * Who was invited to a visit, on both sides; nobody who was removed, from the visit or altogether. Unscoped: mail
 * needs it before anybody looks; pages ask the policy.
 */
export function readParticipants(db: Database, visitId: string) {
  return db
    .select({
      id: visitParticipants.id,
      side: visitParticipants.side,
      personId: visitParticipants.personId,
      name,
      email,
      note: visitParticipants.note,
      replyKey: visitParticipants.replyKey,
      status: visitParticipants.status,
      sequence: visitParticipants.sequence,
    })
    .from(visitParticipants)
    .leftJoin(people, and(eq(people.id, visitParticipants.personId), isNull(people.removedAt)))
    .where(
      and(
        eq(visitParticipants.visitId, visitId),
        isNull(visitParticipants.removedAt),
        sql`coalesce(${people.email}, ${visitParticipants.email}) is not null`,
      ),
    )
    .orderBy(visitParticipants.side, visitParticipants.addedAt, visitParticipants.id);
}
export type ParticipantRow = Awaited<ReturnType<typeof readParticipants>>[number];
