import * as z from "zod";

const MONTHS =
  "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

/** The number of a month by its name or the start of it; "0" for any other word. */
function monthOf(word: string): string {
  const start = word.toLowerCase().replace("mrt", "maart");
  return String(MONTHS.findIndex((name) => name.startsWith(start)) + 1);
}

/**
 * Reads "2026-12-01" (a date field), "1-12-2026" or "1 december 2026" (typed) as "2026-12-01"; null when no
 * such day exists.
 */
export function readTypedDay(typed: string): string | null {
  const text = typed
    .trim()
    .replace(/^(\d{1,2})\s+(\p{L}{3,9})\.?\s+(?=\d{4}$)/u, (_, day, word) => `${day}-${monthOf(word)}-`);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : dutch ? dutch.slice(1).reverse() : [];
  if (!year || !month || !day) return null;
  const read = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const moment = new Date(`${read}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(read) ? read : null;
}

/** A day in a form, as "2026-12-01"; `sentence` says what to fill in. */
export const typedDay = (sentence: string) =>
  z.string().transform((text, context) => {
    const day = readTypedDay(text);
    if (day !== null) return day;
    context.addIssue({ code: "custom", message: sentence });
    return z.NEVER;
  });
