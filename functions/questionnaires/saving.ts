import { sql } from "drizzle-orm";
import type { Context } from "hono";
import type { Statement } from "../../db/client.ts";
import type { Env } from "../http/env.ts";
import { write } from "../http/page.ts";
import { saveOutcomes } from "./profile-outcome-queries.ts";
import * as queries from "./save-queries.ts";
import { type Change, type KeptAnswer, type SavePlan, sameAnswer } from "./section-save.ts";
import { stopAsking } from "./signature-queries.ts";

/** An answer that was typed, and the other one that stands there now. */
export interface Conflict {
  mine: Change;
  theirs: Stored;
}

type Stored = KeptAnswer & { revision: number; savedAt: number; savedBy: string | null };

export type SaveOutcome =
  /** with what stands there now, when something was written */
  | { kind: "saved"; stored?: readonly (Stored & { itemId: string })[] }
  | { kind: "conflicts"; conflicts: Conflict[] }
  /** the response was made ready or signed in the meantime: nothing was stored */
  | { kind: "locked" };

/** What stood in the section when it was read; null where nothing was ever stored. */
export type Standing = ReadonlyMap<string, Stored | null>;

/**
 * Stores a plan in one round trip: what can be stored is stored, and what somebody else was first with
 * comes back as a conflict, also when that happened between reading and writing.
 *
 * @param done whether the section is to be marked as done; null leaves the mark as it is
 * @param elsewhere ids of other sections that ask something new by these changes, and so are not done any more
 * @param asking statements that ask the signatories, when this may have been the last section
 */
export async function storePlan(
  c: Context<Env>,
  saving: queries.Saving,
  plan: SavePlan,
  done: boolean | null,
  standing: Standing,
  subject: string,
  elsewhere: readonly string[] = [],
  asking: readonly Statement[] = [],
): Promise<SaveOutcome> {
  const early = plan.conflicts.flatMap((mine) => {
    const theirs = standing.get(mine.itemId);
    return theirs ? [{ mine, theirs }] : [];
  });
  const isNothing = plan.changes.length === 0 && plan.outcomes.length === 0;
  if (isNothing && (done === null || early.length > 0)) return outcomeOf(early, 0);
  const { db } = c.var;
  const marks: Statement[] =
    done === null || early.length > 0
      ? []
      : [done ? queries.completeSection(db, saving, plan.changes) : queries.reopenSection(db, saving)];
  const [, stored, , rows] = await write(c, [
    queries.startResponse(db, saving),
    queries.saveAnswers(db, saving, plan.changes),
    queries.keepRevisions(db, saving),
    queries.answersAfterSave(db, saving),
    queries.recordSave(db, saving, subject, marks.length > 0 || plan.outcomes.length > 0),
    ...(plan.outcomes.length > 0 ? [saveOutcomes(db, saving, plan.outcomes)] : []),
    ...marks,
    ...elsewhere.map((sectionId) => queries.reopenSection(db, { ...saving, sectionId })),
    ...(done === false || elsewhere.length > 0 ? [stopAsking(db, sql`(${queries.target(saving)})`)] : asking),
  ]);
  const storedIds = new Set(stored.map(({ itemId }) => itemId));
  const unstored = plan.changes.filter(({ itemId }) => !storedIds.has(itemId));
  const late: Conflict[] = [];
  let lost = 0;
  for (const mine of unstored) {
    const theirs = rows.find(({ itemId }) => itemId === mine.itemId);
    // A second submit of the same form finds its own answer there.
    if (theirs && sameAnswer(mine, theirs)) continue;
    if (theirs?.responseState === "in_progress" && theirs.revision !== mine.seenRevision)
      late.push({ mine, theirs });
    else lost += 1;
  }
  const outcome = outcomeOf([...early, ...late], lost);
  return outcome.kind === "saved" ? { ...outcome, stored: rows } : outcome;
}

function outcomeOf(conflicts: Conflict[], lost: number): SaveOutcome {
  if (lost > 0) return { kind: "locked" };
  return conflicts.length > 0 ? { kind: "conflicts", conflicts } : { kind: "saved" };
}
