import * as z from "zod";
import { typedDay } from "../ui/typed-day.ts";

/** What may still change while a round runs. The state is the one that the form saw. */
export const roundContract = z.object({
  sluit: typedDay("Vul de laatste dag in, bijvoorbeeld 15-12-2027."),
  late_antwoorden: z.enum(["ja", "nee"], "Kies of late antwoorden welkom zijn."),
  gezien: z.string().max(60),
});
export type RoundForm = z.output<typeof roundContract>;
