import type { DateAnswer } from "../../db/visit-vocabulary.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { answerOf, DATE_ROWS, MOST_DATES } from "../../web/visits/meeting-contract.ts";
import { readMoment, type VisitMoment } from "../../web/visits/moment.ts";
import type { Side } from "../../web/visits/moves.ts";
import { dayField } from "../../web/visits/offer-days.ts";
import type { Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import type { Viewer } from "../http/session.ts";
import type { DateRow } from "./date-queries.ts";
import type { VisitRow } from "./visit-queries.ts";
import type { VisitPageRows } from "./visit-reading.ts";

/** Somebody who may look for a day, with the visit that it is about. */
export interface DatesRequest {
  page: VisitPageRows;
  viewer: Viewer & { member: NonNullable<Viewer["member"]> };
  visit: VisitRow;
  side: Side;
}

export type NewDate = VisitMoment & { id: string };

type ReadDates = { ok: true; dates: NewDate[] } | { ok: false; errors: FieldErrors };

/**
 * Reads the rows of the form; empty ones are left out. The id of each follows from the id that the form brings,
 * so that the same form sent twice proposes nothing twice.
 *
 * @param present how many moments lie on the table already
 */
export function readProposals(typed: Typed, now: number, present: number): ReadDates {
  const first = (name: string) => typed[name]?.[0] ?? "";
  const base = isId(first("id")) ? first("id") : newId();
  const errors: FieldErrors = {};
  const dates: NewDate[] = [];
  for (let row = 1; row <= DATE_ROWS; row += 1) {
    const name = (field: string) => dayField(field, row);
    const moment = { datum: first(name("datum")), van: first(name("van")), tot: first(name("tot")) };
    if (row > 1 && Object.values(moment).every((text) => text.trim() === "")) continue;
    const read = readMoment(moment, now);
    if (read.ok) dates.push({ id: `${base.slice(0, -1)}${row}`, ...read.moment });
    else for (const [field, sentence] of Object.entries(read.errors)) errors[name(field)] = sentence ?? "";
  }
  if (present + dates.length > MOST_DATES)
    errors.datum ??= `Stel minder momenten voor: er passen er ${MOST_DATES}. Neem er eerst een terug.`;
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, dates };
}

export interface GivenAnswer {
  date: DateRow;
  answer: DateAnswer;
}

/** Reads the answers of one side. What lies on the table no more is left out; to answer nothing is no answer. */
export function readAnswers(
  typed: Typed,
  dates: readonly DateRow[],
): { ok: true; answers: GivenAnswer[] } | { ok: false; errors: FieldErrors } {
  const answers = dates.flatMap((date) => {
    const answer = answerOf(typed[date.id]?.[0]);
    return answer ? [{ date, answer }] : [];
  });
  if (answers.length > 0 || dates.length === 0) return { ok: true, answers };
  return { ok: false, errors: { [dates[0]?.id ?? ""]: "Kies bij minstens één moment of het past." } };
}
