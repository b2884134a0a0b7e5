import { and, eq, isNotNull, isNull } from "drizzle-orm";
import PostalMime, { type Email } from "postal-mime";
import type { Database } from "../../db/client.ts";
import { outbox } from "../../db/schema/tables.ts";
import { keyOfAddress } from "./reply-address.ts";

/** A mail of ours that a server could not deliver after it had taken it. */
export interface Bounce {
  outboxId: string;
  /** "5.1.1 550 no such user", as the server says it */
  error: string;
}

/** What a key begins with when a message went out under it, so that its return says which one it was. */
const PREFIX = "retour-";
export const bounceKey = (outboxId: string): string => `${PREFIX}${outboxId}`;

/**
 * Reads a delivery status notification (RFC 3464) about one of our messages; null for any other mail, and for a
 * delay that may still end well. Which message it is about says the address it came to, or else the Message-ID in
 * the headers that it gives back.
 */
function bounceIn(mail: Email, replyAddress: string, envelopeTo?: string): Bounce | null {
  const partOf = (type: RegExp) =>
    mail.attachments.find(({ mimeType }) => type.test(mimeType))?.content as string | ArrayBuffer | undefined;
  const status = textOf(partOf(/^message\/delivery-status$/i));
  if (!/^action:\s*failed\b/im.test(status)) return null;
  const returned = textOf(partOf(/^(message\/rfc822|text\/rfc822-headers)$/i));
  const addresses = [envelopeTo, mail.deliveredTo, ...(mail.to ?? []).map(({ address }) => address)];
  const key = addresses
    .map((address) => keyOfAddress(replyAddress, address ?? ""))
    .find((each) => each?.startsWith(PREFIX));
  const outboxId = key?.slice(PREFIX.length) ?? /^message-id:\s*<([^@>\s]+)@/im.exec(returned)?.[1];
  if (!outboxId) return null;
  const code = /^status:\s*(\S+)/im.exec(status)?.[1] ?? "";
  const why = /^diagnostic-code:\s*(?:[^;\n]*;)?\s*(.+)$/im.exec(status)?.[1]?.trim() ?? "";
  return { outboxId, error: `${code} ${why}`.trim().slice(0, 200) };
}

const textOf = (content: string | ArrayBuffer | undefined): string =>
  typeof content === "string" ? content : content ? new TextDecoder().decode(content) : "";

/** Notes on the mail itself that it came back; a second notification, or one about a mail that never left, does nothing. */
function noteBounce(db: Database, { outboxId, error }: Bounce, now: number) {
  return db
    .update(outbox)
    .set({ bouncedAt: now, lastError: error })
    .where(and(eq(outbox.id, outboxId), isNotNull(outbox.sentAt), isNull(outbox.bouncedAt)))
    .returning({ id: outbox.id });
}

/** Takes in a notification; null when the message is none. */
export async function takeBounce(
  work: { db: Database; now: number },
  raw: Uint8Array,
  place: { replyAddress: string; envelopeTo?: string | undefined },
): Promise<"bounced" | "unknown" | null> {
  // What comes in by mail is anything at all, and the parser throws on what it cannot read.
  const mail = await PostalMime.parse(raw, {
    attachmentEncoding: "utf8",
    forceRfc822Attachments: true,
  }).catch(() => null);
  const bounce = mail && bounceIn(mail, place.replyAddress, place.envelopeTo);
  if (!bounce) return null;
  const noted = await noteBounce(work.db, bounce, work.now);
  return noted.length > 0 ? "bounced" : "unknown";
}
