import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { ConfirmedFigure } from "./inhabitants-import.ts";

/**
 * Stores inhabitants on a reference date: all of them, or none when one of them is no longer what the preview showed or
 * a municipality of that day would stay without.
 * What stands there already is no change, so a second submit is harmless. The third statement counts how many hold now.
 */
export function storeInhabitants(
  db: Database,
  figures: readonly ConfirmedFigure[],
  referenceOn: string,
  by: { personId: string; now: number },
) {
  const rows = sql`(select j.value ->> 'code' as code, j.value ->> 'inhabitants' as inhabitants, j.value ->> 'seen' as seen
    from json_each(${JSON.stringify(figures)}) j)`;
  return [
    db.run(sql`
      insert into municipality_inhabitants (code, reference_on, inhabitants)
      select f.code, ${referenceOn}, f.inhabitants from ${rows} f
      where not exists (select 1 from ${rows} g left join municipalities m on m.code = g.code
          and m.valid_from <= ${referenceOn} and (m.valid_to is null or m.valid_to > ${referenceOn})
        left join municipality_inhabitants i on i.code = g.code and i.reference_on = ${referenceOn}
        where m.code is null or (i.inhabitants is not g.seen and i.inhabitants is not g.inhabitants))
      and not exists (select 1 from municipalities m where m.valid_from <= ${referenceOn}
        and (m.valid_to is null or m.valid_to > ${referenceOn}) and m.code not in (select g.code from ${rows} g)
        and not exists (select 1 from municipality_inhabitants i where i.code = m.code and i.reference_on = ${referenceOn}))
      on conflict (code, reference_on) do update set inhabitants = excluded.inhabitants
        where municipality_inhabitants.inhabitants <> excluded.inhabitants`),
    db.run(sql`
      insert into audit_entries (at, person_id, action, subject)
      select ${by.now}, ${by.personId}, 'inhabitants_imported', ${referenceOn} where changes() > 0`),
    db.all<{ holding: number }>(sql`
      select count(*) as holding from ${rows} f join municipality_inhabitants i on i.code = f.code
        and i.reference_on = ${referenceOn} and i.inhabitants = f.inhabitants`),
  ] as const;
}
