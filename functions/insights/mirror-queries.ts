import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { AnswerValue } from "../../db/schema/values.ts";
import type { AnswerState } from "../../db/vocabulary.ts";
import type { SessionScope } from "../http/session.ts";

export interface OwnAnswerRow {
  concept: string;
  state: AnswerState;
  /** JSON */
  value: string | null;
  /** 0 when the figures beside it are of a question on another scale */
  isComparable: number;
  /** slugs of the themes that the learning group gave an open answer, as JSON */
  themes: string;
}

export interface OwnResponseRow {
  year: number;
  title: string;
  referenceOn: string;
  /** null: nothing signed yet */
  signedAt: number | null;
  reference: string | null;
}

/** The round whose figures stand beside own answers of a year: that year's or, until then, the last published. */
export const groupYear = (year: number): SQL =>
  sql`(select max(g.year) from rounds g where g.state = 'published' and g.year <= ${year})`;

const lastSigned = (year: number, scope: SessionScope): SQL => sql`
  select s.id, s.signed_at, s.reference from rounds r join responses s on s.round_id = r.id
  where r.year = ${year} and s.member_id = ${scope.memberId} and s.state = 'signed'
  order by s.sequence desc, s.version desc limit 1`;

/** The round with the last signed response of the viewer's own organisation. */
export function ownResponse(db: Database, scope: SessionScope, year: number) {
  return db.all<OwnResponseRow>(sql`
    with own as (${lastSigned(year, scope)})
    select r.year, q.title, r.reference_on as referenceOn, own.signed_at as signedAt, own.reference
    from rounds r join questionnaires q on q.id = r.questionnaire_id left join own on true
    where r.year = ${year} and r.state <> 'concept'`);
}

/**
 * What the viewer's own organisation signed, with whether the round beside it asked it on the same scale.
 * Confidential answers only for who is its editor or signatory: the role is asked here too, so that no page can
 * forget it.
 */
export function ownAnswers(db: Database, scope: SessionScope, year: number) {
  return db.all<OwnAnswerRow>(sql`
    with own as (${lastSigned(year, scope)})
    select i.concept, a.state, a.value, not exists (
        select 1 from rounds r join items g on g.questionnaire_id = r.questionnaire_id and g.concept = i.concept
        where r.year = ${groupYear(year)} and g.id <> i.id and (g.kind <> i.kind or g.choice_list is not i.choice_list
          or g.unit is not i.unit or coalesce(i.comparability, 'same') not in ('same', 'reworded'))) as isComparable,
      (select json_group_array(distinct t.slug) from codings k join themes t on t.id = k.theme_id
        where k.response_id = a.response_id and k.item_id = a.item_id) as themes
    from own join answers a on a.response_id = own.id join items i on i.id = a.item_id
    where i.audience = 'members' or exists (
      select 1 from memberships m where m.person_id = ${scope.personId} and m.member_id = ${scope.memberId}
        and m.role in ('editor', 'signatory'))`);
}

/** The value of an own answer. */
export const ownValue = ({ value }: OwnAnswerRow): AnswerValue | null =>
  value === null ? null : (JSON.parse(value) as AnswerValue);
