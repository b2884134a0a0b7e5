import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { StoredChange } from "../../db/schema/insights-trends.ts";
import { factChanges } from "../../db/schema/tables.ts";
import type { ItemKind } from "../../db/vocabulary.ts";

/** Statements of the job that compares the facts of a round with those of the round before. */

/** The newest stored facts of this round and of the published round before it, when both are there. */
export const roundsToCompare = (db: Database, roundId: string) =>
  db.all<{ edition: number; previousRoundId: string; previousEdition: number }>(sql`
    with newest as (select f.round_id, r.year, max(f.edition) as edition
      from fact_editions f join rounds r on r.id = f.round_id and r.state = 'published' group by f.round_id)
    select own.edition, before.round_id as previousRoundId, before.edition as previousEdition
    from newest own join newest before on before.year < own.year
    where own.round_id = ${roundId} order by before.year desc limit 1`);

/** Facts that both rounds asked, by concept, as the later round asks them; and what is stored of them. */
export const factsToCompare = (
  db: Database,
  { roundId, edition, previousRoundId, previousEdition }: Compared,
) =>
  db.all<{ concept: string; kind: ItemKind; unit: string | null; classes: string | null }>(sql`
    select i.concept, i.kind, i.unit, i.classes from rounds round
    join items i on i.questionnaire_id = round.questionnaire_id and i.audience = 'members'
    join rounds previous on previous.id = ${previousRoundId}
    join items b on b.questionnaire_id = previous.questionnaire_id and b.audience = 'members'
      and b.concept = i.concept and b.kind = i.kind
    where round.id = ${roundId} and i.kind <> 'open' and not exists (select 1 from fact_changes c
      where c.round_id = round.id and c.edition = ${edition} and c.previous_round_id = previous.id
        and c.previous_edition = ${previousEdition} and c.concept = i.concept)
    order by i.concept`);

export interface Compared {
  roundId: string;
  edition: number;
  previousRoundId: string;
  previousEdition: number;
}

/** The answer to one fact of everybody who counts in a stored edition. */
export const factAnswersIn = (db: Database, roundId: string, edition: number, concept: string) =>
  db.all<{ memberId: string; state: string; value: string | null }>(sql`
    select f.member_id as memberId, coalesce(a.state, 'missing') as state, a.value
    from fact_editions e join fact_members f on f.edition_id = e.id
    join rounds round on round.id = e.round_id
    join items i on i.questionnaire_id = round.questionnaire_id and i.concept = ${concept} and i.audience = 'members'
    left join answers a on a.response_id = f.response_id and a.item_id = i.id
    where e.round_id = ${roundId} and e.edition = ${edition}`);

export const changeStored = (db: Database, compared: Compared, concept: string, body: StoredChange) =>
  db
    .insert(factChanges)
    .values({ ...compared, concept, body })
    .onConflictDoNothing();
