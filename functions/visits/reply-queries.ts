import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/client.ts";
import { association, members, people, visitParticipants, visits } from "../../db/schema/tables.ts";
import { AGREED_STATES } from "../../db/visit-vocabulary.ts";
import type { CalendarReply } from "./reply-reading.ts";

const guest = alias(members, "guest");
const host = alias(members, "host");

/** Who was invited with this key to a visit that still stands, and all that mail to that person mentions. */
export function invitedByKey(db: Database, key: string) {
  return db
    .select({
      id: visitParticipants.id,
      visitId: visitParticipants.visitId,
      side: visitParticipants.side,
      sequence: visitParticipants.sequence,
      name: sql<string>`coalesce(${people.name}, ${visitParticipants.name}, '')`,
      email: sql<string>`coalesce(${people.email}, ${visitParticipants.email}, '')`,
      guestName: guest.name,
      hostName: host.name,
      startsAt: visits.startsAt,
      endsAt: visits.endsAt,
      association: {
        name: association.name,
        contactEmail: association.contactEmail,
        contactPhone: association.contactPhone,
      },
    })
    .from(visitParticipants)
    .innerJoin(visits, eq(visits.id, visitParticipants.visitId))
    .innerJoin(guest, eq(guest.id, visits.guestMemberId))
    .innerJoin(host, eq(host.id, visits.hostMemberId))
    .innerJoin(association, eq(association.id, 1))
    .leftJoin(people, sql`${people.id} = ${visitParticipants.personId} and ${people.removedAt} is null`)
    .where(
      and(
        eq(visitParticipants.replyKey, key),
        isNull(visitParticipants.removedAt),
        inArray(visits.state, [...AGREED_STATES]),
      ),
    );
}
export type InvitedRow = Awaited<ReturnType<typeof invitedByKey>>[number];

/**
 * Keeps an answer, unless it is about an earlier invitation, or older than the answer that is there: messages
 * overtake each other and come twice.
 */
export function keepReply(db: Database, id: string, { sequence, stampedAt, status }: CalendarReply) {
  return db
    .update(visitParticipants)
    .set({ status, repliedAt: stampedAt })
    .where(
      sql`${visitParticipants.id} = ${id} and ${visitParticipants.removedAt} is null
        and ${visitParticipants.sequence} = ${sequence}
        and (${visitParticipants.repliedAt} is null or ${visitParticipants.repliedAt} < ${stampedAt})`,
    )
    .returning({ id: visitParticipants.id });
}

/** Right after `keepReply`: it changed something, and nobody of that side is left who may still come. */
export const nobodyLeft = ({ visitId, side }: InvitedRow) => sql`changes() > 0 and not exists (
  select 1 from visit_participants o where o.visit_id = ${visitId} and o.side = ${side}
    and o.removed_at is null and o.status <> 'declined')`;
