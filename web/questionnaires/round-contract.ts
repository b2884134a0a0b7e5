import * as z from "zod";
import { typedDay } from "../ui/typed-day.ts";

const dayOrNone = (sentence: string) => z.union([z.literal(""), typedDay(sentence)], sentence);

/** What may still change while a round runs. The state is the one that the form saw. */
export const roundContract = z.object({
  /** only before the first answer; "" afterwards */
  peildatum: dayOrNone("Vul de peildatum in, bijvoorbeeld 1-6-2027."),
  /** only before the round opens; "" afterwards */
  opent: dayOrNone("Vul de eerste dag in, bijvoorbeeld 1-11-2027."),
  sluit: typedDay("Vul de laatste dag in, bijvoorbeeld 15-12-2027."),
  late_antwoorden: z.enum(["ja", "nee"], "Kies of late antwoorden welkom zijn."),
  gezien: z.string().max(60),
});
export type RoundForm = z.output<typeof roundContract>;
