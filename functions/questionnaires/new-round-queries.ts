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
  vragenlijst: string;
}

/** Questionnaires that a round can use: with at least one question, the newest first. */
export const questionnairesToAsk = (db: Database) =>
  db.all<{ id: string; title: string; years: string | null }>(sql`
    select q.id, q.title, (select group_concat(r.year, ', ') from rounds r where r.questionnaire_id = q.id) as years
    from questionnaires q
    where exists (select 1 from items i where i.questionnaire_id = q.id and i.withdrawn_at is null)
    order by q.created_at desc, q.id`);

/**
 * Adds a round on a questionnaire. One that begins later is prepared: the clock opens it. Answers no row when
 * the year or the form was there before.
 */
export function addRound(db: Database, round: NewRound, today: string) {
  return db.all<{ id: string }>(sql`
    insert into rounds (id, questionnaire_id, year, state, reference_on, opens_on, closes_on, accepts_late)
    select ${round.id}, id, ${round.jaar}, case when ${round.opent} > ${today} then 'concept' else 'open' end, ${round.peildatum}, ${round.opent}, ${round.sluit},
      ${round.late_antwoorden === "ja" ? 1 : 0}
    from questionnaires where id = ${round.vragenlijst}
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
