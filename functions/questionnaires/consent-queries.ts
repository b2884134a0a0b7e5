import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import type { ConsentTier } from "../../db/vocabulary.ts";
import { type Saving, target } from "./save-queries.ts";

/** Keeps the choice for answers to come; the response comes back when it still takes changes. */
export const chooseConsent = (db: Database, saving: Saving, consent: ConsentTier) =>
  db.all<{ id: string }>(sql`
    update responses set consent = ${consent} where id = (${target(saving)}) returning id`);

/**
 * Puts the choice on every confidential answer that stands there with another one, as a new revision: who signs
 * signs for this too, and what a colleague typed meanwhile is joined with it.
 */
export const openAnswers = (db: Database, saving: Saving, consent: ConsentTier) =>
  db.run(sql`
    update answers set revision = revision + 1, consent = j.consent, saved_at = ${saving.now},
      saved_by = ${saving.personId}
    from (
      select id,
        case when ${consent} = 'learning_group' and kind not in ('open', 'many')
          then 'counted_only' else ${consent} end as consent
      from items where audience = 'confidential') j
    where answers.item_id = j.id and answers.response_id = (${target(saving)})
      and answers.state <> 'cleared' and coalesce(answers.consent, 'counted_only') <> j.consent`);

/** Adds what changed to the history. */
export const keepOpened = (db: Database, saving: Saving) =>
  db.run(sql`
    insert into answer_revisions
      (response_id, item_id, revision, state, value, explanation, consent, source, saved_at, saved_by)
    select response_id, item_id, revision, state, value, explanation, consent, source, saved_at, saved_by
    from answers where response_id = (${target(saving)}) and saved_at = ${saving.now}
      and saved_by = ${saving.personId}
    on conflict do nothing`);

/** Notes the choice once, provided that it was kept. */
export const consentNoted = (db: Database, saving: Saving, consent: ConsentTier, subject: string) =>
  db.run(sql`
    insert into audit_entries (at, person_id, member_id, action, subject)
    select ${saving.now}, ${saving.personId}, ${saving.memberId}, 'consent_chosen', ${subject}
    where exists (select 1 from responses where id = (${target(saving)}) and consent = ${consent})
      and not exists (select 1 from audit_entries where at = ${saving.now} and person_id = ${saving.personId}
        and action = 'consent_chosen' and subject = ${subject})`);
