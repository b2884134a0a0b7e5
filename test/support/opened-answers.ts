import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { itemId } from "../../db/registry/questionnaire.ts";
import type { ConsentTier } from "../../db/vocabulary.ts";
import { type HandResponse, seedResponses } from "./answered-round.ts";

const idOf = (member: string, version = 1) => `round-2024-${member}-1-${version}`;

/** Puts a tier on the answer of an organisation in the round of 2024. */
export const openAnswer = (
  db: Database,
  member: string,
  concept: string,
  consent: ConsentTier,
  version = 1,
): Promise<unknown> =>
  db.batch([
    db.run(sql`update answers set consent = ${consent}
      where response_id = ${idOf(member, version)} and item_id = ${itemId(concept)}`),
  ]);

/** A second version of the response of an organisation, after publication; signed unless `state` says otherwise. */
export async function secondVersion(
  db: Database,
  { member, state = "signed", ...rest }: HandResponse,
): Promise<void> {
  if (state === "signed")
    await db.batch([db.run(sql`update responses set state = 'superseded' where id = ${idOf(member)}`)]);
  const signed = state === "signed" ? { signedAt: "2025-02-03T10:00:00Z" } : {};
  await seedResponses(db, [{ member, version: 2, state, ...signed, ...rest }]);
}
