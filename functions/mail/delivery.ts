import type { Database } from "../../db/client.ts";
import { claimDueMail, markFailed, markSent } from "./outbox.ts";
import type { MailPort } from "./port.ts";

/**
 * Delivers what is due, at most `limit` messages; returns how many left. A message is marked as sent after
 * the port accepted it: a crash in between sends it twice rather than never.
 */
export async function deliverDueMail(
  db: Database,
  port: MailPort,
  clock: () => number,
  limit = 20,
): Promise<number> {
  const claimed = await claimDueMail(db, clock(), limit);
  let sent = 0;
  for (const row of claimed) {
    // A slow server used up the claim: from here on somebody else may be sending these.
    if (row.claimedUntil !== null && clock() > row.claimedUntil) break;
    const calendar =
      row.calendar && row.calendarMethod ? { content: row.calendar, method: row.calendarMethod } : null;
    try {
      await port.send({
        id: row.id,
        to: row.toEmail,
        subject: row.subject,
        text: row.text,
        html: row.html,
        calendar,
      });
      await markSent(db, row.id, clock());
      sent += 1;
    } catch (error) {
      // A foreign system may be away or refuse: keep the message and try again later.
      const words = error instanceof Error ? error.message : "unknown";
      await markFailed(db, row.id, row.attempts, words, clock(), isNoAddress(error));
    }
  }
  return sent;
}

/** Whether a mail server says that there is no such address (RFC 5321, 4.2.3): trying again helps nobody. */
const isNoAddress = (error: unknown): boolean =>
  error instanceof Error && "responseCode" in error && [550, 551, 553].includes(Number(error.responseCode));

/**
 * Delivers what is due every so many milliseconds, for a process that keeps running; `stop` ends that. A
 * database that is away for a moment must not take the whole server with it: next time is soon enough.
 */
export function deliverRegularly(
  db: Database,
  port: MailPort,
  clock: () => number,
  everyMs: number,
): { stop(): void } {
  const timer = setInterval(() => {
    deliverDueMail(db, port, clock).catch((error: unknown) => {
      console.error(JSON.stringify({ task: "mail", error: error instanceof Error ? error.name : "unknown" }));
    });
  }, everyMs);
  return { stop: () => clearInterval(timer) };
}
