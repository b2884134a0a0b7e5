import type { Side } from "../../web/visits/moves.ts";
import { newId } from "../http/identifiers.ts";
import type { Attendee } from "./invitation.ts";
import type { ParticipantRow } from "./participant-queries.ts";
import type { PersonRow } from "./visit-people.ts";

/** Somebody to invite, with the key that only this invitation holds. */
export interface Invited extends Required<Attendee> {
  id: string;
  side: Side;
  personId: string | null;
  note: string;
  replyKey: string;
  /** one of the two people who agreed on the visit, and not somebody who comes along */
  isMain: boolean;
}

/**
 * Everybody to invite: the people who agreed on the visit, with a new key where they have none yet, and then who
 * was added to them. Each address once.
 *
 * @param mains who agreed; `people` holds them with their ids, and `rows` is who was invited before
 */
export function invitedTo(
  mains: readonly { side: Side; name: string; email: string }[],
  people: readonly PersonRow[],
  rows: readonly ParticipantRow[],
): Invited[] {
  const invited = new Map<string, Invited>();
  for (const { side, name, email } of mains) {
    const row = rows.find((each) => each.email === email);
    const personId = people.find((each) => each.email === email)?.id ?? null;
    const fresh = { id: newId(), replyKey: newId(), status: "needs_action" as const, note: "", personId };
    invited.set(email, { ...fresh, ...row, side, name, email, isMain: true });
  }
  for (const row of rows) if (!invited.has(row.email)) invited.set(row.email, { ...row, isMain: false });
  return [...invited.values()];
}
