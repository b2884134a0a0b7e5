import { and, eq } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { LINDESTAD, WATERRAND } from "../../db/demo/association.ts";
import { thisItemId } from "../../db/demo/this-questionnaire.ts";
import { itemId } from "../../db/registry/questionnaire.ts";
import { answerRevisions, answers, assistances, items, responses } from "../../db/schema/tables.ts";

const HOUR_MS = 3_600_000;

/**
 * Puts the demo association in the middle of work that it has finished otherwise, so that the pages of that work
 * are seen too: an odd number without a reason, a signatory who is asked while a question can still go back, a
 * second response of one organisation, the bureau on the telephone, a question that was withdrawn. After the
 * figures of 2024 are made, for a second response changes who counts.
 */
export async function bringHalfway(db: Database, now: number): Promise<void> {
  const filledIn = `2026-${LINDESTAD}-1`;
  const locations = (table: typeof answers | typeof answerRevisions) =>
    and(eq(table.responseId, filledIn), eq(table.itemId, thisItemId("3B1")));
  const odd = { value: { number: 400 } };
  await db.update(answers).set(odd).where(locations(answers));
  await db.update(answerRevisions).set(odd).where(locations(answerRevisions));
  await db
    .update(responses)
    .set({ askedAt: now - HOUR_MS })
    .where(eq(responses.id, filledIn));
  await answerTwice(db, `2024-${WATERRAND}-1`);
  await db.insert(assistances).values({
    ...{ id: "bellen-met-een-lid", roundId: "round-2026", memberId: "team-vuurtorenstraat" },
    ...{ helperId: "bureau", caller: "Teamleider", consentNote: "Het bureau vult alles in." },
    ...{ startedAt: now - HOUR_MS, endsAt: now + 3 * HOUR_MS },
  });
  await db
    .update(items)
    .set({ withdrawnAt: now - HOUR_MS })
    .where(eq(items.id, "item-2027-3d3"));
}

/** A second response that says the same as the first, but for one number. */
async function answerTwice(db: Database, firstId: string): Promise<void> {
  const [first] = await db.select().from(responses).where(eq(responses.id, firstId));
  if (!first) throw new Error(`The demo has no response ${firstId}.`);
  const second = { id: `${firstId}-bis`, sequence: 2, reference: "2024-0099-1" };
  await db.insert(responses).values({ ...first, ...second });
  const rows = await db.select().from(answers).where(eq(answers.responseId, firstId));
  for (const row of rows) {
    const value = row.itemId === itemId("3B1") ? { number: 14 } : row.value;
    await db.insert(answers).values({ ...row, value, responseId: second.id });
  }
}
