import type { Database } from "../../db/client.ts";
import { releaseFacts } from "../../functions/insights/fact-release.ts";
import { storeChanges } from "../../functions/insights/trend-job.ts";
import { seedResponses } from "./answered-round.ts";

/** 2025: teams 5..26 (22 of them), so 16 took part both times, 6 joined and 4 left. */
export async function secondRound(db: Database, teams: readonly string[]): Promise<void> {
  await db.$client.execute(`insert into rounds (id, questionnaire_id, year, state, reference_on, opens_on, closes_on, accepts_late, published_on)
    select 'round-2025', questionnaire_id, 2025, 'published', '2025-06-01', '2025-06-03', '2025-12-31', 1, '2026-01-27' from rounds`);
  await seedResponses(
    db,
    teams.slice(4, 26).map((member, at) => ({
      member,
      signedAt: "2025-07-01T10:00:00Z",
      // Of those that were there before, 3 had Jeugdwet (numbers 5, 6, 7); now the first 8 have it, and of who joined 6
      answers: {
        "3A2": { choices: at < 8 || at >= 16 ? ["wmo", "jeugdwet"] : ["wmo"] },
        "3B1": { number: at + 7 },
      },
    })),
    "round-2025",
  );
}

/** What the release job counts of the facts of this round. */
export async function factsStored(db: Database, year: number): Promise<void> {
  await releaseFacts(
    db,
    { id: `round-${year}`, year, state: "published", referenceOn: `${year}-06-01` },
    () => 1,
  );
  await storeChanges(db, `round-${year}`);
}
