import { and, asc, desc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { memberMunicipalities, members, municipalities } from "../../db/schema/tables.ts";
import { type DirectoryFilter, type Facet, filters } from "../../web/members/directory-filter.ts";
import type { DirectoryTotals } from "../../web/members/directory-sentence.ts";
import { SIZE_CLASS_ADDRESSES } from "../../web/members/labels.ts";
import type { SessionScope } from "../http/session.ts";
import { inhabitantsOn, inhabitantsReferenceOn } from "./division-queries.ts";
import { factWords } from "./fact-words.ts";
import { memberFigures } from "./member-figures.ts";
import { readsFactsSql } from "./queries.ts";
import { matchOf, withinReach } from "./search-words.ts";

export const PAGE_SIZE = 25;

/** Whether a member belongs to the association on this day, "2026-12-01". */
export const isMember = (today: string) =>
  and(lte(members.joinedOn, today), or(isNull(members.leftOn), gt(members.leftOn, today)));

/** How a facet of the address is stored. */
const STORED: Readonly<Record<Exclude<Facet, "grootte">, string>> = {
  provincie: "province",
  rechtsvorm: "legal_form",
  systeem: "process_systems",
  wet: "laws",
};

/** The facets as bits: what a member fails is one number. */
const BITS: Readonly<Record<Facet, number>> = {
  provincie: 1,
  grootte: 2,
  rechtsvorm: 4,
  systeem: 8,
  wet: 16,
};

const list = (values: readonly string[]): SQL =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

/** Whether a member passes one facet; undefined when nothing of it was chosen. */
function passes(facet: Facet, filter: DirectoryFilter, scope: SessionScope, sizeClass: SQL): SQL | undefined {
  const chosen = filter.chosen[facet];
  if (chosen.length === 0) return undefined;
  if (facet === "grootte") {
    const sizes = Object.entries(SIZE_CLASS_ADDRESSES).flatMap(([size, word]) =>
      chosen.includes(word) ? [size] : [],
    );
    return sql`coalesce(${sizeClass} in (${list(sizes)}), 0)`;
  }
  const has = sql`exists (select 1 from member_facets f where f.member_id = ${members.id}
    and f.facet = ${STORED[facet]} and f.code in (${list(chosen)}))`;
  return facet === "provincie" ? has : sql`(not ${readsFactsSql(scope)} or ${has})`;
}

/** Members of today in whom every typed word occurs. */
function isCandidate(filter: DirectoryFilter, scope: SessionScope, today: string): SQL | undefined {
  const match = matchOf(filter.search);
  const found = sql`${members.id} in (select e.ref from search_words s join search_entries e on e.id = s.rowid
    where search_words match ${withinReach(match, readsFactsSql(scope))} and e.kind = 'member')`;
  return and(isMember(today), match === "" ? undefined : found);
}

const FACETS_IN_ORDER = Object.keys(BITS) as Facet[];

function conditions(filter: DirectoryFilter, scope: SessionScope, today: string, sizeClass: SQL) {
  return and(
    isCandidate(filter, scope, today),
    ...FACETS_IN_ORDER.map((facet) => passes(facet, filter, scope, sizeClass)),
  );
}

/** The ids of the members that the filter finds. */
export function foundMembers(db: Database, scope: SessionScope, filter: DirectoryFilter, today: string) {
  const all = db.select({ id: members.id, name: members.name }).from(members);
  if (filter.chosen.grootte.length === 0) return all.where(conditions(filter, scope, today, sql`null`));
  const figures = memberFigures(db, today);
  return all
    .leftJoin(figures, eq(figures.memberId, members.id))
    .where(conditions(filter, scope, today, sql`${figures.sizeClass}`));
}

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
  const isByName = filter.sort !== "inwoners" && filter.chosen.grootte.length === 0 && limit !== null;
  const ofPage = db
    .select({ id: members.id })
    .from(members)
    .where(conditions(filter, scope, today, sql`null`))
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
  const rows = db
    .select({
      id: members.id,
      slug: members.slug,
      name: members.name,
      inhabitants: figures.inhabitants,
      sizeClass: figures.sizeClass,
      municipalityNames: figures.municipalityNames,
      provinceNames: figures.provinceNames,
      legalForm: factWords(scope, "legal_form"),
      systems: factWords(scope, "process_systems"),
    })
    .from(members)
    .leftJoin(figures, eq(figures.memberId, members.id))
    .orderBy(...order);
  if (isByName) return rows.where(sql`${members.id} in (select id from ${ofPage})`);
  return rows
    .where(conditions(filter, scope, today, sql`${figures.sizeClass}`))
    .limit(limit ?? -1)
    .offset(limit === null ? 0 : (filter.page - 1) * limit);
}

/**
 * How many the filter finds, where they work and for how many inhabitants, each municipality once. Who is found
 * and where they work is worked out once each (`materialized`): looked up per municipality it took seconds.
 */
export function totals(db: Database, scope: SessionScope, filter: DirectoryFilter, today: string) {
  const works = filters(filter)
    ? sql`${municipalities.code} in (select w.code from found cross join member_municipalities w on w.member_id = found.id)`
    : // With everybody in sight the first member of each municipality is enough.
      hasMemberIn(sql`${isMember(today)}`);
  return db.all<DirectoryTotals>(sql`
    with found as materialized ${foundMembers(db, scope, filter, today)}
    select (select count(*) from found) as members, count(*) as municipalities,
      count(distinct ${municipalities.province}) as provinces, coalesce(sum(n.inhabitants), 0) as inhabitants,
      ${inhabitantsReferenceOn(today)} as referenceOn
    from ${municipalities}
    left join ${inhabitantsOn(today)} n on n.code = ${municipalities.code}
    where ${works}`);
}

export interface FacetCount {
  facet: Facet;
  /** as the address has it */
  code: string;
  members: number;
}

/**
 * For each value of each facet how many members it finds beside everything else that is chosen: a member counts
 * when it fails nothing, or only the facet of that value. Opened facts are counted for who may read them.
 */
export function facetCounts(db: Database, scope: SessionScope, filter: DirectoryFilter, today: string) {
  const figures = memberFigures(db, today);
  const failed = FACETS_IN_ORDER.flatMap((facet) => {
    const pass = passes(facet, filter, scope, sql`${figures.sizeClass}`);
    return pass ? [sql`(case when ${pass} then 0 else ${sql.raw(String(BITS[facet]))} end)`] : [];
  });
  const candidates = db
    .select({
      id: members.id,
      size: figures.sizeClass,
      fails: (failed.length > 0 ? sql.join(failed, sql` + `) : sql`0`).as("fails"),
    })
    .from(members)
    .leftJoin(figures, eq(figures.memberId, members.id))
    .where(isCandidate(filter, scope, today));
  const stored = Object.entries(STORED) as [Exclude<Facet, "grootte">, string][];
  const caseOf = (pairs: readonly (readonly [string, string | number])[], of: string) =>
    sql.raw(
      `case ${of} ${pairs.map(([when, then]) => `when '${when}' then ${typeof then === "number" ? then : `'${then}'`}`).join(" ")} end`,
    );
  return db.all<FacetCount>(sql`
    with candidates as materialized ${candidates}
    select ${caseOf(
      stored.map(([facet, name]) => [name, facet] as const),
      "f.facet",
    )} as facet, f.code, count(*) as members
    from candidates c cross join member_facets f on f.member_id = c.id
    where (c.fails = 0 or c.fails = ${caseOf(
      stored.map(([facet, name]) => [name, BITS[facet]] as const),
      "f.facet",
    )})
      and (f.facet = 'province' or ${readsFactsSql(scope)})
    group by f.facet, f.code
    union all
    select 'grootte', ${caseOf(Object.entries(SIZE_CLASS_ADDRESSES), "c.size_class")}, count(*) from candidates c
    where c.size_class is not null and c.fails in (0, 2) group by c.size_class`);
}

/** Whether such a member works in the municipality: looked up per municipality, so it ends at the first. */
export const hasMemberIn = (condition: SQL): SQL =>
  sql`exists (select 1 from ${memberMunicipalities} join ${members} on ${members.id} = ${memberMunicipalities.memberId}
    where ${memberMunicipalities.code} = ${municipalities.code} and ${condition})`;

/** Logs that opened facts left the platform as a file; nothing for a visitor, whose file is public. */
export function exportLogged(db: Database, scope: SessionScope, subject: string) {
  return db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${scope.now}, ${scope.personId}, ${scope.memberId}, 'members_exported', ${subject}
    where ${readsFactsSql(scope)}`);
}
