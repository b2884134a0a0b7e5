import { eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { rounds } from "../../db/schema/tables.ts";

export interface NewRound {
  id: string;
  jaar: number;
  peildatum: string;
  opent: string;
  sluit: string;
  late_antwoorden: "ja" | "nee";
}

/**
 * Adds a round on the newest questionnaire. One that begins later is prepared: the clock opens it. Answers no row when the year or
 * the form was there before.
 */
export function addRound(db: Database, round: NewRound, today: string) {
  return db.all<{ id: string }>(sql`
    insert into rounds (id, questionnaire_id, year, state, reference_on, opens_on, closes_on, accepts_late)
    select ${round.id}, id, ${round.jaar}, case when ${round.opent} > ${today} then 'concept' else 'open' end, ${round.peildatum}, ${round.opent}, ${round.sluit},
      ${round.late_antwoorden === "ja" ? 1 : 0}
    from questionnaires where true order by created_at desc limit 1
    on conflict do nothing returning id`);
}

/** Logs the statement right before it, if that added a round. */
export function roundOpened(db: Database, by: string, year: number, now: number) {
  return db.run(sql`
    insert into audit_entries (at, person_id, action, subject)
    select ${now}, ${by}, 'round_opened', ${String(year)} where changes() > 0`);
}

export function roundById(db: Database, id: string) {
  return db.select({ year: rounds.year }).from(rounds).where(eq(rounds.id, id));
}
