import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { memberStandings, members } from "../../db/schema/tables.ts";
import type { SessionScope } from "../http/session.ts";
import { isMember } from "./directory-queries.ts";
import { factNumber } from "./fact-words.ts";
import { municipalityNames, presentDay, presentStanding } from "./member-figures.ts";
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
 * also when it left. No rows for a visitor. The nearest are sought by index, upwards and downwards; who has no
 * municipalities has no inhabitants to be near in.
 */
export function comparedTeams(db: Database, scope: SessionScope, isItself: SQL, today: string) {
  const { inhabitants, sizeClass, memberId, dayId } = memberStandings;
  const own = sql`coalesce((select o.inhabitants from member_standings o
    where o.day_id = ${presentDay(today)} and o.member_id = (select id from members where ${isItself})), 0)`;
  const side = (isThere: SQL, order: SQL) => sql`select id from (
    select ${members.id} as id from ${memberStandings} cross join ${members} on ${members.id} = ${memberId}
    where ${dayId} = ${presentDay(today)} and ${inhabitants} ${isThere} and ${isMember(today)}
    order by ${inhabitants} ${order}, ${members.id} limit ${MOST_COMPARED + 1})`;
  return db
    .select({
      id: members.id,
      slug: members.slug,
      name: members.name,
      leftOn: members.leftOn,
      inhabitants,
      sizeClass,
      municipalityNames,
      fte: factNumber(scope, "fte"),
      facets: sql<string>`(select json_group_array(json_array(f.facet, f.code)) from member_facets f
        where f.member_id = ${members.id})`,
    })
    .from(members)
    .leftJoin(...presentStanding(today))
    .where(sql`${readsFactsSql(scope)} and ${members.id} in (select id from members where ${isItself}
      union all ${side(sql`>= ${own}`, sql`asc`)} union all ${side(sql`< ${own}`, sql`desc`)})`)
    .orderBy(sql`${isItself} desc`, sql`abs(coalesce(${inhabitants}, 0) - ${own})`, members.id)
    .limit(MOST_COMPARED + 1);
}
