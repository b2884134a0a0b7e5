import { eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { SizeClass } from "../../db/vocabulary.ts";
import type { FigureFilter } from "../../web/insights/figure-filter.ts";
import { FILTER_LISTS, OTHER_VALUE } from "../../web/insights/filter-labels.ts";
import { SIZE_CLASS_ADDRESSES } from "../../web/members/labels.ts";
import { inhabitantsOn, ON_REFERENCE, placesOn } from "../members/division-queries.ts";
import { memberFigures } from "../members/member-figures.ts";
import { countedResponses } from "./counted.ts";
import { PARTS_OF_THE_COUNTRY } from "./release-attributes.ts";

/** Which responses a figure of facts is about: of a round, in a version, of some members or all. */
export interface FactGroup {
  /** of the round, also as SQL */
  year: number | SQL;
  /** null for the newest */
  version: number | null;
  filters: readonly Pick<FigureFilter, "attribute" | "value">[];
}

/**
 * The `with` tables of `countedResponses` for a page and `grouped (id, member_id)`: those that the filters leave. The
 * filters mean the same as those of a release (`releaseAttributes`); a test holds the two equal.
 */
export function groupedResponses(db: Database, { year, version, filters }: FactGroup): SQL {
  const conditions = filters.map(({ attribute, value }) => sql` and ${hasValue(db, attribute, value)}`);
  return sql`${countedResponses(year, version, { isPage: true })},
    grouped as materialized (select id, member_id from counted where 1 = 1${sql.join(conditions)})`;
}

function hasValue(db: Database, attribute: FigureFilter["attribute"], value: string): SQL {
  if (attribute === "grootte") return sql`member_id in ${membersOfSize(db, value)}`;
  if (attribute === "landsdeel") return sql`member_id in ${membersInPart(value)}`;
  if (attribute === "gemeenten")
    return sql`member_id in (select member_id from ${placesOn(ON_REFERENCE)} group by member_id
      having count(*) ${value === "een" ? sql`= 1` : sql`> 1`})`;
  return saidValue(FILTER_LISTS[attribute], value);
}

function membersOfSize(db: Database, value: string): SQL {
  const sizes = Object.entries(SIZE_CLASS_ADDRESSES) as [SizeClass, string][];
  const size = sizes.find(([, address]) => address === value)?.[0] ?? "small";
  const figures = memberFigures(db, ON_REFERENCE);
  return sql`(${db.select({ id: figures.memberId }).from(figures).where(eq(figures.sizeClass, size))})`;
}

/** Where most of an organisation's inhabitants live; of equal parts the first. */
function membersInPart(value: string): SQL {
  const parts = Object.entries(PARTS_OF_THE_COUNTRY);
  const part = sql`case ${sql.join(
    parts.map(([, provinces], at) => {
      const names = provinces.map((name) => sql`${name}`);
      return sql`when m.province in (${sql.join(names, sql`, `)}) then ${at}`;
    }),
    sql` `,
  )} end`;
  return sql`(select member_id from (
      select mm.member_id, ${part} as part, row_number() over (
        partition by mm.member_id order by sum(coalesce(i.inhabitants, 0)) desc, ${part}
      ) as place
      from ${placesOn(ON_REFERENCE)} mm join municipalities m on m.code = mm.code
      left join ${inhabitantsOn(ON_REFERENCE)} i on i.code = m.code
      group by 1, 2
    ) where place = 1 and part = ${parts.findIndex(([name]) => name === value)})`;
}

/** What an organisation said in this round itself, on an item that members opened to each other. */
function saidValue(list: string, value: string): SQL {
  const says =
    value === OTHER_VALUE
      ? sql`trim(json_extract(a.value, '$.other')) <> ''`
      : sql`exists (select 1 from json_each(a.value, '$.choices') j where j.value = ${value})`;
  return sql`exists (
    select 1 from round join items i on i.questionnaire_id = round.questionnaire_id
      and i.choice_list = ${list} and i.audience = 'members'
    join answers a on a.response_id = counted.id and a.item_id = i.id and a.state = 'given' and ${says})`;
}
