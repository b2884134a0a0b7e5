import * as z from "zod";
import { typedDay } from "../ui/typed-day.ts";
import { contactContract } from "./contract.ts";

const NAME = "Vul de naam van de organisatie in.";

export const NAME_TAKEN = "Er is al een lid met deze naam. Zoek dat lid op of kies een andere naam.";

export const newMemberContract = z.object({
  id: z.string(),
  naam: z
    .string()
    .trim()
    .max(120, "Vul een naam van hoogstens 120 tekens in.")
    .regex(/\p{Letter}.*[\p{Letter}\p{Number}]/u, NAME),
  lid_sinds: typedDay("Vul de dag in waarop het lidmaatschap begint, bijvoorbeeld 1-12-2026."),
  synoniemen: z.string().trim().max(200, "Maak ‘Ook bekend als’ korter: hooguit 200 tekens."),
  ...contactContract.pick({ website: true, email: true, telefoon: true }).shape,
});
