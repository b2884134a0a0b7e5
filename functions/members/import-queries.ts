import { and, asc, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { choices, members, memberships, municipalities, people } from "../../db/schema/tables.ts";
import { type Run, writtenRows } from "../accounts/import-queries.ts";
import { movePlaces } from "./place-moves.ts";

/** The current value of a field of the row's member: [id, codes, 1 when the member said so itself]. */
const currentFact = (field: "municipalities" | "legal_form", codes: string) =>
  sql<
    string | null
  >`(select json_array(pv.id, json(coalesce(pv.value -> ${codes}, '[]')), pv.source <> 'imported')
    from profile_values pv where pv.member_id = members.id and pv.field = ${field} and pv.superseded_at is null)`;

/** All members, also those that left, as a handed-in table is laid beside them. */
export function membersToCompare(db: Database) {
  return db
    .select({
      id: members.id,
      slug: members.slug,
      name: members.name,
      synonyms: members.synonyms,
      website: members.website,
      contactEmail: members.contactEmail,
      contactPhone: members.contactPhone,
      joinedOn: members.joinedOn,
      leftOn: members.leftOn,
      municipalities: currentFact("municipalities", "$.codes"),
      legalForm: currentFact("legal_form", "$.choices"),
    })
    .from(members);
}

export function municipalitiesToCompare(db: Database) {
  return db
    .select({
      code: municipalities.code,
      name: municipalities.name,
      officialName: municipalities.officialName,
      searchKey: municipalities.searchKey,
      validTo: municipalities.validTo,
      successorCode: municipalities.successorCode,
    })
    .from(municipalities);
}

/** Forms of organisation that can be chosen now. */
export function formsToCompare(db: Database) {
  return db
    .select({ code: choices.code, label: choices.label, synonyms: choices.synonyms })
    .from(choices)
    .where(and(sql`${choices.list} = 'legal_form'`, isNull(choices.validTo)))
    .orderBy(asc(choices.position));
}

export function peopleToCompare(db: Database) {
  return db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      phone: people.phone,
      roles: sql<string>`(select json_group_array(member_id || ' ' || role) from ${memberships}
        where person_id = people.id)`,
    })
    .from(people)
    .where(isNull(people.removedAt));
}

export function memberNamesToCompare(db: Database) {
  return db
    .select({ id: members.id, name: members.name, synonyms: members.synonyms, leftOn: members.leftOn })
    .from(members);
}

/** Columns of a member that a table can set, by their names in the plan. */
const COLUMNS = {
  synonyms: "synonyms",
  website: "website",
  contactEmail: "contact_email",
  contactPhone: "contact_phone",
  joinedOn: "joined_on",
} as const;

const unchangedColumns = sql.join(
  Object.entries(COLUMNS).map(([key, column]) =>
    sql.raw(`(r.plan -> '$.set.${key}' is null or m.${column} is r.plan ->> '$.seen.${key}')`),
  ),
  sql` and `,
);

/** Condition on a row `r` of members: everything is as it was seen. */
export const memberStillTrue = (today: string): SQL => sql`case when r.plan ->> '$.isNew'
    then not exists (select 1 from members m where m.slug = r.plan ->> '$.slug')
    else exists (select 1 from members m where m.id = r.plan ->> '$.id' and (m.left_on is null or m.left_on > ${today}) and ${unchangedColumns})
  end and not exists (select 1 from json_each(r.plan, '$.facts') f where f.value ->> '$.seen' <> coalesce((
    select pv.id from profile_values pv where pv.member_id = r.plan ->> '$.id'
      and pv.field = f.value ->> '$.field' and pv.superseded_at is null), ''))`;

/** Writes the members of settled rows with what is known of them, and logs each of them. */
export function writeMembers(db: Database, attempt: Run, referenceOn: string) {
  const { by, now } = attempt;
  const rows = writtenRows(attempt);
  const places = sql`(select r.plan ->> '$.id' as member_id, place.value as code from ${rows},
    json_each(r.plan, '$.facts') f, json_each(f.value, '$.value.codes') place)`;
  return [
    db.run(sql`
      insert into members (id, slug, name, search_key, synonyms, website, contact_email, contact_phone, joined_on, created_at)
      select r.plan ->> '$.id', r.plan ->> '$.slug', r.plan ->> '$.name', r.plan ->> '$.key',
        coalesce(r.plan ->> '$.set.synonyms', ''), r.plan ->> '$.set.website', r.plan ->> '$.set.contactEmail',
        r.plan ->> '$.set.contactPhone', r.plan ->> '$.set.joinedOn', ${now}
      from ${rows} where r.outcome = 'new'`),
    db.run(sql`
      update members set synonyms = coalesce(r.plan ->> '$.set.synonyms', synonyms),
        website = coalesce(r.plan ->> '$.set.website', website),
        contact_email = coalesce(r.plan ->> '$.set.contactEmail', contact_email),
        contact_phone = coalesce(r.plan ->> '$.set.contactPhone', contact_phone),
        joined_on = coalesce(r.plan ->> '$.set.joinedOn', joined_on)
      from ${rows} where members.id = r.plan ->> '$.id' and r.outcome = 'changed'`),
    db.run(sql`
      update profile_values set superseded_at = ${now}
      from ${rows}, json_each(r.plan, '$.facts') f where profile_values.id = f.value ->> '$.seen'`),
    db.run(sql`
      insert into profile_values (id, member_id, field, state, value, reference_on, source, said_by, said_at)
      select f.value ->> '$.id', r.plan ->> '$.id', f.value ->> '$.field', 'given', f.value -> '$.value',
        ${referenceOn}, 'imported', ${by}, ${now}
      from ${rows}, json_each(r.plan, '$.facts') f`),
    ...movePlaces(db, places),
    db.run(sql`
      insert into audit_entries (at, person_id, member_id, action, subject)
      select ${now}, ${by}, r.plan ->> '$.id', case r.outcome when 'new' then 'member_added' else 'member_changed' end,
        r.plan ->> '$.slug' from ${rows}`),
  ] as const;
}
