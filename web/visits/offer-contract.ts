import * as z from "zod";
import { OFFER_LANGUAGES, VISIT_FORMATS } from "../../db/visit-vocabulary.ts";
import { parseDutchNumber } from "../ui/dutch.ts";
import { formatSlugs, LONGEST, MOST_SEATS, optional, people, required, revision } from "./contract.ts";
import { FORMATS, LANGUAGES } from "./labels.ts";

const format = z
  .string()
  .refine((slug) => formatSlugs.includes(slug), "Kies de vorm van het bezoek.")
  .transform((slug) => VISIT_FORMATS.find((each) => FORMATS[each].slug === slug) ?? "team_visit");

/** Nothing typed means that one visitor is enough. */
const fewest = z
  .string()
  .transform((typed) => (typed.trim() === "" ? 1 : (parseDutchNumber(typed) ?? Number.NaN)))
  .refine(
    (number) => Number.isInteger(number) && number >= 1 && number <= MOST_SEATS,
    `Vul in bij hoeveel mensen het doorgaat: een heel getal van 1 tot en met ${MOST_SEATS}.`,
  );

/** A form from before the question on language means Dutch. */
const language = z
  .string()
  .refine((slug) => slug === "" || OFFER_LANGUAGES.some((each) => LANGUAGES[each].slug === slug), {
    message: "Kies in welke taal je ontvangt.",
  })
  .transform((slug) => OFFER_LANGUAGES.find((each) => LANGUAGES[each].slug === slug) ?? "dutch");

const closing = z
  .string()
  .transform((typed) => (typed.trim() === "" ? null : (parseDutchNumber(typed) ?? Number.NaN)))
  .refine(
    (days) => days === null || (Number.isInteger(days) && days >= 1 && days <= 90),
    "Vul een heel aantal dagen in van 1 tot en met 90, of laat het leeg.",
  );

const ticked = z.string().transform((value) => value === "ja");

/** The offer of a host. With `wanneer` "overleg" the fields of the days are not read. */
export const offerContract = z.object({
  themas: z.array(z.string()).min(1, "Kies minstens één thema.").max(20, "Kies hooguit 20 thema's."),
  vorm: format,
  titel: required("Vul een titel in, bijvoorbeeld Een dag mee met ons team.", LONGEST.title),
  watjeziet: required("Vertel wat bezoekers te zien krijgen.", LONGEST.text),
  voorwie: required("Vul in voor wie dit bezoek is, bijvoorbeeld teamleiders.", LONGEST.line),
  plekkenmin: fewest,
  plekken: people(`Vul in hoeveel mensen je kunt ontvangen: een heel getal van 1 tot en met ${MOST_SEATS}.`),
  taal: language,
  wanneer: z.enum(["overleg", "datum"], "Kies of de dag vaststaat of in overleg gaat."),
  /** whether the host answers each request; else places go in order of arrival */
  toelating: z.string().transform((value) => value !== "volgorde"),
  /** until how many days before the day people may ask; null until the day itself */
  sluitdagen: closing,
  locatie: required("Vul in waar het bezoek is: een adres, of het woord online.", LONGEST.line),
  praktisch: optional(LONGEST.text),
  toegang: optional(LONGEST.sheet),
  parkeren: optional(LONGEST.sheet),
  eten: optional(LONGEST.sheet),
  veiligheid: optional(LONGEST.sheet),
  fotos: optional(LONGEST.sheet),
  openbaar: ticked,
  /** whether a change of the words counts for the other days as well */
  reeks: ticked,
  revisie: revision,
});
export type OfferForm = z.output<typeof offerContract>;
