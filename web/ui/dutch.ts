/** Numbers, dates and lists as Dutch people write them. All times are shown in Europe/Amsterdam. */

const zone = "Europe/Amsterdam";
const plain = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 10 });
/** A format per number of decimals, made once: making one costs more than a page of numbers. */
const withDecimals = new Map<number, Intl.NumberFormat>();
const longDay = new Intl.DateTimeFormat("nl-NL", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: zone,
});
const shortDay = new Intl.DateTimeFormat("nl-NL", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: zone,
});
const clock = new Intl.DateTimeFormat("nl-NL", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: zone,
});
// Swedish writes dates as ISO does: 2026-12-01.
const isoDay = new Intl.DateTimeFormat("sv-SE", {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  timeZone: zone,
});

/** A moment: a Date, milliseconds since 1970, or an ISO text. "2026-12-01" without time means that day. */
export type Moment = Date | number | string;

function toDate(moment: Moment): Date {
  // Noon keeps a bare day on that day in every zone that Dutch people live in.
  if (typeof moment === "string" && /^\d{4}-\d{2}-\d{2}$/.test(moment))
    return new Date(`${moment}T12:00:00Z`);
  return moment instanceof Date ? moment : new Date(moment);
}

/** 9572027 → "9.572.027"; 47.3 → "47,3". With `decimals` exactly that many: (3, 1) → "3,0". */
export function formatNumber(value: number, decimals?: number): string {
  // Most numbers of a page are counts below a thousand: those need no formatter.
  if (!decimals && Number.isInteger(value) && value >= 1 && value < 1000) return String(value);
  if (decimals === undefined) return plain.format(value);
  const known = withDecimals.get(decimals);
  if (known) return known.format(value);
  const exact = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const made = new Intl.NumberFormat("nl-NL", exact);
  withDecimals.set(decimals, made);
  return made.format(value);
}

/** A share between 0 and 1: 0.473 → "47,3 %", with a space that does not break. */
export function formatPercentage(share: number, decimals: 0 | 1 = 1): string {
  return `${formatNumber(share * 100, decimals)}\u00a0%`;
}

/** "dinsdag 1 december 2026". */
export function formatDate(moment: Moment): string {
  return longDay.format(toDate(moment));
}

/** "1 december 2026", where the day of the week says nothing: reference dates, tables. */
export function formatDay(moment: Moment): string {
  return shortDay.format(toDate(moment));
}

/** "10.00", with a point as on a Dutch invitation. */
export function formatTime(moment: Moment): string {
  return clock.format(toDate(moment)).replace(":", ".");
}

/** "dinsdag 1 december 2026, 10.00 uur". */
export function formatDateTime(moment: Moment): string {
  return `${formatDate(moment)}, ${formatTime(moment)} uur`;
}

/** The last day that was asked for: a request asks for its own time again and again. */
let lastDay = { at: Number.NaN, day: "" };

/** The day in Amsterdam as "2026-12-01": the value of a date field. */
export function dayInAmsterdam(moment: Moment): string {
  const at = toDate(moment).getTime();
  if (lastDay.at !== at) lastDay = { at, day: isoDay.format(at) };
  return lastDay.day;
}

/** ["a", "b", "c"] → "a, b en c". */
export function formatList(parts: readonly string[], last: "en" | "of" = "en"): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} ${last} ${parts.at(-1)}`;
}

/** countOf(1, "lid", "leden") → "1 lid"; 0 → "geen leden"; 1200 → "1.200 leden". */
export function countOf(count: number, singular: string, plural: string): string {
  if (count === 0) return `geen ${plural}`;
  return `${formatNumber(count)} ${count === 1 ? singular : plural}`;
}

/** The same to begin a sentence with: "Geen leden". */
export const countFirst = (count: number, singular: string, plural: string): string =>
  countOf(count, singular, plural).replace(/^g/, "G");

/** Calendar days in Amsterdam from `now` to `moment`; negative when it is past. Summer time does not count. */
export function daysUntil(moment: Moment, now: Moment): number {
  const days = (of: Moment) => Date.parse(`${dayInAmsterdam(of)}T00:00:00Z`) / 86_400_000;
  return days(moment) - days(now);
}

/** "vandaag", "morgen", "over 24 dagen", "gisteren", "3 dagen geleden". */
export function formatDaysUntil(moment: Moment, now: Moment): string {
  const days = daysUntil(moment, now);
  if (days === 0) return "vandaag";
  if (days === 1) return "morgen";
  if (days === -1) return "gisteren";
  return days > 0 ? `over ${formatNumber(days)} dagen` : `${formatNumber(-days)} dagen geleden`;
}

const spaces = /[\s\u00a0\u202f]+/g;
/** 1234 or 1.234.567 or 1 234 567; then perhaps a comma with decimals. */
const dutchNumber = /^([+-]?)(\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:,(\d+))?$/;
/** 1234.5 as typed on a numeric keypad. Three decimals after up to three digits would be a thousand. */
const pointNumber = /^([+-]?)(\d+)\.(\d+)$/;

/**
 * Reads a number that a person typed: "1.234,5", "1 234,5", "1234,5" and "1234.5" are all 1234.5.
 * Rules: a comma begins the decimals. Points and spaces group thousands, in threes and not mixed.
 * One point that cannot group thousands begins decimals ("1.5", "1234.567"); "1.234" is a thousand.
 * Gives null for an empty text, words, units, several commas, and numbers above 15 digits,
 * which a computer cannot hold exactly.
 */
export function parseDutchNumber(text: string): number | null {
  const typed = text.replace(spaces, " ").trim().replace("\u2212", "-");
  const match = dutchNumber.exec(typed) ?? pointNumber.exec(typed);
  if (!match) return null;
  const [, sign = "", whole = "", decimals = ""] = match;
  const digits = whole.replace(/[. ]/g, "");
  if (digits.length + decimals.length > 15) return null;
  const value = Number(`${digits}.${decimals || "0"}`);
  return sign === "-" && value !== 0 ? -value : value;
}
