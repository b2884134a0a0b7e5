import { forgetImports } from "../accounts/import-queries.ts";
import type { DueWork } from "../http/due-work.ts";

/** How long a handed-in table is kept: long enough to look back, for it holds names and addresses. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Throws away tables that were handed in a month ago. */
export async function forgetOldImports({ db, now }: DueWork): Promise<void> {
  await db.batch(forgetImports(db, now - KEPT_MS));
}
