import * as z from "zod";
import { AUDIENCES, COMPARABILITIES, ITEM_DISPLAYS, ITEM_KINDS } from "../../db/vocabulary.ts";

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Maak deze tekst korter: hooguit ${most.toLocaleString("nl-NL")} tekens.`);
const needed = (most: number, sentence: string) => text(most).min(1, sentence);
const ticked = z.string().transform((value) => value === "ja");

/** The id of the form and the revision of the questionnaire that it was drawn from. */
const guard = { id: z.string(), versie: z.string() };

/** Longest reason for a change; asked for once organisations have answered. */
export const REASON_LENGTH = 500;
const reason = { reden: text(REASON_LENGTH) };

/** One question of a questionnaire; what its kind asks besides is checked by `readItem`. */
export const itemContract = z.object({
  ...guard,
  ...reason,
  sectie: needed(60, "Kies een sectie."),
  code: z.string().trim().toUpperCase(),
  begin: text(300),
  vraag: needed(500, "Vul de vraag in."),
  naam: needed(60, "Vul een korte naam in, bijvoorbeeld Aantal locaties."),
  uitleg: text(500),
  definitie: text(1000),
  soort: z.enum(ITEM_KINDS, "Kies een soort vraag."),
  lijst: z.string(),
  weergave: z.enum(ITEM_DISPLAYS, "Kies hoe de vraag eruitziet."),
  eenheid: text(30),
  klassen: text(200),
  anders: ticked,
  toelichting: ticked,
  doel: needed(500, "Vul in waarom je dit vraagt. Zonder doel kan de vraag niet bestaan."),
  gebruik: needed(500, "Vul in wat er met het antwoord gebeurt."),
  lezers: z.enum(AUDIENCES, "Kies wie het antwoord ziet."),
  vergelijking: z.union([z.enum(COMPARABILITIES), z.literal("")]),
  uit: text(100),
});
export type ItemForm = z.output<typeof itemContract>;

/** One section. */
export const sectionContract = z.object({
  ...guard,
  ...reason,
  titel: needed(100, "Vul een titel in, bijvoorbeeld Locaties."),
  inleiding: text(500),
  minuten: z
    .string()
    .trim()
    .regex(/^[1-9]\d?$/, "Vul een aantal hele minuten in, van 1 tot en met 99.")
    .transform(Number),
});

/** The questionnaire itself. */
export const titleContract = z.object({ ...guard, titel: needed(150, "Vul een titel in.") });

/** A new questionnaire: a copy of an earlier one, or empty. */
export const newQuestionnaireContract = z.object({
  id: z.string(),
  titel: needed(150, "Vul een titel in, bijvoorbeeld Hoe werken onze wijkteams? 2027."),
  bron: needed(100, "Kies een vragenlijst om te kopiëren, of begin leeg."),
});
/** Value of `bron` for a questionnaire without questions. */
export const EMPTY = "leeg";

/** When a question or section is asked: one condition more, or one less. */
export const conditionContract = z.object({
  ...guard,
  ...reason,
  /** concept of the question that it waits for */
  bij: z.string(),
  keuzes: z.array(z.string()),
  hoe: z.enum(["wel", "niet"], "Kies of het om deze antwoorden gaat, of juist om andere."),
});

/** A list of choices, one a line. */
export const listContract = z.object({
  id: z.string(),
  gezien: z.string(),
  titel: needed(80, "Vul een naam voor de lijst in."),
  keuzes: needed(4000, "Vul de keuzes in, elke keuze op een eigen regel."),
});
