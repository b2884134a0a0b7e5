import { Temporal } from "temporal-polyfill";

const ZONE = "Europe/Amsterdam";

/** A week from Monday to Monday in Amsterdam; moments in milliseconds since 1970. */
export interface Week {
  /** the Monday, "2026-12-21" */
  weekOn: string;
  /** ISO 8601 */
  number: number;
  startsAt: number;
  /** the Monday after */
  endsAt: number;
}

/** So many weeks, beginning with the one in which `now` falls. */
export function weeksFrom(now: number, count: number): Week[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return Array.from({ length: count }, (_, at) => {
    const from = monday.add({ weeks: at });
    return {
      weekOn: from.toString(),
      number: from.weekOfYear ?? 0,
      startsAt: from.toZonedDateTime(ZONE).epochMilliseconds,
      endsAt: from.add({ weeks: 1 }).toZonedDateTime(ZONE).epochMilliseconds,
    };
  });
}
