import * as z from "zod";
import {
  AUDIENCES,
  COMPARABILITIES,
  ITEM_DISPLAYS,
  ITEM_KINDS,
  PROFILE_FIELDS,
} from "../../db/vocabulary.ts";

const text = (most: number) => z.string().max(most);
const concept = z.string().regex(/^[0-9A-Z]{2,6}$/);
const conditions = z
  .array(z.object({ concept: text(6), choices: z.array(text(60)).min(1), isNot: z.boolean().optional() }))
  .nullable();

const isUnique = (words: readonly string[]): boolean => new Set(words).size === words.length;

/**
 * A questionnaire out of a file, as the form that takes it over carries it. It went past whoever looked at it, so
 * it is held to everything again.
 */
export const carriedQuestionnaire = z
  .object({
    title: text(150).min(1),
    sections: z
      .array(
        z.object({
          title: text(100).min(1),
          intro: text(500),
          minutes: z.int().min(1).max(99),
          shownIf: conditions,
          items: z.array(
            z.object({
              concept,
              kind: z.enum(ITEM_KINDS),
              display: z.enum(ITEM_DISPLAYS),
              stem: text(300),
              wording: text(500),
              shortName: text(60),
              help: text(500),
              definition: text(1000),
              purpose: text(500),
              use: text(500),
              unit: text(30).nullable(),
              classes: z.array(z.number()).nullable(),
              choiceList: text(60).nullable(),
              allowsOther: z.boolean(),
              allowsExplanation: z.boolean(),
              profileField: z.enum(PROFILE_FIELDS).nullable(),
              audience: z.enum(AUDIENCES),
              comparability: z.enum(COMPARABILITIES).nullable(),
              origins: z.array(concept),
              shownIf: conditions,
            }),
          ),
        }),
      )
      .min(1),
    lists: z.array(
      z.object({ list: text(60), choices: z.array(z.object({ code: text(60), label: text(200) })) }),
    ),
  })
  .refine(({ sections }) => isUnique(sections.flatMap(({ items }) => items.map(({ concept }) => concept))))
  .refine(({ lists }) => isUnique(lists.map(({ list }) => list)))
  .refine(({ lists }) => lists.every(({ choices }) => isUnique(choices.map(({ code }) => code))));

export const takeOverContract = z.object({ id: z.string(), vragenlijst: z.string() });

export const FILE_FIELD = "bestand";
