import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { RoundMessageKind } from "../../db/vocabulary.ts";

/**
 * The `with` tables of whom a message of a round would reach now. `listed`: its members with where their response
 * stands. `wanted`: those of them that the message is for; a reminder only for who is not ready and never signed.
 * `reached`: the people, per member its contact for the questionnaire, or else its editors and signatories.
 */
export const audience = (roundId: SQL, kind: SQL, today: string): SQL => sql`
  listed as (
    select m.id, m.name, m.slug, r.closes_on,
      (select x.until from round_extensions x where x.round_id = r.id and x.member_id = m.id) as until,
      coalesce((select case when max(s.signed_at) is not null then 'signed' when max(s.state = 'ready') then 'ready'
        else 'in_progress' end from responses s where s.round_id = r.id and s.member_id = m.id
        having count(*) > 0), 'not_begun') as stand
    from rounds r join members m on m.joined_on <= r.closes_on and (m.left_on is null or m.left_on > ${today})
    where r.id = ${roundId}
  ),
  wanted as (select * from listed where ${kind} = 'invitation' or stand in ('not_begun', 'in_progress')),
  named as (
    select l.id as member_id, p.id as person_id from listed l
    join member_contacts c on c.member_id = l.id and c.role = 'questionnaire'
    join people p on p.id = c.person_id and p.removed_at is null
    where exists (select 1 from memberships s where s.person_id = p.id and s.member_id = l.id)
  ),
  reached as (
    select member_id, person_id from named
    union
    select s.member_id, s.person_id from memberships s join people p on p.id = s.person_id and p.removed_at is null
    where s.role in ('editor', 'signatory') and s.member_id in (select id from listed)
      and s.member_id not in (select member_id from named)
  )`;

export type Stand = "not_begun" | "in_progress" | "ready" | "signed";

export interface AudienceRow {
  memberId: string;
  memberName: string;
  slug: string;
  stand: Stand;
  until: string | null;
  closesOn: string;
  isWanted: number;
  /** names as JSON: who would get it for this member */
  people: string;
}

/** Every member of a round with whom a message of this kind would reach, and whether it is meant for it. */
export function audienceOf(db: Database, year: number, kind: RoundMessageKind, today: string) {
  return db.all<AudienceRow>(sql`
    with ${audience(sql`(select id from rounds where year = ${year})`, sql`${kind}`, today)}
    select l.id as memberId, l.name as memberName, l.slug, l.stand, l.until, l.closes_on as closesOn,
      exists (select 1 from wanted w where w.id = l.id) as isWanted,
      (select json_group_array(p.name) from (select p.name from reached t join people p on p.id = t.person_id
        where t.member_id = l.id order by p.name) p) as people
    from listed l order by l.name`);
}
