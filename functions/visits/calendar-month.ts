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

/** Only years in which somebody could look for a visit: others are a slip, and a door to endless pages. */
function readMonth(text: string): Temporal.PlainYearMonth | null {
  const [, year, month] = /^(20[0-9]{2})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  return year && month ? new Temporal.PlainYearMonth(Number(year), Number(month)) : null;
}
