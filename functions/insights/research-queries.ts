import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { AnswerState, Audience, ConsentTier } from "../../db/vocabulary.ts";
import { inhabitantsOn, ON_REFERENCE, placesOn } from "../members/division-queries.ts";
import { countedResponses } from "./counted.ts";
import { storedEdition } from "./fact-stored-queries.ts";
import type { PlaceOfMember } from "./release-attributes.ts";

/** Which file: confidential answers, or facts that members opened to each other. */
export type ResearchData = "answers" | "facts";

const AUDIENCES: Record<ResearchData, Audience> = { answers: "confidential", facts: "members" };

/** The responses of a file, as the `with` table `held (id, member_id, signed_at)` and what it is made of. */
export const heldResponses = (year: number, data: ResearchData): SQL =>
  data === "answers" ? heldAnswers(year) : heldFacts(year);

/** Facts: those that the newest figures count, as the release job stored them; else those that count now. */
function heldFacts(year: number): SQL {
  return sql`${countedResponses(year)},
    stored as (select ${storedEdition(null)} as id from round),
    held as materialized (
      select r.id, r.member_id, r.signed_at from stored join fact_members f on f.edition_id = stored.id
      join responses r on r.id = f.response_id
      union all
      select r.id, r.member_id, r.signed_at from counted c join responses r on r.id = c.id
      where (select id from stored) is null)`;
}

/**
 * Confidential answers: of every organisation that counts the response that counted when it first did
 * (`frozen`). A correction after publication would be the only row that differs between two files, and the
 * response board says who signed in between.
 *
 * An organisation that opened a confidential answer is left out: that answer, found in a row, would name the row.
 * Who opens one for the first time after somebody signed for these data may stand in a file that is out already.
 * A later file without that row would show which row it was, so from then on there is no file at all (`ajar`).
 */
function heldAnswers(year: number): SQL {
  return sql`${countedResponses(year)},
    first_cut as (
      select c.member_id, coalesce(
        (select later.signed_at from late l join late later on later.place = (l.place + 4) / 5 * 5
          where l.member_id = c.member_id and not exists (
            select 1 from signings s join round on s.signed_at < round.published_at where s.member_id = c.member_id)),
        (select published_at - 1 from round),
        9007199254740991) as at
      from counted c
    ),
    frozen as materialized (
      select id, member_id, signed_at from (
        select s.id, s.member_id, s.signed_at, row_number() over (
          partition by s.member_id order by s.sequence desc, s.version desc, s.signed_at desc
        ) as place
        from signings s join first_cut f on f.member_id = s.member_id and s.signed_at <= f.at
      ) where place = 1),
    ever as materialized (
      select r.member_id, a.item_id, a.saved_at from round join responses r on r.round_id = round.id
      join (select response_id, item_id, consent, saved_at from answers
        union all select response_id, item_id, consent, saved_at from answer_revisions) a
        on a.response_id = r.id and a.consent in ('public', 'members', 'learning_group')
      join items i on i.id = a.item_id and i.audience = 'confidential'
    ),
    ajar as (
      select member_id from ever group by member_id having min(saved_at) >
        (select min(u.signed_at) from use_statements u join round on u.round_id = round.id)),
    opened as (
      select member_id, item_id from ever
      union
      select o.member_id, l.item_id from round join releases l on l.round_id = round.id
      join release_openings o on o.release_id = l.id
    ),
    held as materialized (select * from frozen
      where member_id not in (select member_id from opened) and not exists (select 1 from ajar))`;
}

export interface ResearchMemberRow {
  memberId: string;
  signedAt: number;
}

/** Every organisation of the file, by id: an order that says nothing. */
export const researchMembers = (db: Database, year: number, data: ResearchData, onlyIf: SQL = sql`1`) =>
  db.all<ResearchMemberRow>(sql`
    with ${heldResponses(year, data)}
    select member_id as memberId, signed_at as signedAt from held where ${onlyIf} order by member_id`);

export interface ResearchAnswerRow {
  memberId: string;
  concept: string;
  state: AnswerState;
  /** AnswerValue as JSON */
  value: string | null;
  /** null: what the audience of its item says */
  consent: ConsentTier | null;
  /** slugs as JSON, each once */
  themes: string;
}

/** The answers of those organisations; an answer that was not given has no row. */
export const researchAnswers = (db: Database, year: number, data: ResearchData, onlyIf: SQL = sql`1`) =>
  db.all<ResearchAnswerRow>(sql`
    with ${heldResponses(year, data)}
    select h.member_id as memberId, i.concept, a.state, a.value, a.consent,
      case when i.kind <> 'open' then '[]' else (
        select json_group_array(distinct t.slug) from codings k join themes t on t.id = k.theme_id
        where k.response_id = h.id and k.item_id = i.id) end as themes
    from held h cross join round
    join items i on i.questionnaire_id = round.questionnaire_id and i.audience = ${AUDIENCES[data]}
    join answers a on a.response_id = h.id and a.item_id = i.id
    where ${onlyIf}`);

/**
 * Per confidential item how many of the organisations that are left out keep their answer to it closed. Released
 * totals less the rows of a file are their answers together; of too few that says too much.
 */
export const closedOfLeftOut = (db: Database, year: number, onlyIf: SQL = sql`1`) =>
  db.all<{ concept: string; closed: number }>(sql`
    with ${heldResponses(year, "answers")}
    select i.concept, count(*) as closed
    from round join items i on i.questionnaire_id = round.questionnaire_id and i.audience = 'confidential'
    cross join frozen f
    where f.member_id in (select member_id from opened)
      and not exists (select 1 from opened o where o.member_id = f.member_id and o.item_id = i.id) and ${onlyIf}
    group by i.concept`);

/** Where those organisations work, with the inhabitants known at the reference date of the round. */
export const researchPlaces = (db: Database, year: number, data: ResearchData, onlyIf: SQL = sql`1`) =>
  db.all<PlaceOfMember>(sql`
    with ${heldResponses(year, data)}
    select h.member_id as memberId, m.province, m.municipality_class as municipalityClass,
      coalesce(n.inhabitants, 0) as inhabitants
    from held h join ${placesOn(ON_REFERENCE)} w on w.member_id = h.member_id
    join municipalities m on m.code = w.code
    left join ${inhabitantsOn(ON_REFERENCE)} n on n.code = m.code
    where ${onlyIf} order by h.member_id, m.code`);

/** Whether a file of this round has enough organisations, and not too many. */
export const enoughFor = (year: number, data: ResearchData, least: number, most: number): SQL =>
  sql`(with ${heldResponses(year, data)} select count(*) between ${least} and ${most} from held)`;
