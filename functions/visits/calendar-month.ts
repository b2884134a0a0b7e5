import { Temporal } from "temporal-polyfill";
import type { MonthSeen } from "../../web/visits/month-seen.ts";

const ZONE = "Europe/Amsterdam";

/** A month with its begin and end, in milliseconds since 1970. */
interface Month extends MonthSeen {
  from: number;
  /** the beginning of the next month */
  until: number;
}

/**
 * The month of an address ("2026-12"), or of this moment when there is none or nobody knows it. Its weeks run
 * from Monday to Sunday, with the days of the months beside it.
 */
export function monthOf(text: string, now: number): Month {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).toPlainDate();
  const month = readMonth(text) ?? today.toPlainYearMonth();
  const first = month.toPlainDate({ day: 1 });
  const next = first.add({ months: 1 });
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  const weeks: MonthSeen["weeks"] = [];
  for (let at = monday; Temporal.PlainDate.compare(at, next) < 0; at = at.add({ weeks: 1 }))
    weeks.push(
      Array.from({ length: 7 }, (_, day) => {
        const date = at.add({ days: day });
        return { on: date.toString(), isInMonth: date.month === first.month, isToday: date.equals(today) };
      }),
    );
  return {
    name: month.toString(),
    firstOn: first.toString(),
    previous: month.subtract({ months: 1 }).toString(),
    next: month.add({ months: 1 }).toString(),
    weeks,
    from: first.toZonedDateTime(ZONE).epochMilliseconds,
    until: next.toZonedDateTime(ZONE).epochMilliseconds,
  };
}

/** How far a calendar looks ahead for its first day, in milliseconds: a year and a month. */
const AHEAD_MS = 400 * 86_400_000;

/** What a calendar reads: the month of its address or, when it names none, this month and all that lies ahead. */
export function periodOf(text: string, now: number): { from: number; until: number } {
  const { from, until } = monthOf(text, now);
  return readMonth(text) ? { from, until } : { from, until: from + AHEAD_MS };
}

/**
 * The month that a calendar shows. An address that names none opens on the month of the first day with something,
 * from today on, so that nobody starts at an empty sheet in the last week of a month.
 */
export function monthToShow(text: string, now: number, startsAt: readonly number[]): Month {
  const asked = monthOf(text, now);
  if (readMonth(text)) return asked;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).startOfDay();
  const ahead = startsAt.filter((at) => at >= today.epochMilliseconds);
  if (ahead.length === 0) return asked;
  const next = Temporal.Instant.fromEpochMilliseconds(Math.min(...ahead)).toZonedDateTimeISO(ZONE);
  return monthOf(next.toPlainDate().toPlainYearMonth().toString(), now);
}

/** What begins in this month. */
export const isInMonth =
  ({ from, until }: Pick<Month, "from" | "until">) =>
  ({ startsAt }: { startsAt: number }): boolean =>
    startsAt >= from && startsAt < until;

/** Only years in which somebody could look for a visit: others are a slip, and a door to endless pages. */
function readMonth(text: string): Temporal.PlainYearMonth | null {
  const [, year, month] = /^(20[0-9]{2})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  return year && month ? new Temporal.PlainYearMonth(Number(year), Number(month)) : null;
}
