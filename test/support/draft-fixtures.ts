import { eq } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { answers, items, responses, themes } from "../../db/schema/tables.ts";
import { TODAY } from "./cast.ts";

/** What the organisation of these tests answered to "nieuwsgierig naar" and "trots op". */
export const CURIOUS = "Hoe werken jullie met schulden aan de deur?";
export const PROUD = "Ons spreekuur in de bibliotheek";

/** The two drafts that come of it. */
export const CURIOUS_KEY = "5A2.round-2026";
export const PROUD_KEY = "5C1.round-2026";

/** A response with both answers, signed unless told otherwise; wants the registry and a round. */
export async function seedAnswers(
  db: Database,
  memberId: string,
  given: Partial<typeof responses.$inferInsert> = {},
): Promise<void> {
  const id = given.id ?? `response-${memberId}`;
  const row = {
    ...{ id, roundId: "round-2026", memberId, state: "signed" as const },
    ...{ startedAt: TODAY, signedAt: TODAY },
  };
  await db.insert(responses).values({ ...row, ...given });
  for (const [concept, text] of [
    ["5A2", CURIOUS],
    ["5C1", PROUD],
  ] as const)
    await db.insert(answers).values({
      responseId: id,
      itemId: await itemOf(db, concept),
      revision: 1,
      state: "given",
      value: { text },
      source: "typed",
      savedAt: TODAY,
    });
}

export async function itemOf(db: Database, concept: string): Promise<string> {
  const [item] = await db.select({ id: items.id }).from(items).where(eq(items.concept, concept));
  if (!item) throw new Error(`There is no item ${concept}`);
  return item.id;
}

/** A theme of the shared list, as the registry brings it. */
export async function themeOf(db: Database, slug: string): Promise<string> {
  const rows = await db.select().from(themes).where(eq(themes.slug, slug));
  const shared = rows.find(({ codebookId }) => codebookId === "codebook-themes");
  if (!shared) throw new Error(`There is no theme ${slug}`);
  return shared.id;
}
