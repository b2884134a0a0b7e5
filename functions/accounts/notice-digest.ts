import { digestMail } from "../../web/accounts/emails.ts";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { clockOnDay } from "../http/amsterdam.ts";
import type { DueTask } from "../http/due-work.ts";
import { queueMail } from "../mail/outbox.ts";
import { markTold, type WaitingNotice, waitingNotices } from "./notice-queries.ts";

/** When the mail of the day leaves, on the clock in Amsterdam. */
const DIGEST_CLOCK = "07:30";

/** The last time that the clock in Amsterdam said 07.30, in milliseconds since 1970. */
export function lastDigestMoment(now: number): number {
  const today = clockOnDay(now, 0, DIGEST_CLOCK);
  return today <= now ? today : clockOnDay(now, -1, DIGEST_CLOCK);
}

/**
 * Sends each person one mail with all that waited for it. Late is not lost: what waited at the last half past
 * seven still leaves. The message's id holds person and day, so a second run that day adds none.
 */
export const sendDigests: DueTask = async ({ db, now, origin }) => {
  const until = lastDigestMoment(now);
  const readers = Map.groupBy(await waitingNotices(db, until), ({ personId }) => personId);
  const statements = [...readers].flatMap(([personId, notices]) => {
    const [{ email, name, association }] = notices as [WaitingNotice];
    const entries = notices.map(({ subject, url }) => ({ subject, url: url ?? `${origin}${paths.home()}` }));
    const mail = digestMail(association, name, entries, `${origin}${paths.notices()}`);
    const id = `digest-${dayInAmsterdam(until)}-${personId}`;
    return [
      queueMail(db, { id, to: email, ...mail, calendar: null }, now),
      markTold(
        db,
        notices.map((notice) => notice.id),
        now,
      ),
    ];
  });
  const [first, ...others] = statements;
  if (first) await db.batch([first, ...others]);
};
