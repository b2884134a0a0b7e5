import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { visitDrafts } from "../../db/schema/tables.ts";
import type { DraftConcept, DraftState } from "../../db/visit-vocabulary.ts";

interface DraftKey {
  memberId: string;
  roundId: string;
  concept: DraftConcept;
}

interface DraftWrite extends DraftKey {
  personId: string;
  now: number;
}

/** Only an organisation that signed a response to this round has a draft of it. */
const hasSigned = ({ memberId, roundId }: DraftKey): SQL => sql`exists (select 1 from responses r
  where r.member_id = ${memberId} and r.round_id = ${roundId} and r.state = 'signed')`;

/** The row as it will be; from `seenRevision` when given, else from any state in which it still holds a draft. */
function put(
  db: Database,
  write: DraftWrite,
  row: {
    state: DraftState;
    themeId?: string | null;
    text?: string;
    visitId?: string | null;
    offerId?: string | null;
  },
  guard: { when: SQL; replaces: SQL },
) {
  const { memberId, roundId, concept, personId, now } = write;
  return db.all<{ revision: number }>(sql`
    insert into visit_drafts (member_id, round_id, concept, state, theme_id, text, visit_id, offer_id, revision,
      updated_at, updated_by)
    select ${memberId}, ${roundId}, ${concept}, ${row.state}, ${row.themeId ?? null}, ${row.text ?? ""},
      ${row.visitId ?? null}, ${row.offerId ?? null}, 1, ${now}, ${personId}
    where ${hasSigned(write)} and ${guard.when}
    on conflict (member_id, round_id, concept) do update set state = excluded.state,
      theme_id = excluded.theme_id, text = excluded.text, visit_id = excluded.visit_id,
      offer_id = excluded.offer_id, revision = visit_drafts.revision + 1, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by
    where ${guard.replaces}
    returning revision`);
}

/** A page that saw a row may not make one anew: then it was brought back meanwhile. */
const asSeen = ({ memberId, roundId, concept }: DraftKey, seenRevision: number): SQL =>
  seenRevision === 0
    ? sql`true`
    : sql`exists (select 1 from visit_drafts d where d.member_id = ${memberId} and d.round_id = ${roundId}
        and d.concept = ${concept} and d.revision = ${seenRevision})`;

/** Own words and theme, from the revision that the editor saw. No row back: somebody was earlier. */
export function editedDraft(
  db: Database,
  write: DraftWrite & { text: string; themeId: string | null; seenRevision: number },
) {
  const { text, themeId, seenRevision } = write;
  return put(
    db,
    write,
    { state: "edited", text, themeId },
    {
      when: asSeen(write, seenRevision),
      replaces: sql`visit_drafts.revision = ${seenRevision} and visit_drafts.state = 'edited'`,
    },
  );
}

/** Thrown away: no text, no theme, and no link to what came of it. */
export function discardedDraft(db: Database, write: DraftWrite & { seenRevision: number }) {
  return put(
    db,
    write,
    { state: "discarded" },
    {
      when: asSeen(write, write.seenRevision),
      replaces: sql`visit_drafts.revision = ${write.seenRevision}`,
    },
  );
}

/**
 * Placed as a request or an offer, when that is really there and of this organisation; after it in the batch.
 * The text goes along and leaves the draft.
 */
export function publishedDraft(
  db: Database,
  write: DraftWrite & { visitId: string | null; offerId: string | null },
) {
  const { visitId, offerId, memberId } = write;
  const isThere = visitId
    ? sql`exists (select 1 from visits v where v.id = ${visitId} and v.guest_member_id = ${memberId})`
    : sql`exists (select 1 from visit_offers o where o.id = ${offerId} and o.member_id = ${memberId})`;
  return put(
    db,
    write,
    { state: "published", visitId, offerId },
    { when: isThere, replaces: sql`visit_drafts.state = 'edited'` },
  );
}

/** Back to the answer itself: without a row there is nothing but the answer. */
export function returnedDraft(db: Database, key: DraftKey, seenRevision: number) {
  return db
    .delete(visitDrafts)
    .where(
      sql`${visitDrafts.memberId} = ${key.memberId} and ${visitDrafts.roundId} = ${key.roundId}
        and ${visitDrafts.concept} = ${key.concept} and ${visitDrafts.revision} = ${seenRevision}
        and ${visitDrafts.state} = 'discarded'`,
    )
    .returning({ concept: visitDrafts.concept });
}
