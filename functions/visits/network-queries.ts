import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { NetworkFilter } from "../../web/visits/network-filter.ts";

/** So many organisations are drawn at most, those with the most visits; more cannot be told apart on a phone. */
const MOST_DRAWN = 30;

/** The year of a visit by its day in the Netherlands. SQLite knows no zones; an hour matters on New Year's Eve only. */
const yearOf = (column: SQL): SQL => sql`strftime('%Y', ${column} / 1000 + 3600, 'unixepoch')`;

/** Visits that took place between two organisations, within the filter. */
const made = ({
  thema,
  jaar,
}: NetworkFilter): SQL => sql`v.state = 'took_place' and v.host_member_id is not null
  and v.starts_at is not null
  and (${thema} = '' or v.theme_id in (select t.id from themes t where t.slug = ${thema}))
  and (${jaar} = '' or ${yearOf(sql`v.starts_at`)} = ${jaar})`;

/** Who went to whom: one row a direction. */
const went = (filter: NetworkFilter): SQL => sql`select v.guest_member_id as guest, v.host_member_id as host,
    count(*) as count, max(v.starts_at) as last_at
  from visits v where ${made(filter)} group by v.guest_member_id, v.host_member_id`;

export interface TieRow {
  guest: string;
  host: string;
  guestName: string;
  hostName: string;
  count: number;
  lastAt: number;
  isMutual: number;
}

/** Pairs in the order of who visited most; without a page all of them, for a file. */
export const ties = (db: Database, filter: NetworkFilter, page?: { size: number; at: number }) =>
  db.all<TieRow>(sql`with went as (${went(filter)})
    select w.guest, w.host, g.name as guestName, h.name as hostName, w.count, w.last_at as lastAt,
      exists (select 1 from went back where back.guest = w.host and back.host = w.guest) as isMutual
    from went w join members g on g.id = w.guest join members h on h.id = w.host
    order by w.count desc, g.name, h.name limit ${page?.size ?? -1} offset ${(page?.at ?? 0) * (page?.size ?? 0)}`);

export interface NodeRow {
  id: string;
  name: string;
  out: number;
  in: number;
  latitude: number | null;
  longitude: number | null;
}

const nodes = (filter: NetworkFilter): SQL => sql`with went as (${went(filter)}), ends as (
    select guest as id, count as out_count, 0 as in_count from went
    union all select host, 0, count from went)
  select e.id, sum(e.out_count) as out, sum(e.in_count) as "in" from ends e
  group by e.id order by sum(e.out_count) + sum(e.in_count) desc, e.id limit ${MOST_DRAWN}`;

/** The organisations of the picture, with where they work. */
export const drawnNodes = (db: Database, filter: NetworkFilter) =>
  db.all<NodeRow>(sql`select n.id, m.name, n.out, n."in",
      (select avg(mu.latitude) from member_municipalities mm join municipalities mu on mu.code = mm.code
        where mm.member_id = n.id) as latitude,
      (select avg(mu.longitude) from member_municipalities mm join municipalities mu on mu.code = mm.code
        where mm.member_id = n.id) as longitude
    from (${nodes(filter)}) n join members m on m.id = n.id`);

/** The lines between those organisations. */
export const drawnTies = (db: Database, filter: NetworkFilter) =>
  db.all<{ guest: string; host: string; count: number }>(sql`with shown as (select id from (${nodes(filter)}))
    select w.guest, w.host, w.count from (${went(filter)}) w
    where w.guest in (select id from shown) and w.host in (select id from shown) order by w.guest, w.host`);

export interface NetworkTotals {
  visits: number;
  /** rows of the table: pairs with a direction */
  directions: number;
  /** pairs of organisations of which at least one visited the other */
  pairs: number;
  mutual: number;
  /** organisations that hosted or visited at least once, and the members of this day among them */
  organisations: number;
  reached: number;
  members: number;
  /** pairs whose very first visit lies in the year */
  newPairs: number;
}

/** What the sentences say. `year` is the year of the new pairs. */
export const networkTotals = (db: Database, filter: NetworkFilter, year: string, now: number) =>
  db.all<NetworkTotals>(sql`with went as (${went(filter)}),
    pairs as (select min(guest, host) as one, max(guest, host) as other, count(*) as ways from went
      group by min(guest, host), max(guest, host)),
    ends as (select guest as id from went union select host from went),
    current as (select id from members where left_on is null or left_on > ${dayInAmsterdam(now)}),
    firsts as (select min(v.starts_at) as first_at from visits v where ${made({ ...filter, jaar: "" })}
      group by min(v.guest_member_id, v.host_member_id), max(v.guest_member_id, v.host_member_id))
    select (select coalesce(sum(count), 0) from went) as visits, (select count(*) from went) as directions,
      (select count(*) from pairs) as pairs, (select count(*) from pairs where ways = 2) as mutual,
      (select count(*) from ends) as organisations,
      (select count(*) from ends where id in (select id from current)) as reached,
      (select count(*) from current) as members,
      (select count(*) from firsts where ${yearOf(sql`first_at`)} = ${year}) as newPairs`);

/** Years in which visits took place: what the filter offers. */
export const visitYears = (db: Database) =>
  db.all<{ year: string }>(sql`select distinct ${yearOf(sql`v.starts_at`)} as year from visits v
    where ${made({ thema: "", jaar: "", pagina: 1 })} order by year desc`);
