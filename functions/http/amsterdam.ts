import { Temporal } from "temporal-polyfill";

const ZONE = "Europe/Amsterdam";

/**
 * The moment at which the clock in Amsterdam shows this time, so many days before or after the day of `moment`.
 * Counted in calendar days: over a change of the clock a day has 23 or 25 hours.
 *
 * @param moment milliseconds since 1970
 * @param clock "07:30"
 * @returns milliseconds since 1970
 */
export function clockOnDay(moment: number, days: number, clock: string): number {
  return Temporal.Instant.fromEpochMilliseconds(moment)
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .add({ days })
    .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(clock) }).epochMilliseconds;
}
