import { type SQL, sql } from "drizzle-orm";
import type { Database, Statement } from "../../db/client.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { AGREED_VISITS, isOpenAction, isOpenAssignment, OPEN_VISITS } from "./open-work.ts";

export interface WorkMove {
  memberId: string;
  from: string;
  /** the id of who takes over, as SQL; null: nobody, on purpose */
  to: SQL | null;
  by: string;
  now: number;
}

/**
 * The statements that give all open work of one person at an organisation to another, or let it go. Roles are not
 * among them. What is over is not touched. They are here, and not with the features, because removing a person is
 * one decision over all of them.
 *
 * @param happened in SQL whether the write that decides took place in this batch
 */
export function moveOpenWork(db: Database, move: WorkMove, happened: SQL): Statement[] {
  return [...moveDesk(db, move, happened), ...moveVisits(db, move, happened)];
}

/** Contacts, sections and questions of the questionnaire. A contact needs a person, so does a section. */
function moveDesk(db: Database, { memberId, from, to, by, now }: WorkMove, happened: SQL): Statement[] {
  const contacts = sql`member_id = ${memberId} and person_id = ${from} and ${happened}`;
  const sections = sql`member_id = ${memberId} and person_id = ${from} and ${happened}
    and (round_id, section_id) in (select a.round_id, a.section_id from section_assignments a
      where a.member_id = ${memberId} and a.person_id = ${from} and ${isOpenAssignment})`;
  if (!to)
    return [
      db.run(sql`delete from member_contacts where ${contacts}`),
      db.run(sql`delete from section_assignments where ${sections}`),
    ];
  return [
    db.run(sql`update member_contacts set person_id = ${to}, since = ${dayInAmsterdam(now)}, confirmed_at = ${now},
      asked_at = null, revision = revision + 1 where ${contacts}`),
    db.run(sql`update section_assignments set person_id = ${to}, assigned_by = ${by}, assigned_at = ${now},
      reminded_at = null where ${sections}`),
    db.run(sql`update question_queries set person_id = ${to}
      where member_id = ${memberId} and person_id = ${from} and state = 'open' and ${happened}`),
  ];
}

/**
 * Visits with their events, who is invited, offers, actions and approval. The event says who handed over: by it the
 * later statements know the visits of this move, and the clock tells both sides of an agreed one.
 */
function moveVisits(db: Database, { memberId, from, to, by, now }: WorkMove, happened: SQL): Statement[] {
  const heir = to ?? sql`null`;
  const joins = (
    side: "guest" | "host",
  ) => sql`exists (select 1 from visit_participants p where p.visit_id = v.id
    and p.side = ${side} and p.person_id = ${from} and p.removed_at is null)`;
  const isMine = sql`v.state in ${OPEN_VISITS} and (
    (v.guest_member_id = ${memberId} and (v.guest_person_id = ${from} or ${joins("guest")}))
    or (v.host_member_id = ${memberId} and (v.host_person_id = ${from} or ${joins("host")})))`;
  const isMoved = (
    id: SQL,
  ) => sql`${happened} and exists (select 1 from visit_events e where e.visit_id = ${id}
    and e.handed_from = ${from} and e.at = ${now})`;
  const ofMember = sql`member_id = ${memberId} and ${happened}`;
  const note = to ? "Overgedragen aan een collega." : "Losgelaten: de collega is weg.";
  return [
    db.run(sql`insert into visit_events (visit_id, revision, state, at, person_id, note, starts_at, ends_at, is_untold,
        handed_from)
      select v.id, v.revision + 1, v.state, ${now}, ${by}, ${note}, v.starts_at, v.ends_at,
        v.state in ${AGREED_VISITS} and v.starts_at > ${now}, ${from}
      from visits v where ${happened} and ${isMine}`),
    db.run(sql`update visits set revision = revision + 1, updated_at = ${now},
        calendar_sequence = calendar_sequence + (state in ${AGREED_VISITS}),
        guest_person_id = iif(guest_member_id = ${memberId} and guest_person_id = ${from}, ${heir}, guest_person_id),
        host_person_id = iif(host_member_id = ${memberId} and host_person_id = ${from}, ${heir}, host_person_id)
      where ${isMoved(sql`visits.id`)}`),
    ...(to
      ? [
          db.run(sql`insert into visit_participants (id, visit_id, side, person_id, reply_key, status, sequence,
              added_at)
            select lower(hex(randomblob(10))), p.visit_id, p.side, ${to}, lower(hex(randomblob(10))), 'needs_action',
              v.calendar_sequence, ${now}
            from visit_participants p join visits v on v.id = p.visit_id
            where p.person_id = ${from} and p.removed_at is null and ${isMoved(sql`p.visit_id`)}
            on conflict do nothing`),
        ]
      : []),
    db.run(sql`update visit_participants set removed_at = ${now}, note = ''
      where person_id = ${from} and removed_at is null and ${isMoved(sql`visit_participants.visit_id`)}`),
    db.run(sql`update visit_offers set created_by = ${heir}
      where ${ofMember} and created_by = ${from} and state in ('draft', 'published', 'paused')`),
    db.run(sql`update visit_actions set owner_person_id = ${heir} where ${ofMember} and owner_person_id = ${from}
      and visit_id in (select a.visit_id from visit_actions a where a.member_id = ${memberId} and ${isOpenAction})`),
    db.run(sql`update visit_approvals set person_id = ${heir} where ${ofMember} and person_id = ${from}`),
  ];
}
