import type { Database, Statements } from "../../db/client.ts";
import { paths } from "../../web/paths.ts";
import { lastOneOutMail } from "../../web/visits/calendar-emails.ts";
import { takeBounce } from "../mail/bounce.ts";
import { queueNotice } from "../mail/notice.ts";
import { invitedByKey, keepReply, nobodyLeft } from "./reply-queries.ts";
import { type NoReply, type ReplyPlace, readReply } from "./reply-reading.ts";

/** What became of a message: kept, or why not. `outdated` covers a copy, and an answer to an earlier invitation. */
export type ReplyOutcome = "kept" | "outdated" | "unknown_key" | "bounced" | NoReply;

export interface ReplyWork {
  db: Database;
  now: number;
  origin: string;
}

/**
 * Takes in a message that came to the address for answers. An answer never moves a visit: when the last one of a
 * side declines, that person is asked to cancel where the other side gets a reason.
 */
export async function takeReply(work: ReplyWork, raw: Uint8Array, place: ReplyPlace): Promise<ReplyOutcome> {
  const read = await readReply(raw, place);
  // What is no answer may be one of our own messages that came back.
  if (!read.ok) return (await takeBounce(work, raw, place)) ? "bounced" : read.because;
  const { db, now, origin } = work;
  // A clock that is ahead must not keep later answers out.
  const reply = { ...read.reply, stampedAt: Math.min(read.reply.stampedAt, now) };
  const [invited] = await invitedByKey(db, reply.key);
  if (!invited || invited.visitId !== reply.visitId) return "unknown_key";
  if (invited.email.toLowerCase() !== reply.email) return "other_sender";
  const url = `${origin}${paths.visit(invited.visitId)}`;
  const notice = {
    // One question for one invitation, however often its reader changes his mind.
    id: `last-out-${invited.id}-${reply.sequence}`,
    to: invited.email,
    kind: "visit_move" as const,
    url,
    mail: lastOneOutMail(invited, url),
  };
  const keep = keepReply(db, invited.id, reply);
  const statements: Statements =
    reply.status === "declined" ? [keep, queueNotice(db, notice, now, nobodyLeft(invited))] : [keep];
  const [kept] = (await db.batch([...statements] as [typeof keep])) as [{ id: string }[]];
  return kept.length > 0 ? "kept" : "outdated";
}
