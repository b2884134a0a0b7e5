import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { readMoment, type VisitMoment } from "../../web/visits/moment.ts";
import { type OfferForm, offerContract } from "../../web/visits/offer-contract.ts";
import { dayField, MOST_DAYS } from "../../web/visits/offer-days.ts";
import { parseForm, type Typed } from "../http/form.ts";

type ReadOffer =
  | {
      ok: true;
      form: OfferForm;
      /** the days, in the order typed; empty when the day is found together */
      moments: readonly VisitMoment[];
    }
  | { ok: false; errors: FieldErrors };

/** What of the offer as it stands limits a change. */
interface OfferLimits {
  taken: number;
  startsAt: number | null;
  endsAt: number | null;
}

/**
 * Reads the form of an offer. Who has accepted visits may not take away their seats, nor move them all with
 * one change of the offer: every group must agree with its own new day.
 *
 * @param present the offer as it stands, of which only the first day is read; null for a new one
 */
export function readOfferForm(
  typed: Typed,
  themes: readonly { id: string }[],
  now: number,
  present: OfferLimits | null,
): ReadOffer {
  const read = parseForm(offerContract, typed);
  const errors: FieldErrors = read.ok ? {} : { ...read.errors };
  const days = first(typed, "wanneer") === "datum" ? readDays(typed, now, present) : { moments: [] };
  if ("errors" in days) Object.assign(errors, days.errors);
  if (!read.ok) return { ok: false, errors };
  const { value: form } = read;
  if (!form.themas.every((id) => themes.some((theme) => theme.id === id)))
    errors.themas = "Kies thema's uit de lijst.";
  if (form.plekkenmin > form.plekken)
    errors.plekkenmin = `Vul hooguit ${form.plekken} in: meer mensen passen er niet.`;
  const moments = "errors" in days ? [] : days.moments;
  if (present && present.taken > 0)
    Object.assign(errors, conflicts(form.plekken, moments[0] ?? null, present));
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, form, moments };
}

const first = (typed: Typed, name: string) => typed[name]?.[0] ?? "";

type Days = { moments: VisitMoment[] } | { errors: FieldErrors };

function readDays(typed: Typed, now: number, present: OfferLimits | null): Days {
  const errors: FieldErrors = {};
  const moments: VisitMoment[] = [];
  for (let row = 1; row <= (present ? 1 : MOST_DAYS); row += 1) {
    const day = {
      datum: first(typed, dayField("datum", row)),
      van: first(typed, dayField("van", row)),
      tot: first(typed, dayField("tot", row)),
    };
    if (row > 1 && !day.datum && !day.van && !day.tot) continue;
    const read = momentOf(day, now, present);
    if (read.ok && moments.some(({ startsAt }) => startsAt === read.moment.startsAt))
      errors[dayField("datum", row)] = "Kies een andere dag of tijd: deze staat er al.";
    else if (read.ok) moments.push(read.moment);
    else
      for (const [name, sentence] of Object.entries(read.errors))
        errors[dayField(name, row)] = sentence ?? "";
  }
  return Object.keys(errors).length > 0 ? { errors } : { moments };
}

function momentOf(
  typed: { datum: string; van: string; tot: string },
  now: number,
  present: OfferLimits | null,
) {
  const moment = readMoment(typed, now);
  if (moment.ok || !present?.startsAt) return moment;
  // An offer whose day has come may still be reworded: the day that stands is not refused.
  const asItStands = readMoment(typed, present.startsAt - 1);
  return asItStands.ok && asItStands.moment.startsAt === present.startsAt ? asItStands : moment;
}

function conflicts(seats: number, moment: VisitMoment | null, present: OfferLimits): FieldErrors {
  const errors: FieldErrors = {};
  if (seats < present.taken)
    errors.plekken = `Vul minstens ${present.taken} in: zoveel plekken zijn al afgesproken.`;
  const isMoved =
    (moment?.startsAt ?? null) !== present.startsAt || (moment?.endsAt ?? null) !== present.endsAt;
  if (isMoved)
    errors.wanneer = "Laat de dag staan, want er zijn al bezoeken afgesproken. Verplaats elk bezoek apart.";
  return errors;
}
