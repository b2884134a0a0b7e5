import * as z from "zod";
import { typedDay } from "../ui/typed-day.ts";

export const MOST_PURPOSE = 500;
export const MOST_RECIPIENTS = 300;
const LONGEST_DAYS = 366;

const laterBy = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The last day that a statement of today can have. */
export const lastDayFrom = (today: string): string => laterBy(today, LONGEST_DAYS);

/** What somebody promises who takes separate answers away. @param today "2026-12-01" */
export const useStatement = (today: string) =>
  z.object({
    verklaring: z.string(),
    doel: z
      .string()
      .trim()
      .min(10, "Schrijf in minstens 10 tekens waarvoor je de antwoorden gebruikt.")
      .max(MOST_PURPOSE, `Maak het doel korter dan ${MOST_PURPOSE} tekens.`),
    voor: z
      .string()
      .trim()
      .min(3, "Schrijf wie de antwoorden te zien krijgt, ook als je dat alleen zelf bent.")
      .max(MOST_RECIPIENTS, `Maak dit korter dan ${MOST_RECIPIENTS} tekens.`),
    tot: typedDay("Vul de laatste dag in, bijvoorbeeld 1-3-2027.").pipe(
      z
        .string()
        .refine((day) => day >= today, "Kies een dag vanaf vandaag.")
        .refine((day) => day <= lastDayFrom(today), "Kies een dag binnen een jaar."),
    ),
    akkoord: z.literal("ja", "Vink aan dat je je aan de afspraken houdt."),
  });
