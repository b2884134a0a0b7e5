import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { type FactGroup, groupedResponses } from "./fact-groups.ts";
import { classInSql } from "./number-classes.ts";
import { type Concept, onlyConcept } from "./queries.ts";

/*
 * Counts of facts that members opened to each other. Every statement here asks for that audience itself: no
 * caller can have confidential answers counted. Those are in `release-queries.ts`, as they were released.
 */

export interface TallyRow {
  concept: string;
  /** `state`: given, unknown, not_applicable, missing. `value`: a code, "other", a step or a class. */
  part: "state" | "value";
  key: string;
  organisations: number;
}

/**
 * The responses that count beside the facts that are asked. `cross join` keeps this order: without such an item
 * no response is looked up, and from a response that counts its answers are found by their primary key.
 */
const factsOf = (concept: Concept) => sql`round
    cross join items i on i.questionnaire_id = round.questionnaire_id and i.audience = 'members' ${onlyConcept(concept)}
    cross join grouped c`;

/**
 * How many organisations gave which answer: the database counts, so what travels does not grow with them. Of
 * at most so many responses as a page may count, and none when the job stored the counts (`storedFacts`).
 */
export function talliesOf(db: Database, group: FactGroup, concept: Concept) {
  const facts = factsOf(concept);
  const given = sql`${facts}
    join answers a on a.response_id = c.id and a.item_id = i.id and a.state = 'given'`;
  const number = sql`json_extract(a.value, '$.number')`;
  return db.all<TallyRow>(sql`
    with ${groupedResponses(group)}
    select i.concept, 'state' as part,
      case when a.state in ('given', 'unknown', 'not_applicable') then a.state else 'missing' end as key,
      count(*) as organisations
    from ${facts}
    left join answers a on a.response_id = c.id and a.item_id = i.id
    group by 1, 3
    union all
    select i.concept, 'value', j.value, count(distinct a.response_id)
    from ${given}, json_each(a.value, '$.choices') j where i.kind in ('one', 'many') group by 1, 3
    union all
    select i.concept, 'value', 'other', count(*)
    from ${given} where i.kind in ('one', 'many') and trim(json_extract(a.value, '$.other')) <> '' group by 1
    union all
    select i.concept, 'value', cast(json_extract(a.value, '$.scale') as integer), count(*)
    from ${given} where i.kind = 'scale' group by 1, 3
    union all
    select i.concept, 'value', ${classInSql(number, sql`i.unit`, sql`i.classes`)}, count(*)
    from ${given} where i.kind = 'number' group by 1, 3
    union all
    select i.concept, 'value', substr(json_extract(a.value, '$.date'), 1, 4), count(*)
    from ${given} where i.kind = 'date' group by 1, 3`);
}

/** In the place of counts that nobody asks for: the statements of a page keep their order. */
export const noTallies = (db: Database) => db.all<TallyRow>(sql`select null where false`);

export interface CountedMedian {
  concept: string;
  median: number;
  /** JSON: all of them, for what else is said of a middle (`withMiddle`); a page counts few */
  numbers: string;
}

/** The middle of the numbers that were given, per item that asks for a number. */
export function mediansOf(db: Database, group: FactGroup, concept: Concept) {
  return db.all<CountedMedian>(sql`
    with ${groupedResponses(group)},
    numbers as (
      select i.concept, json_extract(a.value, '$.number') as value
      from ${factsOf(concept)}
      join answers a on a.response_id = c.id and a.item_id = i.id and a.state = 'given'
      where i.kind = 'number'
    ),
    placed as (
      select concept, value, row_number() over (partition by concept order by value) as place,
        count(*) over (partition by concept) as n
      from numbers where value is not null
    )
    select concept, round(avg(value) filter (where place in ((n + 1) / 2, (n + 2) / 2)), 6) as median,
      json_group_array(value) as numbers
    from placed group by concept`);
}
