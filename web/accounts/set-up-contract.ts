import * as z from "zod";
import { emailOr } from "./contract.ts";
import { nameField } from "./person-contract.ts";

const NAME = "Vul de naam van de vereniging in.";
const PHONE = "Vul het telefoonnummer van het bureau in, bijvoorbeeld 030 123 45 67.";

export const WRONG_SET_UP_CODE = "Deze code klopt niet. Kijk in het venster waarin de server is gestart.";

export const TOO_MANY_TRIES =
  "Je probeerde het tien keer. Wacht een uur, en kopieer de code dan uit dat venster.";

export const setUpContract = z.object({
  code: z.string(),
  vereniging: z.string().trim().min(2, NAME).max(120, "Vul een naam van hoogstens 120 tekens in."),
  email: emailOr("Vul het mailadres van het bureau in, bijvoorbeeld bureau@vereniging.nl."),
  telefoon: z
    .string()
    .trim()
    .max(30, PHONE)
    .regex(/^\+?[\d\s()-]{8,}$/, PHONE),
  naam: nameField,
  eigen_email: emailOr("Vul je eigen mailadres in, bijvoorbeeld naam@vereniging.nl."),
});
