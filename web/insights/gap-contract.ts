import * as z from "zod";
import { PERSPECTIVES } from "../../db/vocabulary.ts";
import { typedDay } from "../ui/typed-day.ts";
import { PERSPECTIVE_WORDS } from "./gap.ts";

const side = (message: string) =>
  z
    .string()
    .transform((word) => PERSPECTIVES.find((each) => PERSPECTIVE_WORDS[each] === word))
    .refine((found) => found !== undefined, message);

const text = (most: number, empty: string) =>
  z.string().trim().min(1, empty).max(most, `Gebruik hooguit ${most} tekens.`);

/** A local measurement from two sides. */
export const perspectivesContract = z
  .object({
    id: z.string(),
    titel: text(120, "Geef de meting een titel, bijvoorbeeld Samenwerking in de wijk 2026."),
    gemeten: typedDay("Vul in wanneer er is gemeten, bijvoorbeeld 1-10-2026."),
    bron: text(200, "Schrijf waar de aantallen vandaan komen."),
    eerste: side("Kies de eerste groep."),
    tweede: side("Kies de tweede groep."),
  })
  .check(({ value, issues }) => {
    if (value.eerste !== undefined && value.eerste === value.tweede)
      issues.push({
        code: "custom",
        path: ["tweede"],
        input: value.tweede,
        message: "Kies twee verschillende groepen.",
      });
  });

/** "2 1 11 28 12": five counts, low to high. */
const counts = z
  .string()
  .trim()
  .regex(
    /^\d{1,6}(?:[\s,;]+\d{1,6}){4}$/,
    "Typ vijf aantallen, van helemaal oneens tot helemaal eens. Bijvoorbeeld: 2 1 11 28 12.",
  )
  .transform((typed) => typed.split(/[\s,;]+/).map(Number));

/** One statement with how many of each side stood on each step. */
export const statementContract = z.object({
  begrip: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{1,20}$/, "Geef een kort begrip van letters en cijfers, bijvoorbeeld contact."),
  stelling: text(200, "Schrijf de stelling zoals zij gesteld is."),
  eerste_aantallen: counts,
  tweede_aantallen: counts,
});

/** What is taken away when it is not one statement. */
export const WHOLE_MEASUREMENT = "meting";

/** Which statement ("stelling-contact") or all of a measurement goes. */
export const removalContract = z.object({
  wat: z.string().regex(/^(meting|stelling-.{1,80})$/, "Kies wat je wilt weghalen."),
});
