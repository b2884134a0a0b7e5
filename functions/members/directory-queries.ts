import { and, asc, desc, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { memberStandings, members, municipalities } from "../../db/schema/tables.ts";
import { type DirectoryFilter, FACETS, type Facet, filters } from "../../web/members/directory-filter.ts";
import type { DirectoryTotals } from "../../web/members/directory-sentence.ts";
import { SIZE_CLASS_ADDRESSES } from "../../web/members/labels.ts";
import type { SessionScope } from "../http/session.ts";
import { hasMembers, membersOn } from "./directory-counts.ts";
import { inhabitantsOfOne, inhabitantsReferenceOn } from "./division-queries.ts";
import { factWords } from "./fact-words.ts";
import { municipalityNames, presentDay, presentStanding, provinceNames } from "./member-figures.ts";
import { readsFactsSql } from "./queries.ts";
import { matchOf, withinReach } from "./search-words.ts";

export const PAGE_SIZE = 25;

/** Whether a member belongs to the association on this day, "2026-12-01". */
export const isMember = (today: string) =>
  and(lte(members.joinedOn, today), or(isNull(members.leftOn), gt(members.leftOn, today)));

/** How a facet of the address is stored in `member_facets`; the size class stands in `member_standings`. */
export const STORED: Readonly<Record<Exclude<Facet, "grootte">, string>> = {
  provincie: "province",
  rechtsvorm: "legal_form",
  systeem: "process_systems",
  wet: "laws",
};

const list = (values: readonly string[]): SQL =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

/** Whether a member, with its standing of today joined, passes one facet; undefined when nothing of it was chosen. */
export function passes(facet: Facet, { chosen }: DirectoryFilter, scope: SessionScope): SQL | undefined {
  const wanted = chosen[facet];
  if (wanted.length === 0) return undefined;
  if (facet === "grootte") {
    const sizes = Object.entries(SIZE_CLASS_ADDRESSES).flatMap(([size, word]) =>
      wanted.includes(word) ? [size] : [],
    );
    return sql`coalesce(${memberStandings.sizeClass} in (${list(sizes)}), 0)`;
  }
  const has = sql`${members.id} in (select f.member_id from member_facets f
    where f.facet = ${STORED[facet]} and f.code in (${list(wanted)}))`;
  return facet === "provincie" ? has : sql`(not ${readsFactsSql(scope)} or ${has})`;
}

/** Members of today in whom every typed word occurs. */
export function isCandidate(filter: DirectoryFilter, scope: SessionScope, today: string): SQL | undefined {
  const match = matchOf(filter.search);
  const found = sql`${members.id} in (select e.ref from search_words s join search_entries e on e.id = s.rowid
    where search_words match ${withinReach(match, readsFactsSql(scope))} and e.kind = 'member')`;
  return and(isMember(today), match === "" ? undefined : found);
}

const conditions = (filter: DirectoryFilter, scope: SessionScope, today: string) =>
  and(isCandidate(filter, scope, today), ...FACETS.map((facet) => passes(facet, filter, scope)));

/** The ids of the members that the filter finds. */
export function foundMembers(db: Database, scope: SessionScope, filter: DirectoryFilter, today: string) {
  return db
    .select({ id: members.id, name: members.name })
    .from(members)
    .leftJoin(...presentStanding(today))
    .where(conditions(filter, scope, today));
}

/** Which members are on a page, in the order of their inhabitants: by its index, then those without municipalities. */
function byInhabitants(scope: SessionScope, filter: DirectoryFilter, today: string): SQL {
  const wanted = conditions(filter, scope, today);
  const last = filter.page * PAGE_SIZE;
  return sql`
    select id from (select ${members.id} as id from ${memberStandings} cross join ${members}
        on ${members.id} = ${memberStandings.memberId}
      where ${memberStandings.dayId} = ${presentDay(today)} and ${wanted}
      order by ${memberStandings.inhabitants} desc, ${members.name} limit ${last})
    union all select id from (select ${members.id} as id from ${members} left join ${memberStandings}
        on ${memberStandings.memberId} = ${members.id} and ${memberStandings.dayId} = ${presentDay(today)}
      where ${memberStandings.dayId} is null and ${wanted} order by ${members.name} limit ${last})
    limit ${PAGE_SIZE} offset ${last - PAGE_SIZE}`;
}

/** A page of the members that the filter asks for: first which they are, then what is shown of those. */
export function directory(db: Database, scope: SessionScope, filter: DirectoryFilter, today: string) {
  const { inhabitants, sizeClass } = memberStandings;
  const byName = foundMembers(db, scope, filter, today)
    .orderBy(asc(members.name))
    .limit(PAGE_SIZE)
    .offset(PAGE_SIZE * (filter.page - 1));
  const ofPage = filter.sort === "inwoners" ? byInhabitants(scope, filter, today) : sql`${byName}`;
  return db
    .select({
      id: members.id,
      slug: members.slug,
      name: members.name,
      inhabitants,
      sizeClass,
      municipalityNames,
      provinceNames,
      legalForm: factWords(scope, "legal_form"),
      systems: factWords(scope, "process_systems"),
    })
    .from(members)
    .leftJoin(...presentStanding(today))
    .where(sql`${members.id} in (select id from (${ofPage}))`)
    .orderBy(...(filter.sort === "inwoners" ? [desc(inhabitants)] : []), asc(members.name));
}

/**
 * How many the filter finds, where they work and for how many inhabitants, each municipality once. Without a filter
 * both are kept; else who is found is worked out once (`materialized`): looked up per municipality it took seconds.
 */
export function totals(db: Database, scope: SessionScope, filter: DirectoryFilter, today: string) {
  const found = filters(filter)
    ? sql`with found as materialized ${foundMembers(db, scope, filter, today)}`
    : sql``;
  const works = filters(filter)
    ? sql`${municipalities.code} in (select w.code from found cross join member_municipalities w on w.member_id = found.id)`
    : hasMembers(today);
  return db.all<DirectoryTotals>(sql`${found}
    select ${filters(filter) ? sql`(select count(*) from found)` : membersOn(today)} as members,
      count(*) as municipalities, count(distinct ${municipalities.province}) as provinces,
      coalesce(sum(${inhabitantsOfOne(municipalities.code, today)}), 0) as inhabitants,
      ${inhabitantsReferenceOn(today)} as referenceOn
    from ${municipalities} where ${works}`);
}

/** Logs that opened facts left the platform as a file; nothing for a visitor, whose file is public. */
export function exportLogged(db: Database, scope: SessionScope, subject: string) {
  return db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${scope.now}, ${scope.personId}, ${scope.memberId}, 'members_exported', ${subject}
    where ${readsFactsSql(scope)}`);
}
