import { and, asc, desc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { foldForSearch } from "../../db/registry/search-key.ts";
import { memberMunicipalities, members, municipalities, profileValues } from "../../db/schema/tables.ts";
import type { ProfileField } from "../../db/vocabulary.ts";
import type { DirectoryFilter } from "../../web/members/directory-filter.ts";
import type { SessionScope } from "../http/session.ts";
import { inhabitantsReferenceOn, memberFigures } from "./member-figures.ts";
import { readsFactsSql } from "./queries.ts";

export const PAGE_SIZE = 25;

/** Whether a member belongs to the association on this day, "2026-12-01". */
export const isMember = (today: string) =>
  and(lte(members.joinedOn, today), or(isNull(members.leftOn), gt(members.leftOn, today)));

const hasPlace = (condition: SQL) =>
  sql`exists (select 1 from member_municipalities mm join municipalities m on m.code = mm.code
    where mm.member_id = ${members.id} and ${condition})`;

function conditions(filter: DirectoryFilter, scope: SessionScope, sizeClass: SQL.Aliased | SQL) {
  const words = foldForSearch(filter.search).split(" ").filter(Boolean);
  const hasFact = (field: ProfileField, code: string) =>
    code === ""
      ? undefined
      : sql`(not ${readsFactsSql(scope)} or exists (
          select 1 from profile_values pv, json_each(pv.value, '$.choices') chosen
          where pv.member_id = ${members.id} and pv.field = ${field} and pv.superseded_at is null
            and chosen.value = ${code}))`;
  return and(
    ...words.map((word) =>
      or(sql`instr(${members.searchKey}, ${word}) > 0`, hasPlace(sql`instr(m.search_key, ${word}) > 0`)),
    ),
    filter.province === "" ? undefined : hasPlace(sql`m.province = ${filter.province}`),
    filter.sizeClass ? sql`${sizeClass} = ${filter.sizeClass}` : undefined,
    hasFact("legal_form", filter.legalForm),
    hasFact("process_systems", filter.system),
    hasFact("laws", filter.law),
  );
}

/** A fact of the row's member as JSON, state and value; null when nothing was said or for a visitor. */
const factShown = (scope: SessionScope, field: ProfileField) =>
  sql<string | null>`(select json_object('state', pv.state, 'value', json(pv.value)) from profile_values pv
    where pv.member_id = ${members.id} and pv.field = ${field} and pv.superseded_at is null
      and ${readsFactsSql(scope)})`;

/**
 * The members that the filter asks for, with their derived figures. `limit` null: all of them. Figures are worked
 * out for the members of the page only, unless they decide which members those are.
 */
export function directory(
  db: Database,
  scope: SessionScope,
  filter: DirectoryFilter,
  today: string,
  limit: number | null = PAGE_SIZE,
) {
  const isByName = filter.sort !== "inwoners" && !filter.sizeClass && limit !== null;
  const ofPage = db
    .select({ id: members.id })
    .from(members)
    .where(and(isMember(today), conditions(filter, scope, sql`null`)))
    .orderBy(asc(members.name))
    .limit(limit ?? -1)
    .offset((limit ?? 0) * (filter.page - 1));
  const figures = memberFigures(
    db,
    today,
    isByName ? inArray(memberMunicipalities.memberId, sql`(select id from ${ofPage})`) : undefined,
  );
  const order =
    filter.sort === "inwoners" ? [desc(figures.inhabitants), asc(members.name)] : [asc(members.name)];
  return db
    .select({
      id: members.id,
      slug: members.slug,
      name: members.name,
      inhabitants: figures.inhabitants,
      sizeClass: figures.sizeClass,
      municipalityNames: figures.municipalityNames,
      provinceNames: figures.provinceNames,
      legalForm: factShown(scope, "legal_form"),
      systems: factShown(scope, "process_systems"),
    })
    .from(members)
    .leftJoin(figures, eq(figures.memberId, members.id))
    .where(and(isMember(today), conditions(filter, scope, figures.sizeClass)))
    .orderBy(...order)
    .limit(limit ?? -1)
    .offset(limit === null ? 0 : (filter.page - 1) * limit);
}

/** Whether such a member works in the municipality: looked up per municipality, so it ends at the first. */
export const hasMemberIn = (condition: SQL): SQL =>
  sql`exists (select 1 from ${memberMunicipalities} join ${members} on ${members.id} = ${memberMunicipalities.memberId}
    where ${memberMunicipalities.code} = ${municipalities.code} and ${condition})`;

export interface DirectoryTotals {
  members: number;
  municipalities: number;
  provinces: number;
  inhabitants: number;
  referenceOn: string | null;
}

/**
 * How many the filter finds, where they work and for how many inhabitants, each municipality once. Who is found
 * and where they work is worked out once each (`materialized`): looked up per municipality it took seconds.
 */
export function totals(db: Database, scope: SessionScope, filter: DirectoryFilter, today: string) {
  const figures = memberFigures(db, today);
  const all = db.select({ id: members.id }).from(members);
  const found = filter.sizeClass
    ? all
        .leftJoin(figures, eq(figures.memberId, members.id))
        .where(and(isMember(today), conditions(filter, scope, figures.sizeClass)))
    : all.where(and(isMember(today), conditions(filter, scope, sql`null`)));
  return db.all<DirectoryTotals>(sql`
    with found as materialized ${found},
    served as materialized (
      select distinct w.code from found cross join member_municipalities w on w.member_id = found.id
    )
    select (select count(*) from found) as members, count(m.code) as municipalities,
      count(distinct m.province) as provinces, coalesce(sum(n.inhabitants), 0) as inhabitants,
      ${inhabitantsReferenceOn(today)} as referenceOn
    from served s cross join municipalities m on m.code = s.code
    left join municipality_inhabitants n on n.code = m.code and n.reference_on = ${inhabitantsReferenceOn(today)}`);
}

/** All opened facts of the members of today, when a file `isAsked`; no rows for a visitor. */
export function facts(db: Database, scope: SessionScope, today: string, isAsked: boolean) {
  return db
    .select({
      memberId: profileValues.memberId,
      field: profileValues.field,
      state: profileValues.state,
      value: profileValues.value,
    })
    .from(profileValues)
    .innerJoin(members, eq(members.id, profileValues.memberId))
    .where(and(sql`${isAsked}`, isNull(profileValues.supersededAt), isMember(today), readsFactsSql(scope)));
}

/** Provinces where members of today work. */
export function provincesInUse(db: Database, today: string) {
  return db
    .selectDistinct({ province: municipalities.province })
    .from(municipalities)
    .where(hasMemberIn(sql`${isMember(today)}`))
    .orderBy(asc(municipalities.province));
}

/** Logs that opened facts left the platform as a file; nothing for a visitor, whose file is public. */
export function exportLogged(db: Database, scope: SessionScope, subject: string) {
  return db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${scope.now}, ${scope.personId}, ${scope.memberId}, 'members_exported', ${subject}
    where ${readsFactsSql(scope)}`);
}
