import type { Reminder } from "../../db/visit-vocabulary.ts";
import { clockOnDay } from "../http/amsterdam.ts";

/** Before half past seven: who reads the mail of the day finds the reminder in it on that same day. */
const REMINDER_CLOCK = "07:00";
const DAYS_BEFORE: Record<Reminder, number> = { week_before: 7, day_before: 1 };

/** When a reminder of a visit leaves: in the early morning, so many calendar days before its day in Amsterdam. */
export const reminderMoment = (kind: Reminder, startsAt: number): number =>
  clockOnDay(startsAt, -DAYS_BEFORE[kind], REMINDER_CLOCK);

/**
 * Which reminder a visit needs now; null when none. Late is not lost, but once the day before has come the week
 * before says nothing new, and who agreed on the date after the moment has just got an invitation.
 *
 * @param agreedAt when this very date was agreed
 */
export function dueReminder(
  visit: { startsAt: number; agreedAt: number },
  sent: readonly Reminder[],
  now: number,
): Reminder | null {
  const { startsAt, agreedAt } = visit;
  if (now >= startsAt) return null;
  const kind: Reminder = now >= reminderMoment("day_before", startsAt) ? "day_before" : "week_before";
  const moment = reminderMoment(kind, startsAt);
  return now >= moment && agreedAt <= moment && !sent.includes(kind) ? kind : null;
}
