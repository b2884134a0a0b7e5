import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { Audience, ItemKind, RoundState } from "../../db/vocabulary.ts";
import type { SessionScope } from "../http/session.ts";
import { countedResponses } from "./counted.ts";
import { classInSql } from "./number-classes.ts";

/** One item, by its concept, or null for every item of the round's questionnaire. */
type Concept = string | null;

const onlyConcept = (concept: Concept): SQL => (concept === null ? sql`` : sql`and i.concept = ${concept}`);

export interface RoundRow {
  year: number;
  title: string;
  state: RoundState;
  referenceOn: string;
  closesOn: string;
  publishedOn: string | null;
  acceptsLate: number;
  /** organisations whose response counts */
  counted: number;
  /** organisations that signed (again) on or after the day of publication */
  late: number;
  members: number;
}

/** The round of a year with how many organisations count; no row when there is none to show. */
export function roundOf(db: Database, year: number) {
  return db.all<RoundRow>(sql`
    with ${countedResponses(year)}
    select round.year, q.title, round.state, round.reference_on as referenceOn, round.closes_on as closesOn,
      round.published_on as publishedOn, round.accepts_late as acceptsLate,
      (select count(*) from counted) as counted,
      (select count(*) from late) as late,
      (select count(*) from members m
        where m.joined_on <= round.closes_on and (m.left_on is null or m.left_on > round.reference_on)
      ) as members
    from round join questionnaires q on q.id = round.questionnaire_id`);
}

export interface ItemRow {
  concept: string;
  kind: ItemKind;
  stem: string;
  wording: string;
  shortName: string;
  purpose: string;
  use: string;
  unit: string | null;
  choiceList: string | null;
  allowsOther: number;
  audience: Audience;
  section: string;
  median: number | null;
}

/** The items of a round's questionnaire in their order; a number item with the median of its answers. */
export function itemsOf(db: Database, year: number, concept: Concept) {
  return db.all<ItemRow>(sql`
    with ${countedResponses(year)},
    numbers as (
      select i.id as item_id, json_extract(a.value, '$.number') as value
      from counted c cross join round join items i on i.questionnaire_id = round.questionnaire_id
        and i.kind = 'number' and i.audience = 'members' ${onlyConcept(concept)}
      join answers a on a.response_id = c.id and a.item_id = i.id and a.state = 'given'
    ),
    placed as (
      select item_id, value, row_number() over (partition by item_id order by value) as place,
        count(*) over (partition by item_id) as n
      from numbers where value is not null
    ),
    medians as (
      select item_id, avg(value) as median from placed where place in ((n + 1) / 2, (n + 2) / 2) group by item_id
    )
    select i.concept, i.kind, i.stem, i.wording, i.short_name as shortName, i.purpose, i.use, i.unit,
      i.choice_list as choiceList, i.allows_other as allowsOther, i.audience, s.title as section, m.median
    from round join items i on i.questionnaire_id = round.questionnaire_id ${onlyConcept(concept)}
    join sections s on s.id = i.section_id
    left join medians m on m.item_id = i.id
    order by s.position, i.position`);
}

export interface ChoiceRow {
  list: string;
  code: string;
  label: string;
}

/** Every managed choice: also those no longer valid, for answers of earlier years keep them. */
export function choiceLabels(db: Database) {
  return db.all<ChoiceRow>(sql`select list, code, label from choices order by list, position`);
}

export interface TallyRow {
  concept: string;
  /** `state`: given, unknown, not_applicable, missing. `value`: a code, "other", a step or a class. */
  part: "state" | "value";
  key: string;
  organisations: number;
}

/**
 * How many organisations gave which answer: the database counts, so what travels does not grow with them.
 * `cross join` keeps the order: from a response that counts to its answers by their primary key.
 */
export function talliesOf(db: Database, year: number, concept: Concept) {
  const given = sql`counted c cross join round
    join items i on i.questionnaire_id = round.questionnaire_id ${onlyConcept(concept)}
    join answers a on a.response_id = c.id and a.item_id = i.id and a.state = 'given'`;
  const number = sql`json_extract(a.value, '$.number')`;
  return db.all<TallyRow>(sql`
    with ${countedResponses(year)}
    select i.concept, 'state' as part,
      case when a.state in ('given', 'unknown', 'not_applicable') then a.state else 'missing' end as key,
      count(*) as organisations
    from counted c cross join round
    join items i on i.questionnaire_id = round.questionnaire_id ${onlyConcept(concept)}
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
    select i.concept, 'value', ${classInSql(number, sql`i.unit`)}, count(*)
    from ${given} where i.kind = 'number' group by 1, 3`);
}

export interface ThemeRow {
  concept: string;
  key: string;
  label: string;
  definition: string;
  mentions: number;
  organisations: number;
}

/** The themes of open items, in the order of their codebook, with how often they were mentioned by how many. */
export function themesOf(db: Database, year: number, concept: Concept) {
  return db.all<ThemeRow>(sql`
    with ${countedResponses(year)},
    open_items as (
      select i.id, i.concept from round
      join items i on i.questionnaire_id = round.questionnaire_id and i.kind = 'open' ${onlyConcept(concept)}
    ),
    -- "in" gives the counted responses an index of their own; joining them would compare each with each.
    mentioned as (
      select k.item_id, k.theme_id, count(*) as mentions, count(distinct k.response_id) as organisations
      from open_items i cross join codings k on k.item_id = i.id
      where k.response_id in (select id from counted)
      group by k.item_id, k.theme_id
    )
    select i.concept, t.slug as key, t.name as label, t.definition,
      coalesce(n.mentions, 0) as mentions, coalesce(n.organisations, 0) as organisations
    from open_items i
    join codebooks b on b.concept =
      case when exists (select 1 from codebooks own where own.concept = i.concept) then i.concept else 'themes' end
    join themes t on t.codebook_id = b.id
    left join mentioned n on n.item_id = i.id and n.theme_id = t.id
    order by i.concept, t.position`);
}

/** A list of names on a page ends here; the rest is counted. */
const NAMES_MOST = 60;

export interface NameRow {
  key: string;
  name: string;
  slug: string;
  /** what was typed behind "anders, namelijk" */
  other: string | null;
}

/**
 * Which organisations chose what, for facts that members opened to each other. The audience is checked here,
 * in the query itself: no caller can ask for the names behind a confidential answer. Without an item: none.
 */
export function namesOf(db: Database, year: number, concept: Concept) {
  const given = sql`counted c cross join round
    join items i on i.questionnaire_id = round.questionnaire_id and i.concept = ${concept}
      and i.audience = 'members' and i.kind in ('one', 'many')
    join answers a on a.response_id = c.id and a.item_id = i.id and a.state = 'given'
    join members m on m.id = c.member_id`;
  return db.all<NameRow>(sql`
    with ${countedResponses(year)},
    named as (
      select j.value as key, m.name, m.slug, null as other from ${given}, json_each(a.value, '$.choices') j
      union all
      select 'other', m.name, m.slug, trim(json_extract(a.value, '$.other')) as other from ${given}
      where trim(json_extract(a.value, '$.other')) <> ''
    )
    select key, name, slug, other from (
      select *, row_number() over (partition by key order by name) as place from named
    ) where place <= ${NAMES_MOST} order by key, place`);
}

export interface RoundListRow {
  year: number;
  title: string;
  state: RoundState;
  referenceOn: string;
  closesOn: string;
  publishedOn: string | null;
  signed: number;
  members: number;
}

/** Every round that is more than a concept, newest first. */
export function roundsWithFigures(db: Database) {
  return db.all<RoundListRow>(sql`
    select round.year, q.title, round.state, round.reference_on as referenceOn, round.closes_on as closesOn,
      round.published_on as publishedOn,
      (select count(distinct member_id) from responses r where r.round_id = round.id and r.state = 'signed') as signed,
      (select count(*) from members m
        where m.joined_on <= round.closes_on and (m.left_on is null or m.left_on > round.reference_on)
      ) as members
    from rounds round join questionnaires q on q.id = round.questionnaire_id
    where round.state <> 'concept' order by round.year desc`);
}

/**
 * Notes in the log that this person took figures away, in the batch that reads them: an export is one round
 * trip like any other page. Only when there is something to take.
 */
export function exportNoted(db: Database, scope: SessionScope, subject: string, onlyIf: SQL) {
  return db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${scope.now}, ${scope.personId}, ${scope.memberId}, 'figures_exported', ${subject}
    where ${scope.personId} is not null and ${onlyIf}`);
}
