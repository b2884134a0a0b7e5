import * as z from "zod";
import { ACTION_OUTCOMES } from "../../../db/visit-vocabulary.ts";
import { LONGEST } from "../contract.ts";
import { OUTCOME_LABELS } from "./labels.ts";

const tooLong = (longest: number) => `Maak deze tekst korter: hooguit ${longest} tekens.`;
const text = (longest: number) => z.string().trim().max(longest, tooLong(longest));
const required = (sentence: string, longest: number) => text(longest).min(1, sentence);
const version = z
  .string()
  .regex(/^\d{1,9}$/, "Ga terug en vernieuw de pagina.")
  .transform(Number);

/** What one side writes after a visit; with an action belongs who sees to it. */
export const reflectionContract = z
  .object({
    eerste: required("Beantwoord deze vraag, al is het met één zin.", LONGEST.text),
    tweede: text(LONGEST.text),
    derde: text(LONGEST.text),
    actie: text(LONGEST.reason),
    eigenaar: z.string().trim(),
    versie: version,
  })
  .refine(({ actie, eigenaar }) => actie === "" || eigenaar !== "", {
    path: ["eigenaar"],
    message: "Kies wie deze actie oppakt.",
  });
export type ReflectionForm = z.output<typeof reflectionContract>;

const words = ACTION_OUTCOMES.map((outcome) => OUTCOME_LABELS[outcome].word);

/** What came of an action; why, unless all of it was applied. */
export const checkContract = z
  .object({
    uitkomst: z
      .string()
      .refine((word) => words.includes(word), "Kies hoe het met de actie staat.")
      .transform(
        (word) => ACTION_OUTCOMES.find((each) => OUTCOME_LABELS[each].word === word) ?? "not_applied",
      ),
    waarom: text(LONGEST.reason),
  })
  .refine(({ uitkomst, waarom }) => uitkomst === "applied" || waarom !== "", {
    path: ["waarom"],
    message: "Vertel kort waarom. Daar leren andere teams ook van.",
  });
export type CheckForm = z.output<typeof checkContract>;

export const lessonContract = z.object({
  thema: z.string().min(1, "Kies een thema."),
  titel: required("Geef de les een titel, bijvoorbeeld Begin bij de voordeur.", LONGEST.title),
  geleerd: required("Schrijf op wat je leerde.", LONGEST.text),
  tip: text(LONGEST.reason),
  versie: version,
});
export type LessonForm = z.output<typeof lessonContract>;

/** What the host wants to see changed. */
export const changeContract = z.object({
  reden: required("Vertel wat er anders moet. De gast leest dit.", LONGEST.reason),
  versie: version,
});

export const versionContract = z.object({ versie: version });

const word = z.string().trim().max(80).catch("");

/** Filters in the address of the list of lessons. */
export const lessonFilterContract = z.object({
  zoek: word,
  thema: word,
  pagina: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type LessonFilters = z.output<typeof lessonFilterContract>;
