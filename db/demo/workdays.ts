import { Temporal } from "temporal-polyfill";

const ZONE = "Europe/Amsterdam";

/** Milliseconds since 1970 of a time on a day in the Netherlands; a weekend day becomes the next Monday. */
export function onWorkday(day: string, days: number, time: string): number {
  const wanted = Temporal.PlainDate.from(day).add({ days });
  const weekend = Math.max(0, wanted.dayOfWeek - 5);
  const workday = weekend === 0 ? wanted : wanted.add({ days: 3 - weekend });
  return workday.toZonedDateTime({ timeZone: ZONE, plainTime: time }).epochMilliseconds;
}

/** The day in the Netherlands, for instance "2026-11-21". */
export function dayOf(milliseconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds)
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .toString();
}
