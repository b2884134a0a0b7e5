import { type SQL, sql } from "drizzle-orm";
import { MOST_FILTERS } from "../../web/insights/figure-filter.ts";
import type { SessionScope } from "../http/session.ts";
import { type AskedCells, soughtCells } from "./api-queries.ts";
import { type Asked, keyOf } from "./asked-figure.ts";

/*
 * What the policy decides, once more in SQL: an export is noted in the very batch that reads it, before anybody
 * knows what the batch finds. A test holds both equal: who gets a file is in the log, who gets none is not.
 */

const isReader = (personId: SQL<string | null>): SQL =>
  sql`(exists (select 1 from memberships where person_id = ${personId})
    or exists (select 1 from association_roles where person_id = ${personId}))`;

/** There is such an outcome, and this person may read it. */
export function mayTakeFigure(
  year: number,
  concept: string,
  asked: Asked,
  personId: SQL<string | null>,
): SQL {
  return sql`${asked.filters.length} <= ${MOST_FILTERS} and ${isReader(personId)} and exists (
    select 1 from rounds r join items i on i.questionnaire_id = r.questionnaire_id
    where r.year = ${year} and i.concept = ${concept} and r.state <> 'concept'
      and (i.audience = 'members' or (r.state = 'published'
        and exists (select 1 from releases l join release_cells k on k.release_id = l.id
          where l.round_id = r.id and l.item_id = i.id and k.filter_key = ${keyOf(asked.filters)}
            and l.edition = coalesce(${asked.edition}, l.edition)))))`;
}

/**
 * This part of the released cells is there, this person may read it, and was not noted for it in the last hour: a
 * program asks for part after part, and may begin anywhere.
 */
export function mayTakeReleases(asked: AskedCells, after: number, { personId, now }: SessionScope): SQL {
  const { year, concept } = asked;
  return sql`${isReader(personId)}
    and exists (select 1 from rounds where year = ${year} and state = 'published')
    and exists (select 1 from (${soughtCells(asked, after, 1)}))
    and not exists (select 1 from audit_entries where person_id = ${personId} and action = 'figures_exported'
      and at > ${now - AN_HOUR} and subject in (${`${year}/api/alle`}, ${`${year}/api/${concept ?? "alle"}`}))`;
}

const AN_HOUR = 3_600_000;

/** There is a trend of this question: a published round shows an outcome of it, and this person may read it. */
export function mayTakeTrend(concept: string, personId: SQL<string | null>): SQL {
  return sql`${isReader(personId)} and exists (
    select 1 from rounds r join items i on i.questionnaire_id = r.questionnaire_id and i.concept = ${concept}
    where r.state = 'published' and (i.audience = 'members'
      or exists (select 1 from releases l where l.round_id = r.id and l.item_id = i.id)))`;
}

/** There is such a round with facts, and this person may read them. */
export const mayTakeFacts = (year: number, personId: SQL<string | null>): SQL =>
  sql`${isReader(personId)} and exists (select 1 from rounds where year = ${year} and state <> 'concept')`;
