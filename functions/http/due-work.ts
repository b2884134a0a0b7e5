import type { Database } from "../../db/client.ts";

/** What work that falls due by the clock gets to do it with. */
export interface DueWork {
  db: Database;
  /** milliseconds since 1970, UTC */
  now: number;
  /** public address without a slash at the end; mail links to it */
  origin: string;
  /** the sender's address of all mail, and the organiser of what stands in a calendar */
  mailFrom: string;
  /** where answers to invitations come in; null: they are not read */
  replyAddress: string | null;
}

/**
 * Looks what is due and does it. It comes back every minute, in several processes, perhaps late: whatever it
 * does must be written in the same batch as the mail that it queues, so that twice is once. A limit on each
 * run keeps it short; the rest waits for the next one.
 */
export type DueTask = (work: DueWork) => Promise<void>;

/**
 * Handles rows one after another. A row that fails must not keep those behind it waiting, this minute and every
 * next one: the others go on, and the first fault is thrown at the end, for the log.
 */
export async function eachInTurn<T>(rows: Iterable<T>, handle: (row: T) => Promise<unknown>): Promise<void> {
  const faults: unknown[] = [];
  for (const row of rows) await handle(row).catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw faults[0];
}
