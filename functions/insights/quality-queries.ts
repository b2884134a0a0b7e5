import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { PROFILE_FIELDS, type ProfileField, type ProfileOutcome } from "../../db/vocabulary.ts";
import { FURTHEST_TIMES, LEAST_DIFFERENCE } from "../../web/insights/quality.ts";
import { heldResponses } from "./research-queries.ts";

/*
 * What monitoring's page on the quality of data reads beside the figures themselves. Only facts that members opened
 * to each other: of confidential answers it says what was released, and nothing else.
 */

/** A list on the page ends here; how many there are stands above it. */
const MOST_LISTED = 200;

const isOpen = sql`coalesce(a.consent, 'members') in ('public', 'members')`;

export interface ProfileFieldRow {
  field: ProfileField;
  members: number;
  /** without a value */
  empty: number;
  /** said before this round opened, and not since */
  unconfirmed: number;
  /** said more than a year ago */
  old: number;
  /** what responses that count did with the value that the profile offered */
  confirmed: number;
  changed: number;
  skipped: number;
}

/** Per profile field how many members of the round have no value, or one that is old. @param now milliseconds */
export function profileAges(db: Database, year: number, now: number) {
  const aYearAgo = now - 365 * 86_400_000;
  const done = (outcome: ProfileOutcome) =>
    sql`(select count(*) from done where done.field = f.value and done.outcome = ${outcome})`;
  return db.all<ProfileFieldRow>(sql`
    with ${heldResponses(year, "facts")},
    done as materialized (select i.profile_field as field, o.outcome from held h
      join profile_outcomes o on o.response_id = h.id join items i on i.id = o.item_id)
    select f.value as field, count(*) as members, sum(p.id is null) as empty,
      sum(coalesce(p.said_at < unixepoch(round.opens_on) * 1000, 0)) as unconfirmed,
      sum(coalesce(p.said_at < ${aYearAgo}, 0)) as old,
      ${done("confirmed")} as confirmed, ${done("changed")} as changed, ${done("skipped")} as skipped
    from round join members m on m.joined_on <= round.closes_on
      and (m.left_on is null or m.left_on > round.reference_on)
    cross join json_each(${JSON.stringify(PROFILE_FIELDS)}) f
    left join profile_values p on p.member_id = m.id and p.field = f.value and p.superseded_at is null
    group by f.key order by f.key`);
}

export interface OutlierRow {
  concept: string;
  shortName: string;
  unit: string | null;
  name: string;
  slug: string;
  earlierYear: number;
  earlier: number;
  present: number;
  /** how many there are of this item, listed or not */
  all: number;
}

/** Numbers that differ much from what the same organisation said in the round before in which it gave one. */
export function outliers(db: Database, year: number) {
  const number = sql`json_extract(a.value, '$.number')`;
  return db.all<OutlierRow>(sql`
    with ${heldResponses(year, "facts")},
    before as (
      select i.concept, r.member_id, x.year, ${number} as number, row_number() over (
        partition by i.concept, r.member_id order by x.year desc, r.sequence desc, r.version desc
      ) as place
      from rounds x join responses r on r.round_id = x.id and r.state = 'signed'
      join answers a on a.response_id = r.id and a.state = 'given' and ${isOpen}
      join items i on i.id = a.item_id and i.kind = 'number' and i.audience = 'members'
      where x.year < ${year}
    ),
    compared as (
      select i.concept, i.short_name, i.unit, h.member_id, b.year, b.number as earlier, ${number} as present
      from held h cross join round
      join items i on i.questionnaire_id = round.questionnaire_id and i.kind = 'number' and i.audience = 'members'
      join answers a on a.response_id = h.id and a.item_id = i.id and a.state = 'given' and ${isOpen}
      join before b on b.concept = i.concept and b.member_id = h.member_id and b.place = 1
    )
    select c.concept, c.short_name as shortName, c.unit, m.name, m.slug, c.year as earlierYear, c.earlier,
      c.present, count(*) over (partition by c.concept) as "all"
    from compared c join members m on m.id = c.member_id
    where abs(c.present - c.earlier) >= ${LEAST_DIFFERENCE}
      and (c.present >= ${FURTHEST_TIMES} * c.earlier or c.earlier >= ${FURTHEST_TIMES} * c.present)
    order by c.concept, m.name limit ${MOST_LISTED}`);
}

/** Whether there is an earlier round to compare with. */
export const hasEarlierRound = (db: Database, year: number) =>
  db.all<{ year: number }>(
    sql`select year from rounds where year < ${year} and state <> 'concept' order by year desc limit 1`,
  );

export interface OtherTextRow {
  concept: string;
  shortName: string;
  text: string;
  name: string;
  slug: string;
  /** how many there are of this item, listed or not */
  all: number;
}

/** What was typed behind "anders, namelijk" of facts, per item. */
export const otherTexts = (db: Database, year: number) =>
  db.all<OtherTextRow>(sql`
    with ${heldResponses(year, "facts")}
    select i.concept, i.short_name as shortName, trim(json_extract(a.value, '$.other')) as text, m.name, m.slug,
      count(*) over (partition by i.concept) as "all"
    from held h cross join round
    join items i on i.questionnaire_id = round.questionnaire_id and i.audience = 'members'
    join answers a on a.response_id = h.id and a.item_id = i.id and a.state = 'given' and ${isOpen}
    join members m on m.id = h.member_id
    where trim(json_extract(a.value, '$.other')) <> ''
    order by i.concept, lower(text), m.name limit ${MOST_LISTED}`);
