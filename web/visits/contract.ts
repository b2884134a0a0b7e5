import * as z from "zod";
import { VISIT_FORMATS } from "../../db/visit-vocabulary.ts";
import { parseDutchNumber } from "../ui/dutch.ts";
import { FORMATS } from "./labels.ts";

/** The longest texts, in characters. */
export const LONGEST = { title: 120, line: 200, text: 2000, sheet: 600, reason: 1000 } as const;
/** The largest group that a team can ask for or receive. */
export const MOST_SEATS = 200;

export const required = (sentence: string, longest: number) =>
  z.string().trim().min(1, sentence).max(longest, tooLong(longest));
export const optional = (longest: number) => z.string().trim().max(longest, tooLong(longest));
const tooLong = (longest: number) => `Maak deze tekst korter: hooguit ${longest} tekens.`;

/** A whole number of people, as Dutch people write it. */
export const people = (sentence: string) =>
  z
    .string()
    .transform((typed) => parseDutchNumber(typed) ?? Number.NaN)
    .refine((number) => Number.isInteger(number) && number >= 1 && number <= MOST_SEATS, sentence);

export const revision = z
  .string()
  .regex(/^\d{1,9}$/, "Ga terug en vernieuw de pagina.")
  .transform(Number);

export const formatSlugs: readonly string[] = VISIT_FORMATS.map((format) => FORMATS[format].slug);
const place = required("Vul in waar het bezoek is: een adres, of het woord online.", LONGEST.line);

/** A move with a day, times and a place. */
export const momentContract = z.object({
  datum: z.string(),
  van: z.string(),
  tot: z.string(),
  locatie: place,
  bericht: optional(LONGEST.reason),
  revisie: revision,
});

export const reasonContract = z.object({
  reden: required("Vul een reden in. Het andere team leest die.", LONGEST.reason),
  revisie: revision,
});

export const buttonContract = z.object({ revisie: revision });

/** The words in a form for the stands that somebody can choose for an offer. */
export const standContract = z.object({
  stand: z
    .enum(["gepubliceerd", "gepauzeerd", "ingetrokken"], "Kies wat er met het aanbod moet gebeuren.")
    .transform(
      (word) =>
        ({ gepubliceerd: "published", gepauzeerd: "paused", ingetrokken: "withdrawn" })[word] as
          | "published"
          | "paused"
          | "withdrawn",
    ),
  /** whether the other days of the series follow */
  reeks: z.string().transform((value) => value === "ja"),
  revisie: revision,
});

const WHEN_WORDS = ["overleg", "maand", "kwartaal"] as const;
export type WhenWord = (typeof WHEN_WORDS)[number];

const word = z.string().trim().max(80).catch("");
const pageNumber = z.coerce.number().int().min(1).max(1000).catch(1);

/** The filters in the address. What nobody knows is no filter, so that an old link still shows something. */
export const filterContract = z.object({
  thema: word,
  vorm: z
    .string()
    .refine((slug) => formatSlugs.includes(slug))
    .catch(""),
  provincie: word,
  wanneer: z.union([z.enum(WHEN_WORDS), z.literal("")]).catch(""),
  pagina: pageNumber,
  vragen: pageNumber,
});
export type VisitFilters = z.output<typeof filterContract>;
