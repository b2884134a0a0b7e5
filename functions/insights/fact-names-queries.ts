import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { type FactGroup, groupedResponses } from "./fact-groups.ts";
import { storedEdition } from "./fact-stored-queries.ts";
import { cellKey } from "./gate/cells.ts";

/** One part of a list looks at no more organisations than this, however rare the answer is. */
export const MOST_WALKED = 2_000;

export interface NameRow {
  /** place among everybody who counts, by name */
  position: number;
  name: string;
  slug: string;
  /** what was typed behind "anders, namelijk" */
  other: string | null;
}

/**
 * Which organisations gave this answer to a fact, by name, beyond position `after`: at most `limit`. Walks along
 * the stored list of a published round, and otherwise along the responses that a page may count.
 *
 * @param option a code, or "other" for what was typed
 */
export function whoSaid(
  db: Database,
  group: FactGroup,
  { concept, option, after, limit }: { concept: string; option: string; after: number; limit: number },
) {
  const { year, version, filters } = group;
  const inGroup = filters.map((filter) => sql` and instr(f.groups, ${`|${cellKey([filter])}|`}) > 0`);
  const says: SQL =
    option === "other"
      ? sql`trim(json_extract(a.value, '$.other')) <> ''`
      : sql`exists (select 1 from json_each(a.value, '$.choices') j where j.value = ${option})`;
  return db.all<NameRow>(sql`
    with ${groupedResponses(group)},
    shown as (select * from rounds where year = ${year} and state <> 'concept'),
    walked as (
      select f.position, f.member_id, f.response_id
      from shown as round cross join fact_members f on f.edition_id = ${storedEdition(version)}
        and f.position > ${after} and f.position <= ${after + MOST_WALKED}${sql.join(inGroup)}
      union all
      select position, member_id, id from (
        select g.member_id, g.id, row_number() over (order by m.name, m.id) as position
        from grouped g join members m on m.id = g.member_id
      ) where position > ${after}
    )
    select w.position, m.name, m.slug,
      case when ${option} = 'other' then trim(json_extract(a.value, '$.other')) end as other
    from shown as round
    cross join items i on i.questionnaire_id = round.questionnaire_id and i.concept = ${concept}
      and i.audience = 'members' and i.kind in ('one', 'many')
    cross join walked w
    join answers a on a.response_id = w.response_id and a.item_id = i.id and a.state = 'given' and ${says}
    join members m on m.id = w.member_id
    order by w.position limit ${limit}`);
}
