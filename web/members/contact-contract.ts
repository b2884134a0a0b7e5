import * as z from "zod";
import { CONTACT_ROLES } from "../../db/vocabulary.ts";

/** Who is the contact for something. `gezien` is the revision that the form saw; 0 for nobody. */
export const contactPersonContract = z.object({
  rol: z.enum(CONTACT_ROLES, "Kies waarvoor."),
  persoon: z.string().min(1, "Kies een collega."),
  gezien: z.coerce.number().catch(0),
});

const PHONE = "Vul een telefoonnummer in, bijvoorbeeld 030 123 45 67.";

/** One's own contact data, confirmed with one button. */
export const ownContactContract = z.object({
  naam: z.string().trim().min(1, "Vul je naam in.").max(80, "Gebruik hoogstens 80 tekens."),
  telefoon: z
    .string()
    .trim()
    .refine((text) => text === "" || (/^[+\d][\d ()-]{7,24}$/.test(text) && /(\d\D*){9}/.test(text)), PHONE)
    .transform((text) => (text === "" ? null : text)),
});
