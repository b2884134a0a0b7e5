import { type SQL, sql } from "drizzle-orm";
import type { Database, Statement } from "../../db/client.ts";
import type { RegionMembership } from "./municipality-regions-import.ts";

/** The region of each kind of every municipality on a day. */
export const regionsOn = (db: Database, day: string) =>
  db.all<RegionMembership>(sql`
    select r.code, q.kind, q.name as region from municipality_regions r join regions q on q.id = r.region_id
    where r.valid_from <= ${day} and (r.valid_to is null or r.valid_to > ${day})`);

/**
 * Stores to which regions municipalities belong from a day: the region of that kind before it ends then. What holds
 * already is left as it is, so a second submit changes nothing. The last statement counts how many hold.
 */
export function storeRegions(
  db: Database,
  memberships: readonly RegionMembership[],
  fromOn: string,
  by: { personId: string; now: number },
): [Statement, ...Statement[]] {
  const id = (alias: SQL) => sql`${alias}.kind || ' ' || ${alias}.region`;
  const rows = sql`(select j.value ->> 'code' as code, j.value ->> 'kind' as kind, j.value ->> 'region' as region
    from json_each(${JSON.stringify(memberships)}) j)`;
  const f = sql.raw("f");
  const holds = sql`r.code = f.code and r.region_id = ${id(f)} and r.valid_from <= ${fromOn}
    and (r.valid_to is null or r.valid_to > ${fromOn})`;
  return [
    db.run(sql`insert into regions (id, kind, name) select distinct ${id(f)}, f.kind, f.region from ${rows} f
      where true on conflict do nothing`),
    db.run(sql`
      update municipality_regions as o set valid_to = ${fromOn}
      where (o.valid_to is null or o.valid_to > ${fromOn}) and o.valid_from < ${fromOn}
        and exists (select 1 from ${rows} f join regions q on q.id = o.region_id and q.kind = f.kind
          where f.code = o.code and o.region_id <> ${id(f)})`),
    // One that was to begin on this day or later gives way to what is said now.
    db.run(sql`
      delete from municipality_regions as o where o.valid_from >= ${fromOn}
        and exists (select 1 from ${rows} f join regions q on q.id = o.region_id and q.kind = f.kind
          where f.code = o.code and (o.region_id <> ${id(f)} or o.valid_from > ${fromOn}))`),
    db.run(sql`
      insert into municipality_regions (code, region_id, valid_from)
      select f.code, ${id(f)}, ${fromOn} from ${rows} f join municipalities m on m.code = f.code
      where not exists (select 1 from municipality_regions r where ${holds}) on conflict do nothing`),
    db.run(sql`insert into audit_entries (at, person_id, action, subject)
      select ${by.now}, ${by.personId}, 'regions_imported', ${fromOn} where changes() > 0`),
  ];
}
