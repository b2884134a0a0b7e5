import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { Invited } from "./participants.ts";

/**
 * Keeps who is invited with this sequence, and forgets what their calendars answered to the one before: it was
 * about another day. Only if the statement before it in the batch changed something, and then it does so too;
 * without anybody to invite it is no statement.
 */
export function keepInvited(
  db: Database,
  visitId: string,
  invited: readonly Invited[],
  sequence: number,
  now: number,
) {
  if (invited.length === 0) return [];
  const rows = JSON.stringify(
    invited.map(({ id, side, personId, name, email, replyKey }) => ({
      ...{ id, side, personId, replyKey },
      // Of who has an account name and address stand with the person alone.
      ...(personId ? { name: null, email: null } : { name, email }),
    })),
  );
  return [
    db.run(sql`
    insert into visit_participants (id, visit_id, side, person_id, name, email, reply_key, status, sequence, added_at)
    select value ->> 'id', ${visitId}, value ->> 'side', value ->> 'personId', value ->> 'name', value ->> 'email',
      value ->> 'replyKey', 'needs_action', ${sequence}, ${now}
    from json_each(${rows}) where changes() > 0
    on conflict (id) do update set sequence = excluded.sequence, status = 'needs_action', replied_at = null
    on conflict do nothing`),
  ];
}

export interface NewParticipant {
  id: string;
  visitId: string;
  side: "guest" | "host";
  name: string;
  email: string;
  note: string;
  replyKey: string;
  sequence: number;
  now: number;
}

/** So many colleagues may stand beside the host; of the guests the seats say how many. */
export const MOST_HOSTS = 10;

/** The sequence rises for who comes or goes: a calendar takes nothing from the same sequence twice. */
const nextSequence = (db: Database, visitId: string, seen: number, onlyIf: SQL) =>
  db.all<{ id: string }>(sql`
    update visits set calendar_sequence = ${seen + 1}
    where id = ${visitId} and calendar_sequence = ${seen} and ${onlyIf} returning id`);

const main = (side: "guest" | "host"): SQL =>
  side === "guest" ? sql`visits.guest_person_id` : sql`visits.host_person_id`;

/** Whether there is room on a side. Who agreed on the visit counts too, also without an invitation of ours. */
const hasRoom = (visitId: string, side: "guest" | "host"): SQL => sql`(
  select count(*) from visit_participants p where p.visit_id = ${visitId} and p.side = ${side}
    and p.removed_at is null and p.person_id is not ${main(side)}) + 1
  < ${side === "guest" ? sql`visits.seats` : sql`${MOST_HOSTS}`}`;

/** Adds somebody as the invitation `sequence` leaves; answers no row when that is not possible any more. */
export function addParticipant(db: Database, one: NewParticipant) {
  const { id, visitId, side, email, now, sequence } = one;
  const person = sql`(select p.id from people p where p.email = ${email} and p.removed_at is null)`;
  const isNew = sql`not exists (select 1 from visit_participants p left join people r on r.id = p.person_id
    where p.visit_id = ${visitId} and p.removed_at is null and coalesce(r.email, p.email) = ${email})`;
  return [
    nextSequence(db, visitId, sequence - 1, sql`${hasRoom(visitId, side)} and ${isNew}`),
    db.run(sql`
      insert into visit_participants (id, visit_id, side, person_id, name, email, note, reply_key, status, sequence,
        added_at)
      select ${id}, ${visitId}, ${side}, person_id, case when person_id is null then ${one.name} end,
        case when person_id is null then ${email} end, ${one.note}, ${one.replyKey}, 'needs_action', ${sequence},
        ${now}
      from (select ${person} as person_id) where changes() > 0
      on conflict do nothing`),
  ] as const;
}

/** Takes somebody off a visit, name and address included; answers no row when that is not possible any more. */
export function removeParticipant(db: Database, visitId: string, id: string, sequence: number, now: number) {
  return [
    nextSequence(
      db,
      visitId,
      sequence - 1,
      sql`exists (select 1 from visit_participants p where p.id = ${id} and p.visit_id = ${visitId}
        and p.removed_at is null)`,
    ),
    db.run(sql`
      update visit_participants set removed_at = ${now}, name = null, email = null, note = ''
      where id = ${id} and removed_at is null and changes() > 0`),
  ] as const;
}
