import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { Audience, ItemKind, RoundState } from "../../db/vocabulary.ts";
import type { SessionScope } from "../http/session.ts";
import { countedResponses, MOST_COUNTED_BY_A_PAGE, publishedAt } from "./counted.ts";

/** One item, by its concept, or null for every item of the round's questionnaire. */
export type Concept = string | null;

export const onlyConcept = (concept: Concept): SQL =>
  concept === null ? sql`` : sql`and i.concept = ${concept}`;

export interface RoundRow {
  year: number;
  title: string;
  state: RoundState;
  referenceOn: string;
  closesOn: string;
  publishedOn: string | null;
  /** organisations whose response counts */
  counted: number;
  /** organisations that signed (again) on or after the day of publication */
  late: number;
  members: number;
  /** newest stored version of its facts; null until the release job made one */
  stored: number | null;
  /** 1: more was signed than a page counts, so this is about the first responses only */
  partial: number;
}

/** How many members the association had in `round`. */
export const membersOf: SQL = sql`select count(*) from members m
  where m.joined_on <= round.closes_on and (m.left_on is null or m.left_on > round.reference_on)`;

/**
 * The round of a year with how many organisations count; no row when there is none to show.
 *
 * @param year also as SQL
 * @param version of the facts of a published round; null for the newest
 */
export function roundOf(db: Database, year: number | SQL, version: number | null = null) {
  const signed = sql`from responses r where r.round_id = round.id
    and r.state in ('signed', 'superseded') and r.signed_at`;
  return db.all<RoundRow>(sql`
    with ${countedResponses(year, version, { isPage: true })},
    shown as (select *, ${publishedAt} as published_at from rounds where year = ${year} and state <> 'concept')
    select round.year, q.title, round.state, round.reference_on as referenceOn, round.closes_on as closesOn,
      round.published_on as publishedOn,
      coalesce(stored.organisations, (select count(*) from counted)) as counted,
      case when round.state = 'published'
        then (select count(distinct r.member_id) ${signed} >= round.published_at) else 0 end as late,
      coalesce(stored.members, (${membersOf})) as members,
      (select max(edition) from fact_editions f where f.round_id = round.id) as stored,
      case when stored.id is null and (select count(*) from signings) = ${MOST_COUNTED_BY_A_PAGE}
        then (select count(*) ${signed} > 0) > ${MOST_COUNTED_BY_A_PAGE} else 0 end as partial
    from shown round join questionnaires q on q.id = round.questionnaire_id
    left join fact_editions stored on stored.id = (select f.id from fact_editions f
      where f.round_id = round.id and f.edition = coalesce(${version}, f.edition)
      order by f.edition desc limit 1)`);
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
  /** JSON: the bounds of the question's own classes */
  classes: string | null;
  choiceList: string | null;
  allowsOther: number;
  audience: Audience;
  section: string;
}

/** Withdrawn while the round was open: some organisations answered it and others were not asked, so it has no figures. */
export const stillAsked: SQL = sql`i.withdrawn_at is null and s.withdrawn_at is null`;

/** The items of a round's questionnaire in their order. */
export function itemsOf(db: Database, year: number | SQL, concept: Concept) {
  return db.all<ItemRow>(sql`
    select i.concept, i.kind, i.stem, i.wording, i.short_name as shortName, i.purpose, i.use, i.unit, i.classes,
      i.choice_list as choiceList, i.allows_other as allowsOther, i.audience, s.title as section
    from rounds round join items i on i.questionnaire_id = round.questionnaire_id ${onlyConcept(concept)}
    join sections s on s.id = i.section_id
    where round.year = ${year} and round.state <> 'concept' and ${stillAsked}
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

export interface ThemeRow {
  concept: string;
  key: string;
  label: string;
  definition: string;
}

/** The themes of open items, in the order of their codebook: what the options of their release mean. */
export function themesOf(db: Database, year: number | SQL, concept: Concept) {
  return db.all<ThemeRow>(sql`
    select i.concept, t.slug as key, t.name as label, t.definition
    from rounds round
    join items i on i.questionnaire_id = round.questionnaire_id and i.kind = 'open' ${onlyConcept(concept)}
    join codebooks b on b.concept =
      case when exists (select 1 from codebooks own where own.concept = i.concept) then i.concept else 'themes' end
    join themes t on t.codebook_id = b.id
    where round.year = ${year} and round.state <> 'concept'
    order by i.concept, t.position`);
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
