import { Temporal } from "temporal-polyfill";
import {
  dayInAmsterdam,
  formatDate,
  formatDateTime,
  formatDay,
  formatTime,
  type Moment,
} from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";

const ZONE = "Europe/Amsterdam";
/** The furthest day that a visit can be planned, in years from now: a typing error in a year is caught. */
const FURTHEST_YEARS = 3;

/** Begin and end of a visit, in milliseconds since 1970, UTC. */
export interface VisitMoment {
  startsAt: number;
  endsAt: number;
}

/** What is typed in the three fields of a moment. */
export interface TypedMoment {
  datum: string;
  van: string;
  tot: string;
}

export type ReadMoment = { ok: true; moment: VisitMoment } | { ok: false; errors: FieldErrors };

/**
 * Reads a day with a time from and until, as the clock in Amsterdam shows them. Browsers send "2026-12-01"
 * and "10:00"; who types by hand may write "1-12-2026" and "10.00". A time that the change to summer time
 * skips is refused; of the hour that comes twice in October the first one counts.
 */
export function readMoment(typed: TypedMoment, now: number): ReadMoment {
  const errors: FieldErrors = {};
  const day = readDay(typed.datum);
  const from = readClock(typed.van);
  const until = readClock(typed.tot);
  if (!day) errors.datum = "Vul een datum in, bijvoorbeeld 1-12-2026.";
  if (!from) errors.van = "Vul in hoe laat het begint, bijvoorbeeld 10:00.";
  if (!until) errors.tot = "Vul in hoe laat het eindigt, bijvoorbeeld 15:30.";
  if (!day || !from || !until) return { ok: false, errors };
  const startsAt = instantOf(day, from);
  const endsAt = instantOf(day, until);
  if (startsAt === null) errors.van = skippedHour;
  else if (startsAt <= now) errors.datum = "Kies een datum en tijd die nog komen.";
  else if (startsAt > latest(now)) errors.datum = `Kies een datum binnen ${FURTHEST_YEARS} jaar.`;
  if (endsAt === null) errors.tot = skippedHour;
  else if (startsAt !== null && endsAt <= startsAt) errors.tot = "Kies een eindtijd na de begintijd.";
  if (startsAt === null || endsAt === null || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, moment: { startsAt, endsAt } };
}

const skippedHour = "Kies een andere tijd. Deze bestaat niet, want de klok gaat die nacht een uur vooruit.";

function readDay(text: string): Temporal.PlainDate | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text.trim());
  const [year, month, day] = iso ? iso.slice(1) : dutch ? [dutch[3], dutch[2], dutch[1]] : [];
  if (!year) return null;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: "reject" },
    );
  } catch {
    // Temporal says by throwing that a day such as 31 February does not exist.
    return null;
  }
}

function readClock(text: string): Temporal.PlainTime | null {
  const match = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(text.trim());
  const [hour, minute] = match ? match.slice(1).map(Number) : [];
  if (hour === undefined || minute === undefined || hour > 23 || minute > 59) return null;
  return new Temporal.PlainTime(hour, minute);
}

function instantOf(day: Temporal.PlainDate, time: Temporal.PlainTime): number | null {
  const zoned = day.toZonedDateTime({ timeZone: ZONE, plainTime: time });
  // For a skipped hour Temporal moves on; then the clock does not show what was typed.
  return zoned.toPlainTime().equals(time) ? zoned.epochMilliseconds : null;
}

function latest(now: number): number {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).add({ years: FURTHEST_YEARS })
    .epochMilliseconds;
}

/** The three fields of a moment that is known; empty when there is none. */
export function typedMoment(moment: { startsAt: number | null; endsAt: number | null }): TypedMoment {
  const { startsAt, endsAt } = moment;
  if (startsAt === null || endsAt === null) return { datum: "", van: "", tot: "" };
  return { datum: dayInAmsterdam(startsAt), van: clockOf(startsAt), tot: clockOf(endsAt) };
}

const clockOf = (at: Moment): string => formatTime(at).replace(".", ":");

/** The title of an offer with its day: on another day it has the same words. "Een dag mee, 1 december 2026". */
export const titleOnDay = (offer: { title: string; startsAt: number | null }): string =>
  offer.startsAt === null ? offer.title : `${offer.title}, ${formatDay(offer.startsAt)}`;

/** "dinsdag 1 december 2026, 10.00 – 15.30 uur", or "in overleg" without a moment. */
export function formatMoment(moment: { startsAt: number | null; endsAt: number | null }): string {
  const { startsAt, endsAt } = moment;
  if (startsAt === null) return "in overleg";
  if (endsAt === null) return formatDateTime(startsAt);
  return `${formatDate(startsAt)}, ${formatTime(startsAt)} – ${formatTime(endsAt)} uur`;
}
