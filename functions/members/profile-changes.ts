import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Database, Statement } from "../../db/client.ts";
import { foldForSearch } from "../../db/registry/search-key.ts";
import { members, profileValues } from "../../db/schema/tables.ts";
import type { AnswerValue } from "../../db/schema/values.ts";
import type { AnswerState, ProfileField } from "../../db/vocabulary.ts";
import { movePlaces } from "./place-moves.ts";
import { currentValue } from "./queries.ts";

export interface ProfileChange {
  /** id of the new value, made when the form was drawn */
  id: string;
  /** id of the value that the form showed; "" when there was none */
  seen: string;
  memberId: string;
  memberName: string;
  field: ProfileField;
  state: AnswerState;
  value: AnswerValue | null;
  referenceOn: string;
  personId: string;
  now: number;
  /** for the audit log: "lindestad/fte" */
  subject: string;
}

/**
 * Replaces the current value of a field, if it still is the one that was seen. All in one batch: the old
 * value gets an end, the new one comes in, and only then the rest follows. The fourth statement reads the
 * value that holds now: its id tells whether this change won.
 */
export function changeProfile(db: Database, change: ProfileChange) {
  const { id, seen, memberId, field, now } = change;
  const isCurrent = and(
    eq(profileValues.memberId, memberId),
    eq(profileValues.field, field),
    isNull(profileValues.supersededAt),
  );
  const supersede = db
    .update(profileValues)
    .set({ supersededAt: now })
    // An id that is taken already brings no new value: then the old one must not end either.
    .where(
      and(
        isCurrent,
        eq(profileValues.id, seen),
        sql`not exists (select 1 from profile_values where id = ${id})`,
      ),
    );
  const value = change.value === null ? null : JSON.stringify(change.value);
  const insert = db.run(sql`
    insert into profile_values
      (id, member_id, field, state, value, reference_on, source, said_by, said_at, superseded_at)
    select ${id}, ${memberId}, ${field}, ${change.state}, ${value}, ${change.referenceOn}, 'typed',
      ${change.personId}, ${now}, null
    where not exists (select 1 from profile_values
        where member_id = ${memberId} and field = ${field} and superseded_at is null)
      and (${seen} = '' or exists (select 1 from profile_values
        where id = ${seen} and member_id = ${memberId} and field = ${field} and superseded_at = ${now}))
    on conflict do nothing`);
  const won = sql`exists (select 1 from profile_values
    where id = ${id} and member_id = ${memberId} and said_at = ${now} and superseded_at is null)`;
  // changes() counts the rows of the insert right before it, on the same connection.
  const audit = db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${now}, ${change.personId}, ${memberId}, 'profile_changed', ${change.subject}
    where changes() > 0`);
  const places = field === "municipalities" ? moveMember(db, change, won) : [];
  return [supersede, insert, audit, currentValue(db, memberId, field), ...places] as const;
}

/**
 * Says again, about today, all values that were seen and still hold. The last statement counts those that were seen
 * and hold no more, unless this person said them again: somebody else changed these.
 */
export function confirmAll(
  db: Database,
  change: {
    memberId: string;
    slug: string;
    seen: readonly string[];
    personId: string;
    today: string;
    now: number;
  },
) {
  const { memberId, personId, today, now } = change;
  const seen = sql`(select value from json_each(${JSON.stringify(change.seen)}))`;
  return [
    db.run(sql`update profile_values set superseded_at = ${now} where member_id = ${memberId}
      and superseded_at is null and reference_on < ${today} and id in ${seen}`),
    db.run(sql`
      insert into profile_values (id, member_id, field, state, value, reference_on, source, said_by, said_at)
      select lower(hex(randomblob(10))), v.member_id, v.field, v.state, v.value, ${today}, 'typed', ${personId}, ${now}
      from profile_values v where v.member_id = ${memberId} and v.superseded_at = ${now} and v.id in ${seen}
        and not exists (select 1 from profile_values c where c.member_id = v.member_id and c.field = v.field
          and c.superseded_at is null)`),
    db.run(sql`
      insert into audit_entries (at, person_id, member_id, action, subject)
      select ${now}, ${personId}, ${memberId}, 'profile_changed', ${`${change.slug}/alles`} where changes() > 0`),
    db.all<{ changed: number }>(sql`
      select count(*) as changed from profile_values v join profile_values c on c.member_id = v.member_id
        and c.field = v.field and c.superseded_at is null
      where v.member_id = ${memberId} and v.id in ${seen} and (c.value is not v.value or c.state <> v.state)`),
  ] as const;
}

/** Follows the new value of `municipalities`: the rows that SQL joins on, and the key of the directory. */
function moveMember(db: Database, { id, memberId, memberName }: ProfileChange, won: SQL): Statement[] {
  // From the stored value and not from the form, so that the two can never disagree.
  const chosen = sql`(select ${memberId} as member_id, place.value as code from profile_values pv,
    json_each(pv.value, '$.codes') place where pv.id = ${id} and ${won})`;
  return [
    ...movePlaces(db, chosen),
    db.run(sql`
      update members set search_key = ${foldForSearch(memberName)} || ' | ' || coalesce((
        select group_concat(m.search_key, ' | ') from member_municipalities mm
        join municipalities m on m.code = mm.code where mm.member_id = ${memberId}), '')
      where id = ${memberId} and ${won}`),
  ];
}

export interface Contact {
  website: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
}

/**
 * Changes the organisation's contact details, if they still are what the form showed. The third statement
 * reads what holds afterwards.
 */
export function changeContact(
  db: Database,
  change: {
    memberId: string;
    seen: Contact;
    contact: Contact;
    personId: string;
    now: number;
    subject: string;
  },
) {
  const { memberId, seen, contact } = change;
  const update = db
    .update(members)
    .set(contact)
    .where(
      and(
        eq(members.id, memberId),
        sql`${members.website} is ${seen.website}`,
        sql`${members.contactEmail} is ${seen.contactEmail}`,
        sql`${members.contactPhone} is ${seen.contactPhone}`,
      ),
    );
  // changes() counts the rows of the update right before it, on the same connection.
  const audit = db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${change.now}, ${change.personId}, ${memberId}, 'profile_changed', ${change.subject}
    where changes() > 0`);
  const current = db
    .select({
      website: members.website,
      contactEmail: members.contactEmail,
      contactPhone: members.contactPhone,
    })
    .from(members)
    .where(eq(members.id, memberId));
  return [update, audit, current] as const;
}
