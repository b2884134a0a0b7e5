import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { SessionScope } from "../http/session.ts";
import { readsFactsSql } from "./queries.ts";
import { matchOf, withinReach } from "./search-words.ts";

/** How many of each kind the page shows; the rest is one link away. */
const MOST_FOUND = 10;

/** The ranking works within a statement of its own only; whoever finds more than this must ask more exactly. */
const MOST_SOUGHT = 1000;

/** Entries of a kind in which all words occur, names before places and facts; nothing when nothing is asked. */
const foundEntries = (scope: SessionScope, kind: "member" | "municipality" | "theme", typed: string): SQL => {
  const match = matchOf(typed) || '""';
  return sql`(select e.ref, bm25(search_words, 10.0, 1.0, 1.0) as distance
    from search_words s join search_entries e on e.id = s.rowid
    where search_words match ${withinReach(match, readsFactsSql(scope))} and e.kind = ${kind}
    order by distance limit ${MOST_SOUGHT}) found`;
};

/** Members of today that are found, with how many there are in all. */
export function foundMembersByWords(db: Database, scope: SessionScope, typed: string, today: string) {
  return db.all<{ slug: string; name: string; places: string; total: number }>(sql`
    select m.slug, m.name, count(*) over () as total,
      (select json_group_array(t.name) from member_municipalities w join municipalities t on t.code = w.code
        where w.member_id = m.id) as places
    from ${foundEntries(scope, "member", typed)} join members m on m.id = found.ref
    where m.joined_on <= ${today} and (m.left_on is null or m.left_on > ${today})
    order by found.distance, m.name limit ${MOST_FOUND}`);
}

/** Municipalities that are found, with the members that work there; one that merged says into which. */
export function foundMunicipalities(db: Database, scope: SessionScope, typed: string, today: string) {
  return db.all<{
    name: string;
    province: string;
    mergedInto: string | null;
    members: string;
    total: number;
  }>(sql`
    select t.name, t.province, count(*) over () as total,
      case when t.valid_to <= ${today} then (select n.name from municipalities n where n.code = t.successor_code) end
        as mergedInto,
      (select json_group_array(json_object('slug', m.slug, 'name', m.name)) from member_municipalities w
        join members m on m.id = w.member_id where w.code = coalesce(
          case when t.valid_to <= ${today} then t.successor_code end, t.code)
        and m.joined_on <= ${today} and (m.left_on is null or m.left_on > ${today})) as members
    from ${foundEntries(scope, "municipality", typed)} join municipalities t on t.code = found.ref
    order by found.distance, t.name limit ${MOST_FOUND}`);
}

/**
 * Themes that are found, each name once: its address among the shared themes, and the questions of which open
 * answers are counted by it, as a JSON list of [concept, title of the codebook].
 */
export function foundThemes(db: Database, scope: SessionScope, typed: string) {
  return db.all<{ name: string; definition: string; slug: string | null; questions: string }>(sql`
    select t.name, min(t.definition) as definition, min(found.distance) as distance,
      max(case when b.concept = 'themes' then t.slug end) as slug,
      json_group_array(json_array(b.concept, b.title)) filter (where b.concept <> 'themes') as questions
    from ${foundEntries(scope, "theme", typed)} join themes t on t.id = found.ref
    join codebooks b on b.id = t.codebook_id
    group by t.name order by distance, t.name limit ${MOST_FOUND}`);
}

/** The newest round with public figures. */
export function latestPublishedRound(db: Database) {
  return db.all<{ year: number }>(
    sql`select year from rounds where state = 'published' order by year desc limit 1`,
  );
}
