import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { ProfileOutcome } from "../../db/vocabulary.ts";
import type { SessionScope } from "../http/session.ts";
import type { OutcomeChange } from "./profile-outcome.ts";
import { type Saving, target } from "./save-queries.ts";

/**
 * Stores what was done with profile values, after the answers of the same save: only where the answer is the one
 * that this save stored, and a skip only where there is none.
 */
export const saveOutcomes = (db: Database, saving: Saving, outcomes: readonly OutcomeChange[]) =>
  db.run(sql`
    insert into profile_outcomes (response_id, item_id, outcome, profile_value_id, said_at, said_by)
    select t.id, j.value ->> 'itemId', j.value ->> 'outcome', j.value ->> 'valueId', ${saving.now}, ${saving.personId}
    from (${target(saving)}) t, json_each(${JSON.stringify(outcomes)}) j
    left join answers a on a.response_id = t.id and a.item_id = j.value ->> 'itemId'
    where case when j.value ->> 'outcome' = 'skipped' then coalesce(a.state, 'cleared') = 'cleared'
      else a.state <> 'cleared' and a.saved_at = ${saving.now} and a.saved_by = ${saving.personId} end
    on conflict (response_id, item_id) do update set outcome = excluded.outcome,
      profile_value_id = excluded.profile_value_id, said_at = excluded.said_at, said_by = excluded.said_by`);

/** How many questions with a profile field the signed response has of each outcome; null: without one. */
export const signedOutcomes = (db: Database, scope: SessionScope, year: number) =>
  db.all<{ outcome: ProfileOutcome; questions: number }>(sql`
    select o.outcome, count(*) as questions from profile_outcomes o
    where o.response_id = (select s.id from responses s join rounds r on r.id = s.round_id
      where r.year = ${year} and s.member_id = ${scope.memberId} and s.state = 'signed'
      order by s.sequence desc limit 1)
    group by o.outcome`);
