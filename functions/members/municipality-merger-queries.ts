import { type SQL, sql } from "drizzle-orm";
import type { Database, Statement } from "../../db/client.ts";

/** A decision of a municipal merger, ready to be stored. */
export interface MergerToStore {
  id: string;
  /** codes of the municipalities that end */
  parts: readonly string[];
  fromOn: string;
  by: string;
  now: number;
  successor: {
    code: string;
    /** what a new municipality is; null: it is there already */
    made: {
      name: string;
      searchKey: string;
      province: string;
      municipalityClass: string;
      latitude: number;
      longitude: number;
    } | null;
  };
}

const listed = (codes: readonly string[]): SQL =>
  sql.join(
    codes.map((code) => sql`${code}`),
    sql`, `,
  );

/**
 * The statements that store a decision, if all its municipalities still stand as they were seen: none has an end,
 * a new code is free, an existing successor stays.
 */
export function storeMerger(db: Database, merger: MergerToStore): [Statement, ...Statement[]] {
  const { id, parts, fromOn, by, now, successor } = merger;
  const { code, made } = successor;
  const stand = sql`(select count(*) from municipalities where code in (${listed(parts)}) and valid_to is null
    and valid_from < ${fromOn}) = ${parts.length}`;
  const isStored = sql`exists (select 1 from municipality_mergers where id = ${id} and decided_at = ${now})`;
  return [
    made
      ? db.run(sql`
        insert into municipalities (code, name, official_name, search_key, province, municipality_class, latitude,
          longitude, valid_from)
        select ${code}, ${made.name}, ${made.name}, ${made.searchKey}, ${made.province}, ${made.municipalityClass},
          ${made.latitude}, ${made.longitude}, ${fromOn}
        where ${stand} and not exists (select 1 from municipality_mergers where id = ${id})`)
      : db.run(sql`update municipalities set search_key = search_key || ' | ' || (
          select group_concat(search_key, ' | ') from municipalities where code in (${listed(parts)}))
        where code = ${code} and ${stand} and valid_to is null
          and not exists (select 1 from municipality_mergers where id = ${id})`),
    db.run(sql`
      insert into municipality_mergers (id, successor_code, from_on, decided_by, decided_at)
      select ${id}, code, ${fromOn}, ${by}, ${now} from municipalities
      where code = ${code} and valid_to is null and ${stand} on conflict do nothing`),
    db.run(sql`update municipalities set valid_to = ${fromOn}, successor_code = ${code}
      where code in (${listed(parts)}) and valid_to is null and ${isStored}`),
    db.run(sql`insert into audit_entries (at, person_id, action, subject)
      select ${now}, ${by}, 'municipalities_merged', ${code} where ${isStored} and changes() > 0`),
  ];
}

/**
 * The statements with which profiles follow a merger, once: on its day, or at once when that is past. Nobody loses a
 * municipality: what ended becomes its successor, in a value of its own in the history; where somebody worked before
 * stays for rounds of before.
 */
export function applyMerger(db: Database, id: string, now: number): [Statement, ...Statement[]] {
  const merger = sql`(select * from municipality_mergers where id = ${id} and applied_at is null)`;
  const part = sql`(select p.code from municipalities p, ${merger} g
    where p.successor_code = g.successor_code and p.valid_to = g.from_on)`;
  const fieldOf = sql`field = 'municipalities'`;
  const holdsPart = sql`exists (select 1 from json_each(v.value, '$.codes') j where j.value in ${part})`;
  return [
    // What older rounds counted by way of an earlier merger is spelt out: an ended row stands for itself only.
    db.run(sql`
      insert into member_municipalities_ended (member_id, code, since, until)
      select w.member_id, b.part_code, null, min(b.since, g.from_on)
      from ${merger} g, member_municipalities w join municipality_parts b on b.code = w.code
      where (w.code = g.successor_code or w.code in ${part}) and w.since is null
      on conflict do nothing`),
    db.run(sql`
      insert into municipality_parts (code, part_code, since)
      select g.successor_code, p.code, g.from_on from ${merger} g, ${part} p
      union select g.successor_code, b.part_code, g.from_on from ${merger} g, municipality_parts b where b.code in ${part}
      on conflict do nothing`),
    db.run(sql`
      insert into member_municipalities_ended (member_id, code, since, until)
      select w.member_id, w.code, w.since, g.from_on from ${merger} g, member_municipalities w
      where (w.code = g.successor_code or w.code in ${part}) and (w.since is null or w.since < g.from_on)
      on conflict do nothing`),
    // Who came to work there after its day does not work there from that day.
    db.run(sql`update member_municipalities set since = max(coalesce(since, ''), (select from_on from ${merger}))
      where code = (select successor_code from ${merger})`),
    db.run(sql`
      insert into member_municipalities (member_id, code, since)
      select w.member_id, g.successor_code, max(min(coalesce(w.since, '')), g.from_on)
      from ${merger} g, member_municipalities w where w.code in ${part} group by w.member_id, g.id
      on conflict do update set since = min(since, excluded.since)`),
    db.run(sql`delete from member_municipalities where code in ${part}`),
    db.run(sql`update profile_values as v set superseded_at = ${now}
      where ${fieldOf} and superseded_at is null and ${holdsPart}`),
    db.run(sql`
      insert into profile_values (id, member_id, field, state, value, reference_on, source, said_by, said_at, valid_from)
      select lower(hex(randomblob(10))), v.member_id, v.field, v.state, json_object('codes', (
          select json_group_array(code) from (select distinct
            case when j.value in ${part} then g.successor_code else j.value end as code
            from json_each(v.value, '$.codes') j order by code))),
        max(v.reference_on, g.from_on), 'merger', g.decided_by, ${now}, g.from_on
      from ${merger} g, profile_values v
      where v.field = 'municipalities' and v.superseded_at = ${now} and ${holdsPart}
        and not exists (select 1 from profile_values c where c.member_id = v.member_id and c.field = v.field
          and c.superseded_at is null)`),
    // The folded name stands before the first bar; a folded name holds none.
    db.run(sql`
      update members set search_key = substr(search_key, 1, instr(search_key || ' | ', ' | ') - 1) || ' | ' || (
        select group_concat(m.search_key, ' | ') from member_municipalities w
        join municipalities m on m.code = w.code where w.member_id = members.id)
      where id in (select w.member_id from member_municipalities w, ${merger} g where w.code = g.successor_code)`),
    // One region of a kind for all of them is the region of what comes; else the staff says which.
    db.run(sql`
      insert into municipality_regions (code, region_id, valid_from)
      select g.successor_code, min(r.region_id), g.from_on from ${merger} g, municipality_regions r
      join regions q on q.id = r.region_id
      where r.code in ${part} and r.valid_to is null and not exists (select 1 from municipality_regions o
        join regions k on k.id = o.region_id and k.kind = q.kind where o.code = g.successor_code and o.valid_to is null)
      group by q.kind having count(distinct r.region_id) = 1
        and count(distinct r.code) = (select count(*) from ${part})
      on conflict do nothing`),
    db.run(sql`update municipality_regions set valid_to = (select from_on from ${merger})
      where code in ${part} and valid_to is null`),
    db.run(sql`update municipality_mergers set applied_at = ${now} where id = ${id} and applied_at is null`),
  ];
}

/** Decisions whose day has come and that no profile followed yet. */
export const dueMergers = (db: Database, today: string) =>
  db.all<{ id: string }>(sql`
    select id from municipality_mergers where applied_at is null and from_on <= ${today} order by from_on, decided_at`);

/** Takes a decision back whose day has not come; a municipality that was made for it goes with it. */
export function removeMerger(
  db: Database,
  { id, successorCode, fromOn }: { id: string; successorCode: string; fromOn: string },
  { personId, now }: { personId: string; now: number },
): [Statement, ...Statement[]] {
  return [
    db.run(sql`update municipalities set valid_to = null, successor_code = null
      where successor_code = ${successorCode} and valid_to = ${fromOn}
        and exists (select 1 from municipality_mergers where id = ${id} and applied_at is null)`),
    db.run(sql`delete from municipality_mergers where id = ${id} and applied_at is null`),
    db.run(sql`
      insert into audit_entries (at, person_id, action, subject)
      select ${now}, ${personId}, 'municipalities_merged', ${`${successorCode} ingetrokken`} where changes() > 0`),
    db.run(sql`delete from municipalities where code = ${successorCode} and valid_from = ${fromOn}
      and not exists (select 1 from municipality_mergers where successor_code = ${successorCode})
      and not exists (select 1 from municipality_inhabitants n where n.code = ${successorCode})`),
  ];
}
