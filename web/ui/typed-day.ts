import * as z from "zod";

/** Reads "2026-12-01" (a date field) or "1-12-2026" (typed) as "2026-12-01"; null when no such day exists. */
function readTypedDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text.trim());
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
