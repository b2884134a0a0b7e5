import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { AnswerState, Audience, ConsentTier } from "../../db/vocabulary.ts";
import { countedResponses } from "./counted.ts";
import type { PlaceOfMember } from "./release-attributes.ts";

/**
 * Which responses a file of separate answers holds, as the `with` tables of `countedResponses` and
 * `frozen (id, member_id, signed_at)`: of every organisation that counts the response that counted when it first
 * did. A correction after publication would be the only row that differs between two files, and the response board
 * says who signed in between.
 */
function frozenResponses(year: number): SQL {
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
      ) where place = 1)`;
}

export interface ResearchMemberRow {
  memberId: string;
  signedAt: number;
}

/** Every organisation of the file, by id: an order that says nothing. */
export const researchMembers = (db: Database, year: number, onlyIf: SQL = sql`1`) =>
  db.all<ResearchMemberRow>(sql`
    with ${frozenResponses(year)}
    select member_id as memberId, signed_at as signedAt from frozen where ${onlyIf} order by member_id`);

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

/** The answers of those organisations to the items of one audience; an answer that was not given has no row. */
export const researchAnswers = (db: Database, year: number, audience: Audience, onlyIf: SQL = sql`1`) =>
  db.all<ResearchAnswerRow>(sql`
    with ${frozenResponses(year)}
    select f.member_id as memberId, i.concept, a.state, a.value, a.consent,
      case when i.kind <> 'open' then '[]' else (
        select json_group_array(distinct t.slug) from codings k join themes t on t.id = k.theme_id
        where k.response_id = f.id and k.item_id = i.id) end as themes
    from frozen f cross join round
    join items i on i.questionnaire_id = round.questionnaire_id and i.audience = ${audience}
    join answers a on a.response_id = f.id and a.item_id = i.id
    where ${onlyIf}`);

/** Where those organisations work, with the inhabitants known at the reference date of the round. */
export const researchPlaces = (db: Database, year: number, onlyIf: SQL = sql`1`) =>
  db.all<PlaceOfMember>(sql`
    with ${frozenResponses(year)}
    select f.member_id as memberId, m.province, m.municipality_class as municipalityClass,
      coalesce(n.inhabitants, 0) as inhabitants
    from frozen f join member_municipalities w on w.member_id = f.member_id
    join municipalities m on m.code = w.code
    left join municipality_inhabitants n on n.code = m.code and n.reference_on =
      (select max(reference_on) from municipality_inhabitants where reference_on <= (select reference_on from round))
    where ${onlyIf} order by f.member_id, m.code`);

/** Whether a file of this round has enough organisations, and not too many. */
export const enoughFor = (year: number, least: number, most: number): SQL =>
  sql`(with ${frozenResponses(year)} select count(*) between ${least} and ${most} from frozen)`;
