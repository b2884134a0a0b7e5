import { eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { members } from "../../db/schema/tables.ts";
import type { SessionScope } from "../http/session.ts";
import { isMember } from "./directory-queries.ts";
import { inhabitantsOn } from "./division-queries.ts";
import { factNumber } from "./fact-words.ts";
import { memberFigures } from "./member-figures.ts";
import { readsFactsSql } from "./queries.ts";

/** Among how many teams the likest are sought: those with the nearest number of inhabitants. */
const MOST_COMPARED = 150;

/** Which member is compared: that of an address, or without one the viewer's own. */
export const comparedMember = (scope: SessionScope, slug: string | null): SQL =>
  slug === null ? sql`${members.id} = ${scope.memberId}` : sql`${members.slug} = ${slug}`;

/** That member, for the decision. */
export function memberToCompare(db: Database, which: SQL) {
  return db.select({ id: members.id, name: members.name, leftOn: members.leftOn }).from(members).where(which);
}

/**
 * The member asked for and the members nearest to it in inhabitants, each as what is compared; itself first,
 * also when it left. No rows for a visitor.
 */
export function comparedTeams(db: Database, scope: SessionScope, isItself: SQL, today: string) {
  const figures = memberFigures(db, today);
  const inhabitants = sql`coalesce(${figures.inhabitants}, 0)`;
  const own = sql`(select coalesce(sum(n.inhabitants), 0) from member_municipalities w
    join ${inhabitantsOn(today)} n on n.code = w.code
    where w.member_id = (select id from members where ${isItself}))`;
  return db
    .select({
      id: members.id,
      slug: members.slug,
      name: members.name,
      leftOn: members.leftOn,
      inhabitants: figures.inhabitants,
      sizeClass: figures.sizeClass,
      municipalityNames: figures.municipalityNames,
      fte: factNumber(scope, "fte"),
      facets: sql<string>`(select json_group_array(json_array(f.facet, f.code)) from member_facets f
        where f.member_id = ${members.id})`,
    })
    .from(members)
    .leftJoin(figures, eq(figures.memberId, members.id))
    .where(sql`${readsFactsSql(scope)} and (${isItself} or ${isMember(today)})`)
    .orderBy(sql`${isItself} desc`, sql`abs(${inhabitants} - ${own})`, members.id)
    .limit(MOST_COMPARED + 1);
}
