import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { AnswerState, ConsentTier, ItemKind } from "../../db/vocabulary.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { SessionScope } from "../http/session.ts";

/*
 * The one way to an answer with the name of its organisation on it, other than one's own. Whether the viewer may
 * is decided here, in SQL, so that no page can forget it: an answer comes back only when the edition that is
 * shown opened it (its audit took it for known), and the organisation still opens it as wide today.
 */

/** Tiers as numbers, wide to narrow, so that the narrower of two is the greater. */
const width = (tier: SQL): SQL =>
  sql`case ${tier} when 'public' then 0 when 'members' then 1 when 'learning_group' then 2 else 3 end`;

const readsForLearningGroup = ({ personId }: SessionScope): SQL =>
  sql`exists (select 1 from association_roles where person_id = ${personId} and role = 'monitoring')`;

/** How far the viewer reads: everybody 0, people of an organisation that is a member today 1, monitoring 2. */
const reachOf = (scope: SessionScope): SQL => sql`case
  when ${readsForLearningGroup(scope)} then 2
  when exists (select 1 from memberships s join members o on o.id = s.member_id
    where s.person_id = ${scope.personId}
      and (o.left_on is null or o.left_on > ${dayInAmsterdam(scope.now)})) then 1
  else 0 end`;

/**
 * The table `standing`: what the newest edition of each question of a published round opens, with `consent_now` as
 * the organisation signed last.
 */
export const standingOpenings = (year: number | SQL): SQL => sql`
  newest as (
    select l.id, l.item_id, l.edition, r.id as round_id from rounds r join releases l on l.round_id = r.id
    where r.year = ${year} and r.state = 'published' and l.edition =
      (select max(e.edition) from releases e where e.round_id = l.round_id and e.item_id = l.item_id)
  ),
  standing as (
    select n.item_id, o.member_id, o.response_id, o.consent,
      (select w.consent from responses s left join answers w on w.response_id = s.id and w.item_id = n.item_id
        where s.round_id = n.round_id and s.member_id = o.member_id and s.state = 'signed'
        order by s.sequence desc, s.version desc limit 1) as consent_now
    from newest n join release_openings o on o.release_id = n.id
  )`;

/** The narrower of the two tiers of a row of `standing`, as a number: 0 to everybody, 3 to nobody. */
export const widthOf = (standing: "standing" | "o"): SQL => {
  const column = (name: string) => sql.raw(`${standing}.${name}`);
  return sql`max(${width(column("consent"))}, ${width(column("consent_now"))})`;
};

/** The same as the tier's name, for who is opened to anybody. */
export const tierOf = (standing: "standing" | "o"): SQL =>
  sql`case ${widthOf(standing)} when 0 then 'public' when 1 then 'members' else 'learning_group' end`;

/** The table `opened`: every answer that this viewer may read, with `tier` as wide as it is opened today. */
const openedTo = (scope: SessionScope, year: number): SQL => sql`
  ${standingOpenings(year)},
  opened as (
    select item_id, member_id, response_id, ${tierOf("standing")} as tier
    from standing where ${widthOf("standing")} <= ${reachOf(scope)}
  )`;

/** The last published round, when an answer in it is open to everybody: what a visitor may be led to. */
export const yearOpenToAll = (db: Database) =>
  db.all<{ year: number }>(sql`
    with ${standingOpenings(sql`(select max(year) from rounds where state = 'published')`)}
    select max(year) as year from rounds where state = 'published'
    having exists (select 1 from standing where ${widthOf("standing")} = 0)`);

export interface OpenedRow {
  name: string;
  slug: string;
  tier: Exclude<ConsentTier, "counted_only">;
  state: AnswerState;
  /** JSON */
  value: string | null;
  explanation: string;
}

/** So many answers on one page; a limit on everything. */
export const OPENED_A_PAGE = 100;

/** What organisations opened of one question, as far as this viewer may read it; steps of a scale high to low. */
export function openedAnswers(
  db: Database,
  scope: SessionScope,
  year: number,
  concept: string,
  page: number,
) {
  return db.all<OpenedRow>(sql`
    with ${openedTo(scope, year)}
    select m.name, m.slug, o.tier, a.state, a.value, a.explanation
    from opened o join items i on i.id = o.item_id and i.concept = ${concept} and i.audience = 'confidential'
    join answers a on a.response_id = o.response_id and a.item_id = o.item_id and a.state <> 'cleared'
    join members m on m.id = o.member_id
    order by o.tier = 'learning_group' desc, a.value ->> '$.scale' desc, m.name, m.id
    limit ${OPENED_A_PAGE} offset ${(page - 1) * OPENED_A_PAGE}`);
}

export interface OpenedCountRow {
  concept: string;
  shortName: string;
  section: string;
  kind: ItemKind;
  /** organisations whose answer this viewer may read; of those, for the learning group alone */
  opened: number;
  learning: number;
}

/** Per confidential question how many organisations opened it to this viewer; of one, or of all when null. */
export function openedCounts(db: Database, scope: SessionScope, year: number, concept: string | null) {
  return db.all<OpenedCountRow>(sql`
    with ${openedTo(scope, year)}
    select i.concept, i.short_name as shortName, i.kind, s.title as section,
      count(o.member_id) as opened, coalesce(sum(o.tier = 'learning_group'), 0) as learning
    from rounds r join items i on i.questionnaire_id = r.questionnaire_id and i.audience = 'confidential'
    join sections s on s.id = i.section_id
    left join opened o on o.item_id = i.id
    where r.year = ${year} and r.state <> 'concept' and i.concept = coalesce(${concept}, i.concept)
    group by i.id order by s.position, i.position`);
}

/**
 * Notes that somebody of the learning group looks at answers with names, in the very batch that reads them. The
 * question only, never what was read.
 */
export const lookNoted = (db: Database, scope: SessionScope, year: number, concept: string) =>
  db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    with ${openedTo(scope, year)}
    select ${scope.now}, ${scope.personId}, ${scope.memberId}, 'opened_answers_read', ${`${year}/${concept}`}
    where ${readsForLearningGroup(scope)} and exists (
      select 1 from opened o join items i on i.id = o.item_id
      where i.concept = ${concept})`);

/** Beside figures of fewer organisations nobody is quoted. Source: rule 1 of the gate, for quotes and texts. */
const LEAST_QUOTED = 10;
const MOST_QUOTES = 3;

export interface QuoteRow {
  name: string;
  slug: string;
  text: string;
}

/**
 * A few texts beside the figure of a question: only of organisations that opened them to this viewer, and never
 * those for the learning group alone. The learning group itself reads names on the page that notes each look.
 */
export const quotesOf = (db: Database, scope: SessionScope, year: number, concept: string) =>
  db.all<QuoteRow>(sql`
    with ${openedTo(scope, year)},
    quoted as (
      select o.member_id, coalesce(a.value ->> '$.text', nullif(trim(a.explanation), '')) as text
      from opened o join items i on i.id = o.item_id and i.concept = ${concept} and i.audience = 'confidential'
      join releases l on l.id = (select n.id from newest n where n.item_id = o.item_id)
        and l.organisations >= ${LEAST_QUOTED}
      join answers a on a.response_id = o.response_id and a.item_id = o.item_id and a.state <> 'cleared'
      where o.tier <> 'learning_group' and not ${readsForLearningGroup(scope)}
    )
    select m.name, m.slug, q.text from quoted q join members m on m.id = q.member_id
    where q.text <> '' order by m.id limit ${MOST_QUOTES}`);
