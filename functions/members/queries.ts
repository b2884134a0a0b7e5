import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import {
  choices,
  items,
  memberMunicipalities,
  memberStandings,
  members,
  municipalities,
  people,
  profileValues,
  questionnaires,
} from "../../db/schema/tables.ts";
import type { MemberRole, ProfileField } from "../../db/vocabulary.ts";
import type { SessionScope } from "../http/session.ts";
import { inhabitantsOfOne, inhabitantsReferenceOn } from "./division-queries.ts";
import { presentStanding, provinceNames } from "./member-figures.ts";

/** `readsFacts` of the policy in SQL, so that a visitor's query neither returns nor filters on facts. */
export const readsFactsSql = (scope: SessionScope): SQL =>
  sql`(exists (select 1 from memberships where person_id = ${scope.personId})
    or exists (select 1 from association_roles where person_id = ${scope.personId}))`;

/** All choices of all managed lists, also those that ended: old values keep their label. */
export function allChoices(db: Database) {
  return db.select().from(choices).orderBy(asc(choices.list), asc(choices.position));
}

export function memberBySlug(db: Database, slug: string, today: string) {
  return db
    .select({
      id: members.id,
      slug: members.slug,
      name: members.name,
      website: members.website,
      contactEmail: members.contactEmail,
      contactPhone: members.contactPhone,
      joinedOn: members.joinedOn,
      leftOn: members.leftOn,
      inhabitants: memberStandings.inhabitants,
      sizeClass: memberStandings.sizeClass,
      provinceNames,
      referenceOn: sql<string | null>`${inhabitantsReferenceOn(today)}`,
    })
    .from(members)
    .leftJoin(...presentStanding(today))
    .where(eq(members.slug, slug));
}

/** Where a member works now, with inhabitants. */
export function municipalitiesOf(db: Database, slug: string, today: string) {
  return db
    .select({
      code: municipalities.code,
      name: municipalities.name,
      province: municipalities.province,
      municipalityClass: municipalities.municipalityClass,
      inhabitants: inhabitantsOfOne(municipalities.code, today),
    })
    .from(memberMunicipalities)
    .innerJoin(members, eq(members.id, memberMunicipalities.memberId))
    .innerJoin(municipalities, eq(municipalities.code, memberMunicipalities.code))
    .where(eq(members.slug, slug))
    .orderBy(asc(municipalities.name));
}

// The role that counts when somebody has more: the one in which profiles are written.
const roleOfSpeaker = sql<MemberRole | null>`(select role from memberships ms
  where ms.person_id = ${profileValues.saidBy} and ms.member_id = ${profileValues.memberId}
  order by case role when 'editor' then 1 when 'signatory' then 2 when 'host' then 3 else 4 end limit 1)`;

const said = {
  id: profileValues.id,
  field: profileValues.field,
  state: profileValues.state,
  value: profileValues.value,
  referenceOn: profileValues.referenceOn,
  source: profileValues.source,
  saidAt: profileValues.saidAt,
  validFrom: profileValues.validFrom,
  roundYear: sql<number | null>`(select year from rounds where id = ${profileValues.roundId})`,
  supersededAt: profileValues.supersededAt,
  personName: people.name,
  role: roleOfSpeaker,
};

/** The profile of today, with who said it; no rows for a visitor. */
export function currentValues(db: Database, scope: SessionScope, slug: string) {
  return db
    .select(said)
    .from(profileValues)
    .innerJoin(members, eq(members.id, profileValues.memberId))
    .leftJoin(people, eq(people.id, profileValues.saidBy))
    .where(and(eq(members.slug, slug), isNull(profileValues.supersededAt), readsFactsSql(scope)));
}

/** The value of one field that holds now, with who said it. */
export function currentValue(db: Database, memberId: string, field: ProfileField) {
  return db
    .select(said)
    .from(profileValues)
    .leftJoin(people, eq(people.id, profileValues.saidBy))
    .where(
      and(
        eq(profileValues.memberId, memberId),
        eq(profileValues.field, field),
        isNull(profileValues.supersededAt),
      ),
    );
}

/** Every value the profile ever had, newest first. */
export function history(db: Database, slug: string) {
  return db
    .select(said)
    .from(profileValues)
    .innerJoin(members, eq(members.id, profileValues.memberId))
    .leftJoin(people, eq(people.id, profileValues.saidBy))
    .where(eq(members.slug, slug))
    .orderBy(desc(profileValues.saidAt), asc(profileValues.field));
}

/** All municipalities that ever were; only those of today can be chosen. */
export function municipalityList(db: Database, today: string) {
  return db
    .select({
      code: municipalities.code,
      name: municipalities.name,
      searchKey: municipalities.searchKey,
      isToday: sql<number>`${municipalities.validFrom} <= ${today}
        and (${municipalities.validTo} is null or ${municipalities.validTo} > ${today})`,
    })
    .from(municipalities)
    .orderBy(asc(municipalities.name));
}

/**
 * The question behind a profile field, as the newest round words it that members know of. A questionnaire that
 * is still being made says nothing yet; a withdrawn question speaks only when there is no other.
 */
export function itemOf(db: Database, field: ProfileField) {
  return db
    .select({
      kind: items.kind,
      stem: items.stem,
      wording: items.wording,
      help: items.help,
      purpose: items.purpose,
      use: items.use,
      unit: items.unit,
      choiceList: items.choiceList,
      allowsOther: items.allowsOther,
    })
    .from(items)
    .innerJoin(questionnaires, eq(questionnaires.id, items.questionnaireId))
    .where(eq(items.profileField, field))
    .orderBy(
      asc(sql`${items.withdrawnAt} is not null`),
      desc(sql`(select max(year) from rounds
        where questionnaire_id = ${questionnaires.id} and state <> 'concept')`),
      asc(questionnaires.createdAt),
    )
    .limit(1);
}
