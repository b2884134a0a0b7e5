import { sql } from "drizzle-orm";
import type { DueTask } from "../http/due-work.ts";

/** So long after the day the names of who came along without an account, and what the host had to know, are kept. */
const KEPT_MS = 30 * 86_400_000;

/**
 * Forgets who came along to visits of a while ago, and what was said of people who are gone: nobody needs that any
 * more. That somebody came stays, for the counting. The page on privacy promises this.
 */
export const forgetParticipants: DueTask = async ({ db, now }) => {
  // Of who got an account since, name and address stand with the person alone; so they go when that person goes.
  await db.run(sql`
    update or ignore visit_participants
    set person_id = (select p.id from people p where p.email = visit_participants.email), name = null, email = null
    where person_id is null and removed_at is null
      and email in (select p.email from people p where p.removed_at is null)`);
  await db.run(sql`
    update visit_participants set name = null, email = null, note = ''
    where (name is not null or email is not null or note <> '')
      and (visit_id in (select id from visits where coalesce(ends_at, updated_at) < ${now - KEPT_MS})
        or person_id in (select id from people where removed_at is not null))`);
};
