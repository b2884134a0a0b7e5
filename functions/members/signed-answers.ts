import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";

/**
 * The statements that make signed answers the profile's new values, each only where the profile does not
 * already hold something newer: about a later date, or said after the answer was given. "I do not know" is
 * an answer to the round, but no news for the profile.
 *
 * @param onlyIf whether the response was signed in this batch
 */
export function profileFromSigned(
  db: Database,
  { responseId, memberId, now }: { responseId: string; memberId: string; now: number },
  onlyIf: SQL,
) {
  const signed = sql`
    from answers a
    join items i on i.id = a.item_id and i.profile_field is not null and i.audience = 'members'
    join responses r on r.id = a.response_id
    join rounds d on d.id = r.round_id
    where a.response_id = ${responseId} and r.member_id = ${memberId}
      and a.state in ('given', 'not_applicable') and ${onlyIf}`;
  return [
    db.run(sql`
      update profile_values set superseded_at = ${now}
      where member_id = ${memberId} and superseded_at is null and exists (
        select 1 ${signed} and i.profile_field = profile_values.field
          and d.reference_on >= profile_values.reference_on and a.saved_at >= profile_values.said_at)`),
    db.run(sql`
      insert into profile_values (id, member_id, field, state, value, reference_on, source, said_by, said_at, round_id)
      select lower(hex(randomblob(10))), ${memberId}, i.profile_field, a.state, a.value, d.reference_on,
        'previous_round', a.saved_by, ${now}, d.id ${signed}
        and not exists (select 1 from profile_values p where p.member_id = ${memberId}
          and p.field = i.profile_field and p.superseded_at is null)`),
  ] as const;
}
