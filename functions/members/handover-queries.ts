import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";

/** A member by its address, as little as a policy needs. */
export function memberAt(db: Database, slug: string) {
  return db.all<{ id: string; name: string; slug: string; leftOn: string | null }>(
    sql`select id, name, slug, left_on as leftOn from members where slug = ${slug}`,
  );
}

/** Who has a role at a member, by name. */
export function colleaguesAt(db: Database, slug: string) {
  return db.all<{ id: string; name: string; email: string; isSignatory: number }>(sql`
    select p.id, p.name, p.email, max(s.role = 'signatory') as isSignatory
    from members m join memberships s on s.member_id = m.id join people p on p.id = s.person_id
    where m.slug = ${slug} and p.removed_at is null group by p.id order by p.name`);
}

/** A handover that this form made before. */
export const handoverBefore = (db: Database, id: string) =>
  db.all<{ id: string }>(sql`select id from handovers where id = ${id}`);

/** The id of a colleague as SQL; null when that person has no role here any more. */
export const colleagueWith = (personId: string, memberId: string): SQL =>
  sql`(select person_id from memberships where person_id = ${personId} and member_id = ${memberId} limit 1)`;

export interface Handover {
  id: string;
  memberId: string;
  from: string;
  by: string;
  now: number;
  things: number;
}

/** Adds the new colleague, unless that address is known already. */
export function addColleague(db: Database, one: { id: string; name: string; email: string }, now: number) {
  return db.run(sql`
    insert into people (id, name, email, created_at) select ${one.id}, ${one.name}, ${one.email}, ${now}
    where not exists (select 1 from people where email = ${one.email} and removed_at is null)
    on conflict do nothing`);
}

/** The id of who has this address, as SQL: somebody new has it once the batch runs. */
export const personWith = (email: string): SQL =>
  sql`(select id from people where email = ${email} and removed_at is null)`;

/**
 * Decides the handover: no row when this form was sent before, or when nobody is there to take over. The other
 * statements of the batch ask for it with `tookPlace`.
 */
export function keepHandover(
  db: Database,
  { id, memberId, from, by, now, things }: Handover,
  to: SQL | null,
) {
  return db.all<{ id: string }>(sql`
    insert into handovers (id, member_id, from_person_id, to_person_id, by_person_id, at, things)
    select ${id}, ${memberId}, ${from}, ${to ?? sql`null`}, ${by}, ${now}, ${things}
    where ${to ? sql`${to} is not null and ${to} <> ${from}` : sql`true`}
    on conflict (id) do nothing returning id`);
}

export const tookPlace = ({ id, now }: Handover): SQL =>
  sql`exists (select 1 from handovers where id = ${id} and at = ${now})`;

/** Gives the roles at this organisation along, or ends them. */
export function moveRoles(db: Database, handover: Handover, to: SQL | null) {
  const { memberId, from, now } = handover;
  const happened = tookPlace(handover);
  return [
    ...(to
      ? [
          db.run(sql`insert into memberships (person_id, member_id, role, granted_at)
            select ${to}, member_id, role, ${now} from memberships
            where person_id = ${from} and member_id = ${memberId} and ${happened} on conflict do nothing`),
        ]
      : []),
    db.run(
      sql`delete from memberships where person_id = ${from} and member_id = ${memberId} and ${happened}`,
    ),
    // Who has no role here any more, works for another organisation or for none; who is new, for this one.
    db.run(sql`update sessions set member_id = (select m.member_id from memberships m join members o
        on o.id = m.member_id where m.person_id = sessions.person_id order by o.name limit 1)
      where person_id in (${from}, ${to ?? sql`null`}) and not exists (select 1 from memberships m
        where m.person_id = sessions.person_id and m.member_id = sessions.member_id)`),
  ];
}

/** Logs the handover, when it took place. */
export function handoverLogged(db: Database, handover: Handover, to: SQL | null) {
  const { memberId, from, by, now } = handover;
  return db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${now}, ${by}, ${memberId}, 'handed_over', ${from} || ' ' || coalesce(${to ?? sql`null`}, 'losgelaten')
    where ${tookPlace(handover)}`);
}
