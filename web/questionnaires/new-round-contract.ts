import * as z from "zod";
import { typedDay } from "../ui/typed-day.ts";

const YEAR = "Vul een jaar in, bijvoorbeeld 2027.";

export const YEAR_TAKEN = "Van dit jaar is er al een ronde. Kies een ander jaar.";

export const QUESTIONNAIRE_NEEDED = "Kies de vragenlijst van deze ronde.";

export const newRoundContract = z
  .object({
    id: z.string(),
    vragenlijst: z.string().min(1, QUESTIONNAIRE_NEEDED),
    jaar: z
      .string()
      .trim()
      .regex(/^20\d\d$/, YEAR)
      .transform(Number),
    peildatum: typedDay("Vul de peildatum in, bijvoorbeeld 1-6-2027."),
    opent: typedDay("Vul de dag in waarop de ronde opengaat, bijvoorbeeld 1-11-2027."),
    sluit: typedDay("Vul de laatste dag in, bijvoorbeeld 15-12-2027."),
    late_antwoorden: z.enum(["ja", "nee"], "Kies of late antwoorden welkom zijn."),
  })
  .check(({ value, issues }) => {
    if (value.sluit < value.opent)
      issues.push({
        code: "custom",
        path: ["sluit"],
        input: value.sluit,
        message: "Kies een sluitdatum op of na de dag waarop de ronde opengaat.",
      });
  });
export type NewRoundForm = z.output<typeof newRoundContract>;
