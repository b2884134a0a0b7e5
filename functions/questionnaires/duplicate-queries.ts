import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { AnswerState } from "../../db/vocabulary.ts";
import type { VersionAnswerRow } from "./version-queries.ts";

const LIVE = sql`('in_progress', 'ready', 'signed')`;

export interface LiveResponse {
  id: string;
  sequence: number;
  version: number;
  state: "in_progress" | "ready" | "signed";
  startedAt: number;
  startedBy: string | null;
  signedAt: number | null;
  signedBy: string | null;
  reference: string | null;
  mergesId: string | null;
}

/** The responses of one organisation to a round that are open or count, the open version of each first. */
export const liveResponses = (db: Database, memberId: SQL<unknown>, year: number) =>
  db.all<LiveResponse>(sql`
    select r.id, r.sequence, r.version, r.state, r.started_at as startedAt, a.name as startedBy,
      r.signed_at as signedAt, b.name as signedBy, r.reference, r.merges_id as mergesId
    from responses r join rounds o on o.id = r.round_id
    left join people a on a.id = r.started_by left join people b on b.id = r.signed_by
    where o.year = ${year} and r.member_id = ${memberId} and r.state in ${LIVE}
    order by r.sequence, r.state = 'signed', r.version desc`);

/** The id of one side of the pair, as SQL for the same batch. */
const sideOf = (memberId: SQL<unknown>, year: number, side: "left" | "right"): SQL => sql`(
  select x.id from responses x join rounds xo on xo.id = x.round_id
  where xo.year = ${year} and x.member_id = ${memberId} and x.state in ${LIVE}
  order by x.sequence ${side === "left" ? sql`asc` : sql`desc`}, x.state = 'signed', x.version desc limit 1)`;

/** The answers of both sides in full: for the organisation itself. */
export const answersOfBoth = (db: Database, memberId: SQL<unknown>, year: number) =>
  db.all<VersionAnswerRow>(sql`
    select a.response_id as responseId, i.concept, a.state, a.value, a.explanation, a.consent,
      a.origin_response_id as originResponseId, a.saved_at as savedAt, p.name as savedBy, a.source
    from answers a join items i on i.id = a.item_id left join people p on p.id = a.saved_by
    where a.response_id in (${sideOf(memberId, year, "left")}, ${sideOf(memberId, year, "right")})`);

export interface ComparedRow {
  concept: string;
  shortName: string;
  isFact: number;
  isEqual: number;
  /** null for an opinion: that never leaves the database for the bureau */
  leftState: AnswerState | null;
  leftValue: string | null;
  rightState: AnswerState | null;
  rightValue: string | null;
}

/** For the bureau: facts of both sides in full, of opinions only whether they are the same. */
export const comparedForBureau = (db: Database, memberId: SQL<unknown>, year: number) =>
  db.all<ComparedRow>(sql`
    select i.concept, i.short_name as shortName, i.audience = 'members' as isFact,
      coalesce(l.state, 'cleared') = coalesce(r.state, 'cleared') and l.value is r.value
        and coalesce(l.explanation, '') = coalesce(r.explanation, '') as isEqual,
      case i.audience when 'members' then l.state end as leftState,
      case i.audience when 'members' then l.value end as leftValue,
      case i.audience when 'members' then r.state end as rightState,
      case i.audience when 'members' then r.value end as rightValue
    from rounds o join items i on i.questionnaire_id = o.questionnaire_id
    join sections s on s.id = i.section_id
    left join answers l on l.item_id = i.id and l.response_id = ${sideOf(memberId, year, "left")}
    left join answers r on r.item_id = i.id and r.response_id = ${sideOf(memberId, year, "right")}
    where o.year = ${year} and (l.item_id is not null or r.item_id is not null)
    order by s.position, i.position`);

/** Every organisation with two live responses to one round: all of them for the bureau, else one's own. */
export const duplicates = (db: Database, only: SQL) =>
  db.all<{
    year: number;
    memberId: string;
    name: string;
    slug: string;
    isMerging: number;
    since: number;
  }>(sql`
    select o.year, m.id as memberId, m.name, m.slug, max(r.merges_id is not null) as isMerging,
      max(r.started_at) as since
    from responses r join rounds o on o.id = r.round_id join members m on m.id = r.member_id
    where r.state in ${LIVE} and ${only}
    group by o.id, m.id having count(distinct r.sequence) > 1 order by o.year desc, m.name limit 100`);

/** Editors and signatories of an organisation: who must know of two responses. */
export const peopleToTell = (db: Database, memberId: SQL<unknown>) =>
  db.all<{ id: string; name: string; email: string }>(sql`
    select distinct p.id, p.name, p.email from memberships s join people p on p.id = s.person_id
    where s.member_id = ${memberId} and s.role in ('editor', 'signatory') and p.removed_at is null
    order by p.name`);
