import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { StoredChange } from "../../db/schema/insights-trends.ts";
import { factChanges } from "../../db/schema/tables.ts";
import type { ItemKind } from "../../db/vocabulary.ts";
import { IN_ROUND_BEFORE } from "./round-pairs.ts";

/** Statements of the job that compares the facts of a round with those of the round before. */

interface FactToCompare extends Compared {
  concept: string;
  kind: ItemKind;
  unit: string | null;
  classes: string | null;
}

/**
 * Facts of this round beside those of the round before that asked them, as the later round asks them, and the
 * same for the round after: whichever of two rounds is counted last, their comparison is made. Of the newest
 * stored version of both, as far as that comparison is not stored.
 */
export const factsToCompare = (db: Database, roundId: string) =>
  db.all<FactToCompare>(sql`
    with asked as (
      select r.id as round_id, r.year, i.concept, i.kind, i.audience, i.unit, i.classes,
        (select max(f.edition) from fact_editions f where f.round_id = r.id) as edition
      from rounds r join items i on i.questionnaire_id = r.questionnaire_id
      where r.state = 'published')
    select own.concept, own.kind, own.unit, own.classes, own.round_id as roundId, own.edition,
      before.round_id as previousRoundId, before.edition as previousEdition
    from asked own join asked before on ${IN_ROUND_BEFORE}
    where own.audience = 'members' and before.audience = 'members' and own.kind <> 'open'
      and own.edition is not null and before.edition is not null
      and ${roundId} in (own.round_id, before.round_id)
      and not exists (select 1 from fact_changes c
        where c.round_id = own.round_id and c.edition = own.edition and c.previous_round_id = before.round_id
          and c.previous_edition = before.edition and c.concept = own.concept)
    order by own.year, own.concept`);

interface Compared {
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

export const changeStored = (db: Database, compared: Compared & { concept: string }, body: StoredChange) =>
  db
    .insert(factChanges)
    .values({ ...compared, body })
    .onConflictDoNothing();
