import * as z from "zod";
import { CONSENT_TIERS } from "../../db/vocabulary.ts";

export { guardFieldNames } from "./guard-fields.ts";

export const KEEP_MINE = "mijn";
export const KEEP_THEIRS = "ander";

/** What may be said of a value of the profile, beside changing it. */
export const PROFILE_HOLDS = "klopt";
export const PROFILE_SKIPPED = "overslaan";

/** The button that confirms every value of the profile on the page, and the one that only saves and goes on. */
export const CONFIRM_ALL = "klopt";
export const GO_ON = "verder";

/** Value of the button that takes over an earlier answer: this, then the concept. */
export const TAKE_OVER = "overnemen:";
/** Field with the concepts whose warnings were on the page. */
export const ODD_SEEN = "opvallend";
/** Value of `terug`: the person came from the check page and goes back there. */
export const BACK_TO_CHECK = "controle";

const id = z.string().regex(/^[0-9a-z]{20}$/, "Open de takenlijst opnieuw. Dit formulier is niet compleet.");

/**
 * The fixed part of a section's form; the answers themselves are read by the kind of each question.
 * `inzending` is a wish: the id that a first save makes.
 */
export const sectionContract = z.object({
  inzending: z.string(),
  /** id of the organisation that the form was drawn for; "" in a form that is older than this field */
  namens: z.string(),
  actie: z.string(),
  klaar: z.string(),
  terug: z.string(),
});

/** The fields of one question that go by themselves: which section it is, the address tells. */
export const autosaveContract = z.object({
  inzending: z.string(),
  namens: z.string(),
  /** id of the person for whom the page was made: somebody else may have signed in since */
  wie: z.string(),
  /** "ja": the same was sent before, and no answer came */
  opnieuw: z.string(),
});

/** To whom all confidential answers are opened. */
export const consentContract = z.object({
  inzending: z.string(),
  namens: z.string(),
  openheid: z.enum(CONSENT_TIERS, "Kies wie de antwoorden mag lezen."),
});

/** Signing names the response as it was shown: when it was made ready, and the sum of its revisions. */
export const signatureContract = z.object({
  inzending: z.string(),
  gezien: z.string().regex(/^\d{1,16}-\d{1,9}$/, "Open de controlepagina opnieuw en onderteken dan."),
});

/** What a signatory saw, in one word for the form. */
export const stampOf = (response: {
  readyAt: number | null;
  askedAt: number | null;
  stamp: number;
}): string => `${response.readyAt ?? response.askedAt ?? 0}-${response.stamp}`;

export const reopeningContract = z.object({ inzending: z.string(), nieuw: id });
