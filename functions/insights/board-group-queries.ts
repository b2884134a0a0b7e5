import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { inhabitantsOn, ON_REFERENCE, placesOn } from "../members/division-queries.ts";
import { memberFigures } from "../members/member-figures.ts";
import { PARTS_OF_THE_COUNTRY } from "./release-attributes.ts";

export interface BoardGroupRow {
  attribute: "grootte" | "landsdeel" | "provincie";
  /** a size class, a part of the country or a province; null for members without municipalities */
  value: string | null;
  members: number;
  begun: number;
  signed: number;
}

/** How many members of a round began and signed, per size class, part of the country and province. */
export function boardGroups(db: Database, year: number) {
  const sizes = memberFigures(db, ON_REFERENCE);
  return db.all<BoardGroupRow>(sql`
    with round as (select * from rounds where year = ${year} and state <> 'concept'),
    standing as (
      select m.id, max(r.id is not null) as begun, max(r.signed_at is not null) as signed
      from round join members m on m.joined_on <= round.closes_on
        and (m.left_on is null or m.left_on > round.reference_on)
      left join responses r on r.round_id = round.id and r.member_id = m.id
      group by m.id
    ),
    sizes as (select * from ${sizes}),
    parts as (${partOfMembers()}),
    provinces as (${provinceOfMembers()})
    select 'grootte' as attribute, f.size_class as value, count(*) as members, sum(s.begun) as begun,
      sum(s.signed) as signed
    from standing s left join sizes f on f.member_of_figures = s.id group by 2
    union all
    select 'landsdeel', p.part, count(*), sum(s.begun), sum(s.signed)
    from standing s left join parts p on p.member_id = s.id group by 2
    union all
    select 'provincie', p.province, count(*), sum(s.begun), sum(s.signed)
    from standing s left join provinces p on p.member_id = s.id group by 2`);
}

/** The province in which most of a member's inhabitants live; of equal ones the first by name. */
const provinceOfMembers = (): SQL => sql`
  select member_id, province from (
    select w.member_id, m.province, row_number() over (
      partition by w.member_id order by sum(coalesce(n.inhabitants, 0)) desc, m.province) as place
    from ${placesOn(ON_REFERENCE)} w join municipalities m on m.code = w.code
    left join ${inhabitantsOn(ON_REFERENCE)} n on n.code = m.code
    group by w.member_id, m.province
  ) where place = 1`;

/** Where most of a member's inhabitants live; of equal parts the first. As the filter of the figures has it. */
function partOfMembers(): SQL {
  const parts = Object.entries(PARTS_OF_THE_COUNTRY);
  const names = (provinces: readonly string[]) =>
    sql.join(
      provinces.map((name) => sql`${name}`),
      sql`, `,
    );
  const cases = (then: (name: string, at: number) => SQL) =>
    sql.join(
      parts.map(
        ([name, provinces], at) => sql`when m.province in (${names(provinces)}) then ${then(name, at)}`,
      ),
      sql` `,
    );
  return sql`
    select member_id, part from (
      select w.member_id, case ${cases((name) => sql`${name}`)} end as part, row_number() over (
        partition by w.member_id
        order by sum(coalesce(n.inhabitants, 0)) desc, case ${cases((_, at) => sql`${at}`)} end
      ) as place
      from ${placesOn(ON_REFERENCE)} w join municipalities m on m.code = w.code
      left join ${inhabitantsOn(ON_REFERENCE)} n on n.code = m.code
      group by w.member_id, case ${cases((_, at) => sql`${at}`)} end
    ) where place = 1`;
}
