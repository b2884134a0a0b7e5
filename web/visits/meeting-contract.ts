import * as z from "zod";
import { ABSENCE_CAUSES, DATE_ANSWERS, type DateAnswer } from "../../db/visit-vocabulary.ts";
import { LONGEST } from "./contract.ts";
import { CAUSES } from "./labels.ts";

/** So many moments can lie on the table at once, and so many fit on one form. */
export const MOST_DATES = 8;
export const DATE_ROWS = 4;

/** So many messages can be written about one visit; a conversation that needs more belongs on the telephone. */
export const MOST_MESSAGES = 200;

const tooLong = (longest: number) => `Maak deze tekst korter: hooguit ${longest} tekens.`;
const revision = z
  .string()
  .regex(/^\d{1,9}$/, "Ga terug en vernieuw de pagina.")
  .transform(Number);
const optional = (longest: number) => z.string().trim().max(longest, tooLong(longest));

const causeOf = (slug: string) => ABSENCE_CAUSES.find((cause) => CAUSES[cause].slug === slug);
const CHOOSE_CAUSE = "Kies waarom het bezoek niet doorging.";

/** Why an agreed visit did not happen: one of the causes, and in words what is not among them. */
export const causeContract = z.object({
  oorzaak: z
    .string()
    .refine((slug) => causeOf(slug) !== undefined, CHOOSE_CAUSE)
    .transform((slug) => causeOf(slug) ?? "other"),
  reden: optional(LONGEST.reason),
  revisie: revision,
});

/** The choice of one proposed moment. */
export const dateChoiceContract = z.object({
  voorstel: z.string(),
  locatie: z
    .string()
    .trim()
    .min(1, "Vul in waar het bezoek is: een adres, of het woord online.")
    .max(LONGEST.line, tooLong(LONGEST.line)),
  bericht: optional(LONGEST.reason),
  revisie: revision,
});

/** A message in the conversation of a visit. */
export const messageContract = z.object({
  tekst: z.string().trim().min(1, "Schrijf eerst je bericht.").max(LONGEST.text, tooLong(LONGEST.text)),
});

/** The answers to proposed moments: the word in a form, and on the page. */
export const ANSWERS: Record<DateAnswer, { slug: string; label: string }> = {
  yes: { slug: "ja", label: "Ja" },
  maybe: { slug: "eventueel", label: "Kan eventueel" },
  no: { slug: "nee", label: "Nee" },
};

/** The answer that a word in a form stands for, or null. */
export const answerOf = (slug: string | undefined): DateAnswer | null =>
  DATE_ANSWERS.find((answer) => ANSWERS[answer].slug === slug) ?? null;
