/**
 * From so many days before the visit a cancellation is late: a host has then kept the day free and planned its
 * colleagues, and nobody else can take the place. The page says so, and so do the mail and the history.
 */
export const LATE_DAYS = 7;
const DAY_MS = 86_400_000;

/** Whether cancelling at `now` is late; `startsAt` in milliseconds, null without a day. */
export const isLateCancellation = ({ startsAt }: { startsAt: number | null }, now: number): boolean =>
  startsAt !== null && startsAt - now < LATE_DAYS * DAY_MS;
