import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { ExtensionView } from "../../web/questionnaires/round-message-contract.ts";

/** The last day of one organisation in the round `rounds` of a statement; null without more time. As SQL. */
export const extendedUntilOf = (memberId: SQL<unknown>): SQL<string | null> => sql<string | null>`(
  select x.until from round_extensions x where x.round_id = rounds.id and x.member_id = ${memberId})`;

/** Who has more time in a round, by name. */
export function extensionsOf(db: Database, year: number) {
  return db.all<ExtensionView>(sql`
    select m.id as memberId, m.name as memberName, m.slug, x.until, x.reason, p.name as givenBy,
      x.given_at as givenAt, exists (select 1 from responses s where s.round_id = r.id and s.member_id = m.id
        and s.signed_at is not null) as hasSigned
    from rounds r join round_extensions x on x.round_id = r.id join members m on m.id = x.member_id
    left join people p on p.id = x.given_by
    where r.year = ${year} order by m.name`);
}

/** The members of a round, for the choice of one. */
export function membersOfRound(db: Database, year: number) {
  return db.all<{ id: string; name: string; slug: string }>(sql`
    select m.id, m.name, m.slug from rounds r join members m on m.joined_on <= r.closes_on
      and (m.left_on is null or m.left_on > r.reference_on)
    where r.year = ${year} order by m.name`);
}

export interface Extension {
  roundId: string;
  memberId: string;
  until: string;
  reason: string;
  by: string;
  now: number;
}

/**
 * What a colleague gave since the form was drawn stays; `seen` is the moment at which what the form showed was given,
 * "" for none. The very same again is no conflict.
 */
export function giveExtension(
  db: Database,
  { roundId, memberId, until, reason, by, now }: Extension,
  seen: string,
) {
  return db.all<{ memberId: string }>(sql`
    insert into round_extensions (round_id, member_id, until, reason, given_by, given_at)
    select ${roundId}, ${memberId}, ${until}, ${reason}, ${by}, ${now}
    where exists (select 1 from round_extensions where round_id = ${roundId} and member_id = ${memberId}
        and until = ${until} and reason = ${reason})
      or coalesce((select given_at from round_extensions where round_id = ${roundId} and member_id = ${memberId}), '')
        = ${seen === "" ? "" : Number(seen)}
    on conflict (round_id, member_id) do update set until = excluded.until, reason = excluded.reason,
      given_by = excluded.given_by, given_at = excluded.given_at
    returning member_id as memberId`);
}

/** In SQL: what stands there was given by this person at this moment. */
export const extensionIsFrom = ({ roundId, memberId, by, now }: Extension): SQL => sql`exists (
  select 1 from round_extensions where round_id = ${roundId} and member_id = ${memberId} and given_by = ${by}
    and given_at = ${now})`;

/** Takes the extra time back, unless a colleague gave another day since. */
export function withdrawExtension(db: Database, roundId: string, memberId: string, seen: number) {
  return db.all<{ memberId: string }>(sql`
    delete from round_extensions where round_id = ${roundId} and member_id = ${memberId} and given_at = ${seen}
    returning member_id as memberId`);
}

/** Logs the statement right before it, if that changed something. */
export function roundLogged(
  db: Database,
  entry: {
    by: string;
    memberId: string | null;
    action: "extension_changed" | "round_message_changed";
    subject: string;
  },
  now: number,
) {
  return db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${now}, ${entry.by}, ${entry.memberId}, ${entry.action}, ${entry.subject} where changes() > 0`);
}

/** Who at an organisation is told about its round: the contact for it, or else editors and signatories. */
export function roundContacts(db: Database, memberId: string) {
  return db.all<{ id: string; name: string; email: string }>(sql`
    select distinct p.id, p.name, p.email from memberships s join people p on p.id = s.person_id
    where s.member_id = ${memberId} and p.removed_at is null and case
      when exists (select 1 from member_contacts c join memberships cs on cs.person_id = c.person_id
          and cs.member_id = c.member_id where c.member_id = ${memberId} and c.role = 'questionnaire')
      then p.id = (select person_id from member_contacts where member_id = ${memberId} and role = 'questionnaire')
      else s.role in ('editor', 'signatory') end
    order by p.name`);
}
