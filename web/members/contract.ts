import * as z from "zod";
import { typedDay } from "../ui/typed-day.ts";

const id = z.string().regex(/^[0-9a-z]{20}$/, "Open het formulier opnieuw en probeer het nog eens.");
/** Ids of values that another round wrote are longer; none at all is "". */
const seen = z.string().max(60, "Open het formulier opnieuw en probeer het nog eens.");

/** What every form of a profile field carries, beside the value itself. */
export const profileFieldContract = (today: string) =>
  z.object({
    /** id that the new value gets */
    id,
    /** id of the value that the form showed */
    vorige: seen,
    peildatum: typedDay("Vul een datum in die bestaat, bijvoorbeeld 1-12-2026.")
      .refine((day) => day <= today, "Kies vandaag of een dag die al geweest is.")
      .refine((day) => day >= "2000-01-01", "Kies een dag na 1 januari 2000."),
  });

/** "Klopt nog": the same value, about today. */
export const confirmationContract = z.object({ id, vorige: seen });

/** "Alles klopt nog": the ids of the values that stood on the page. */
export const allConfirmedContract = z.object({ gezien: z.string().max(1200) });

const WEBSITE = "Vul een webadres in, bijvoorbeeld https://www.voorbeeld.nl.";
const EMAIL = "Vul een e-mailadres in, bijvoorbeeld info@voorbeeld.nl.";
const PHONE = "Vul een telefoonnummer in, bijvoorbeeld 030 123 45 67.";

const orNull = (text: string): string | null => (text === "" ? null : text);

/** The organisation's contact details; all may be empty. The three others are what the form showed. */
export const contactContract = z.object({
  website: z
    .string()
    .trim()
    .max(200, WEBSITE)
    .transform((text) => (text === "" || /^https?:\/\//i.test(text) ? text : `https://${text}`))
    .refine((text) => text === "" || /^https?:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/i.test(text), WEBSITE)
    .transform(orNull),
  email: z
    .string()
    .trim()
    .max(200, EMAIL)
    .refine((text) => text === "" || /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text), EMAIL)
    .transform(orNull),
  telefoon: z
    .string()
    .trim()
    .refine((text) => text === "" || (/^[+\d][\d ()-]{7,24}$/.test(text) && /(\d\D*){9}/.test(text)), PHONE)
    .transform(orNull),
  "vorige-website": z.string().transform(orNull),
  "vorige-email": z.string().transform(orNull),
  "vorige-telefoon": z.string().transform(orNull),
});
