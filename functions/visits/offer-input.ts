import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { type OfferForm, offerContract } from "../../web/visits/contract.ts";
import { readMoment, type VisitMoment } from "../../web/visits/moment.ts";
import { parseForm, type Typed } from "../http/form.ts";

export type ReadOffer =
  | { ok: true; form: OfferForm; moment: VisitMoment | null }
  | { ok: false; errors: FieldErrors };

/** What of the offer as it stands limits a change. */
export interface OfferLimits {
  taken: number;
  startsAt: number | null;
  endsAt: number | null;
}

/**
 * Reads the form of an offer. Who has accepted visits may not take away their seats, nor move them all with
 * one change of the offer: every group must agree with its own new day.
 *
 * @param present the offer as it stands; null for a new one
 */
export function readOfferForm(
  typed: Typed,
  themes: readonly { id: string }[],
  now: number,
  present: OfferLimits | null,
): ReadOffer {
  const read = parseForm(offerContract, typed);
  const errors: FieldErrors = read.ok ? {} : { ...read.errors };
  const first = (name: string) => typed[name]?.[0] ?? "";
  const hasDay = first("wanneer") === "datum";
  const moment = hasDay ? momentOf(first, now, present) : null;
  if (moment && !moment.ok) Object.assign(errors, moment.errors);
  if (!read.ok) return { ok: false, errors };
  if (!read.value.themas.every((id) => themes.some((theme) => theme.id === id)))
    errors.themas = "Kies thema's uit de lijst.";
  const chosen = moment?.ok ? moment.moment : null;
  if (present && present.taken > 0) Object.assign(errors, conflicts(read.value.plekken, chosen, present));
  return Object.keys(errors).length > 0
    ? { ok: false, errors }
    : { ok: true, form: read.value, moment: chosen };
}

function momentOf(first: (name: string) => string, now: number, present: OfferLimits | null) {
  const typed = { datum: first("datum"), van: first("van"), tot: first("tot") };
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
