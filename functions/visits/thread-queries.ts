import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { people, visitMessages, visits } from "../../db/schema/tables.ts";
import { MOST_MESSAGES } from "../../web/visits/meeting-contract.ts";
import type { Side } from "../../web/visits/moves.ts";
import type { SessionScope } from "../http/session.ts";
import { TALKING_STATES } from "./meeting-policy.ts";
import { isParty } from "./visit-queries.ts";

/** The conversation of a visit, the oldest first; only for its two sides. Who left has no name any more. */
export function readMessages(db: Database, scope: SessionScope, visitId: string) {
  return db
    .select({
      id: visitMessages.id,
      side: visitMessages.side,
      personId: visitMessages.personId,
      personName: sql<string | null>`case when ${people.removedAt} is null then ${people.name} end`,
      text: visitMessages.text,
      createdAt: visitMessages.createdAt,
    })
    .from(visitMessages)
    .innerJoin(visits, eq(visits.id, visitMessages.visitId))
    .leftJoin(people, eq(people.id, visitMessages.personId))
    .where(and(eq(visitMessages.visitId, visitId), isParty(scope)))
    .orderBy(visitMessages.createdAt, visitMessages.id);
}

interface NewMessage {
  id: string;
  visitId: string;
  side: Side;
  personId: string;
  text: string;
  now: number;
}

/** A new message. The form brings its id, so a second submit changes nothing; only while there are two sides. */
export function insertMessage(db: Database, { id, visitId, side, personId, text, now }: NewMessage) {
  return db.all<{ id: string }>(sql`
    insert into visit_messages (id, visit_id, side, person_id, text, created_at)
    select ${id}, ${visitId}, ${side}, ${personId}, ${text}, ${now}
    where exists (select 1 from visits v where v.id = ${visitId} and v.host_member_id is not null
        and v.state in (select value from json_each(${JSON.stringify(TALKING_STATES)})))
      and (select count(*) from visit_messages m where m.visit_id = ${visitId}) < ${MOST_MESSAGES}
    on conflict (id) do nothing returning id`);
}

/** One row when this message is there, by this person: what a second submit finds. */
export function findMessage(db: Database, id: string, visitId: string, personId: string) {
  return db
    .select({ id: visitMessages.id })
    .from(visitMessages)
    .where(
      and(eq(visitMessages.id, id), eq(visitMessages.visitId, visitId), eq(visitMessages.personId, personId)),
    );
}
