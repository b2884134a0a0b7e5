import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { memberStandings, members } from "../../db/schema/tables.ts";
import { type DirectoryFilter, FACETS, type Facet, filters } from "../../web/members/directory-filter.ts";
import { SIZE_CLASS_ADDRESSES } from "../../web/members/labels.ts";
import type { SessionScope } from "../http/session.ts";
import { countsOn } from "./directory-counts.ts";
import { foundMembers, isCandidate, passes, STORED } from "./directory-queries.ts";
import { presentDay, presentStanding } from "./member-figures.ts";
import { readsFactsSql } from "./queries.ts";

export interface FacetCount {
  facet: Facet;
  /** as the address has it */
  code: string;
  members: number;
}

/** The facets as bits: what a member fails is one number. */
const bitOf = (facet: Facet): number => 2 ** FACETS.indexOf(facet);

const caseOf = (of: string, pairs: readonly (readonly [string, string | number])[]): SQL =>
  sql.raw(
    `case ${of} ${pairs.map(([when, then]) => `when '${when}' then ${typeof then === "number" ? then : `'${then}'`}`).join(" ")} end`,
  );

const STORED_FACETS = Object.entries(STORED) as [Exclude<Facet, "grootte">, string][];
const MARKS = STORED_FACETS.map(([facet, mark]) => [mark, facet] as const);
const SIZES = Object.entries(SIZE_CLASS_ADDRESSES);

/** Those of everybody, as they are kept. */
const keptCounts = (scope: SessionScope, today: string, marks: SQL): SQL => sql`
  select ${caseOf("mark", [...MARKS, ["size_class", "grootte"]])} as facet,
    coalesce(${caseOf("code", SIZES)}, code) as code, members
  from ${countsOn(today)} where mark in (${marks}) and (mark in ('province', 'size_class') or ${readsFactsSql(scope)})`;

const namesOf = (facets: readonly Facet[]): SQL =>
  sql.raw(facets.map((facet) => `'${facet === "grootte" ? "size_class" : STORED[facet]}'`).join(", "));

/**
 * For each value of each facet how many members it finds beside everything else that is chosen: a member counts
 * when it fails nothing, or only the facet of that value. Opened facts are counted for who may read them. Without a
 * filter, and for the only facet of which something was chosen, these are the counts of everybody, which are kept.
 */
export function facetCounts(db: Database, scope: SessionScope, filter: DirectoryFilter, today: string) {
  const chosen = FACETS.filter((facet) => filter.chosen[facet].length > 0);
  if (!filters(filter)) return db.all<FacetCount>(keptCounts(scope, today, namesOf(FACETS)));
  const [only, ...more] = chosen;
  if (only && more.length === 0 && filter.search === "")
    return db.all<FacetCount>(sql`
      with candidates as materialized ${foundMembers(db, scope, filter, today)}
      ${countedOver(scope, today, sql`0`)} where facet <> ${only}
      union all ${keptCounts(scope, today, namesOf([only]))}`);
  return db.all<FacetCount>(sql`
    with candidates as materialized ${candidates(db, scope, filter, today, chosen)}
    ${countedOver(scope, today, sql`c.fails`)}`);
}

/** Members with what they fail. */
function candidates(
  db: Database,
  scope: SessionScope,
  filter: DirectoryFilter,
  today: string,
  chosen: readonly Facet[],
) {
  const failed = chosen.map(
    (facet) =>
      sql`(case when ${passes(facet, filter, scope)} then 0 else ${sql.raw(String(bitOf(facet)))} end)`,
  );
  return db
    .select({
      id: members.id,
      fails: (failed.length > 0 ? sql.join(failed, sql` + `) : sql`0`).as("fails"),
    })
    .from(members)
    .leftJoin(...presentStanding(today))
    .where(isCandidate(filter, scope, today));
}

/** Counts per value over `candidates c`. */
const countedOver = (scope: SessionScope, today: string, fails: SQL): SQL => sql`
  select * from (
    select ${caseOf("f.facet", MARKS)} as facet, f.code, count(*) as members
    from candidates c cross join member_facets f on f.member_id = c.id
    where ${fails} in (0, ${caseOf(
      "f.facet",
      STORED_FACETS.map(([facet, mark]) => [mark, bitOf(facet)] as const),
    )}) and (f.facet = 'province' or ${readsFactsSql(scope)})
    group by f.facet, f.code
    union all select 'grootte', ${caseOf("s.size_class", SIZES)}, count(*)
    from candidates c cross join ${memberStandings} s on s.member_id = c.id and s.day_id = ${presentDay(today)}
    where ${fails} in (0, ${sql.raw(String(bitOf("grootte")))}) group by s.size_class)`;
