import { type SQL, sql } from "drizzle-orm";
import type { SizeClass } from "../../db/vocabulary.ts";
import type { FigureFilter } from "../../web/insights/figure-filter.ts";
import { FILTER_LISTS, OTHER_VALUE } from "../../web/insights/filter-labels.ts";
import { SIZE_CLASS_ADDRESSES } from "../../web/members/labels.ts";
import { ON_REFERENCE } from "../members/division-queries.ts";
import { referenceDay } from "../members/member-figures.ts";
import { countedResponses } from "./counted.ts";

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
export function groupedResponses({ year, version, filters }: FactGroup): SQL {
  const conditions = filters.map(({ attribute, value }) => sql` and ${hasValue(attribute, value)}`);
  return sql`${countedResponses(year, version, { isPage: true })},
    grouped as materialized (select id, member_id from counted where 1 = 1${sql.join(conditions)})`;
}

function hasValue(attribute: FigureFilter["attribute"], value: string): SQL {
  if (attribute === "grootte") {
    const sizes = Object.entries(SIZE_CLASS_ADDRESSES) as [SizeClass, string][];
    const size = sizes.find(([, address]) => address === value)?.[0] ?? "small";
    return membersWith(sql`s.size_class = ${size}`);
  }
  if (attribute === "landsdeel") return membersWith(sql`s.part = ${value}`);
  if (attribute === "gemeenten")
    return membersWith(value === "een" ? sql`s.municipalities = 1` : sql`s.municipalities > 1`);
  return saidValue(FILTER_LISTS[attribute], value);
}

/** Organisations that were this at the reference date of the round. */
const membersWith = (condition: SQL): SQL => sql`exists (select 1 from member_standings s
  where s.day_id = ${referenceDay(ON_REFERENCE)} and s.member_id = counted.member_id and ${condition})`;

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
