import * as z from "zod";
import { TRAVEL_UNITS, VISIT_FORMATS } from "../../db/visit-vocabulary.ts";
import { parseDutchNumber } from "../ui/dutch.ts";
import { LONGEST, MOST_SEATS, optional, people, required } from "./contract.ts";
import { FORMATS, TRAVEL_UNIT_WORDS } from "./labels.ts";

/** The furthest that somebody can ask for, in minutes or kilometres. */
const FURTHEST = 600;

const limit = z
  .string()
  .transform((typed) => (typed.trim() === "" ? null : (parseDutchNumber(typed) ?? Number.NaN)))
  .refine(
    (number) => number === null || (Number.isInteger(number) && number >= 1 && number <= FURTHEST),
    `Vul een heel getal in van 1 tot en met ${FURTHEST}, of laat het leeg.`,
  );

/** What nobody chose, or a word that we do not know, is no preference. */
const wishedFormat = z
  .string()
  .transform((slug) => VISIT_FORMATS.find((each) => FORMATS[each].slug === slug) ?? null);

const unit = z
  .string()
  .transform((slug) => TRAVEL_UNITS.find((each) => TRAVEL_UNIT_WORDS[each].slug === slug) ?? "minutes");

/** A request to visit. Without `aanbod` it is an open one, for any host. */
export const requestContract = z.object({
  aanbod: z.string(),
  thema: z.string().min(1, "Kies een thema."),
  leervraag: required("Vul je leervraag in: wat wil je leren van dit bezoek?", LONGEST.text),
  meebrengen: optional(LONGEST.text),
  aantal: people(`Vul in met hoeveel mensen je komt: een heel getal van 1 tot en met ${MOST_SEATS}.`),
  periode: optional(LONGEST.line),
  vorm: wishedFormat,
  reisgrens: limit,
  reiseenheid: unit,
});
export type RequestForm = z.output<typeof requestContract>;
