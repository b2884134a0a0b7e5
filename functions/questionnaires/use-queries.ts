import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { AnswerUse } from "../../web/questionnaires/use.ts";
import type { SessionScope } from "../http/session.ts";

/**
 * What became of each answer of the last signed version of the viewer's organisation, a row a question, in one
 * statement. Who counts in an edition stands in `fact_members`, for facts and confidential
 * questions alike: the editions of a round are made of the same organisations.
 */
export const usesOfAnswers = (db: Database, scope: SessionScope, year: number) =>
  db.all<AnswerUse>(sql`
    with own as (
      select s.id, s.round_id, s.member_id from responses s join rounds o on o.id = s.round_id
      where o.year = ${year} and s.member_id = ${scope.memberId} and s.state = 'signed'
      order by s.sequence desc, s.version desc limit 1
    ),
    counted as (
      select f.edition from own join fact_editions f on f.round_id = own.round_id
      join fact_members m on m.edition_id = f.id and m.member_id = own.member_id
    ),
    newest as (
      select l.id, l.item_id, l.edition from own join releases l on l.round_id = own.round_id
      where l.edition = (select max(e.edition) from releases e where e.round_id = l.round_id and e.item_id = l.item_id)
    )
    select i.concept, i.short_name as shortName, s.title as section, i.audience, a.consent,
      coalesce(a.state <> 'cleared', 0) as isAnswered,
      case when i.audience = 'members' then (select group_concat(edition, ', ') from counted)
        else (select group_concat(l.edition, ', ') from releases l join counted c on c.edition = l.edition
          where l.round_id = own.round_id and l.item_id = i.id) end as editions,
      exists (select 1 from release_cells x where x.release_id = n.id and x.filter_key = 'alle'
        and x.shown is not null) as isShown,
      n.id is not null as isReleased,
      (select p.consent from release_openings p where p.release_id = n.id and p.member_id = own.member_id) as opened,
      (select count(*) from audit_entries g where g.action = 'opened_answers_read'
        and g.subject = ${`${year}/`} || i.concept) as looks,
      (select group_concat(distinct t.name) from codings k join themes t on t.id = k.theme_id
        where k.response_id = own.id and k.item_id = i.id) as themes,
      (select count(distinct e.id) from codings k join lessons e on e.theme_id = k.theme_id and e.state = 'approved'
        where k.response_id = own.id and k.item_id = i.id) as lessons,
      exists (select 1 from interpretations w where w.round_id = own.round_id and w.item_id = i.id
        and w.text <> '') as isInterpreted,
      d.state as draft, d.visit_id as visitId, d.offer_id as offerId
    from own join rounds o on o.id = own.round_id join items i on i.questionnaire_id = o.questionnaire_id
    join sections s on s.id = i.section_id
    left join answers a on a.response_id = own.id and a.item_id = i.id
    left join newest n on n.item_id = i.id
    left join visit_drafts d on d.member_id = own.member_id and d.round_id = own.round_id and d.concept = i.concept
    where i.withdrawn_at is null or a.state <> 'cleared'
    order by s.position, i.position`);

export interface StatementRow {
  purpose: string;
  recipients: string;
  signedAt: number;
  validUntil: string;
  endedAt: number | null;
  /** files that were taken away under this promise */
  files: number;
}

/** For what separate answers of this round were promised to somebody; without who. */
export const usePromises = (db: Database, year: number) =>
  db.all<StatementRow>(sql`
    select u.purpose, u.recipients, u.signed_at as signedAt, u.valid_until as validUntil, u.ended_at as endedAt,
      (select count(*) from audit_entries g where g.action = 'research_exported'
        and instr(g.subject, u.id) > 0) as files
    from use_statements u join rounds o on o.id = u.round_id
    where o.year = ${year} order by u.signed_at desc limit 50`);
