import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { DraftConcept, DraftState } from "../../db/visit-vocabulary.ts";
import type { SessionScope } from "../http/session.ts";

export interface DraftAnswerRow {
  concept: DraftConcept;
  roundId: string;
  year: number;
  signedAt: number;
  /** the answer as signed; null when it holds none any more */
  answer: string | null;
  state: DraftState | null;
  themeId: string | null;
  text: string | null;
  visitId: string | null;
  offerId: string | null;
  revision: number | null;
}

/**
 * The answers of the viewer's organisation that can become a visit, with what was done with them: those of its
 * last signed response, and earlier ones that somebody worked on. Of two responses to one round the one signed
 * last counts. Nobody else's: the organisation comes from the session.
 */
export function ownDraftAnswers(db: Database, scope: SessionScope) {
  return db.all<DraftAnswerRow>(sql`
    with signed as (
      select r.id, r.round_id, ro.year, ro.questionnaire_id, r.signed_at,
        row_number() over (partition by r.round_id order by r.signed_at desc, r.sequence desc) as in_round,
        rank() over (order by ro.year desc) as in_years
      from responses r join rounds ro on ro.id = r.round_id
      where r.member_id = ${scope.memberId} and r.state = 'signed')
    select i.concept as concept, s.round_id as roundId, s.year as year, s.signed_at as signedAt,
      json_extract(a.value, '$.text') as answer, d.state as state, d.theme_id as themeId, d.text as text,
      d.visit_id as visitId, d.offer_id as offerId, d.revision as revision
    from signed s
    join items i on i.questionnaire_id = s.questionnaire_id and i.concept in ('5A2', '5C1')
    left join answers a on a.response_id = s.id and a.item_id = i.id and a.state = 'given'
    left join visit_drafts d on d.member_id = ${scope.memberId} and d.round_id = s.round_id
      and d.concept = i.concept
    where s.in_round = 1 and ((s.in_years = 1 and coalesce(json_extract(a.value, '$.text'), '') <> '')
      or d.state in ('edited', 'published'))
    order by s.year desc, i.concept`);
}

export interface DraftCodingRow {
  concept: DraftConcept;
  roundId: string;
  themeId: string;
}

/** Themes of the shared list that the association coded in these answers, the most mentioned first. */
export function ownDraftCodings(db: Database, scope: SessionScope) {
  return db.all<DraftCodingRow>(sql`
    select i.concept as concept, r.round_id as roundId, c.theme_id as themeId
    from codings c
    join responses r on r.id = c.response_id and r.state = 'signed' and r.member_id = ${scope.memberId}
    join items i on i.id = c.item_id and i.concept in ('5A2', '5C1')
    join themes t on t.id = c.theme_id
    join codebooks b on b.id = t.codebook_id and b.concept = 'themes'
    group by i.concept, r.round_id, c.theme_id
    order by count(*) desc, t.position`);
}
