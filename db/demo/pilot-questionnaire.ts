import { annualQuestionnaire } from "../registry/questionnaire.ts";
import type { RegistryItem } from "../registry/questionnaire-shape.ts";
import type { items, questionnaires, sections } from "../schema/tables.ts";
import { onWorkday } from "./workdays.ts";

/**
 * Two years before the published round the demo association tried a few questions. That round never was held: it
 * is there to show how an outcome runs on from one round to the next, and its title says that it is made up.
 */
const ID = "proefronde-2022";

const SECTIONS: readonly { id: string; title: string; intro: string; concepts: readonly string[] }[] = [
  {
    id: "jullie-organisatie",
    title: "Jullie organisatie",
    intro: "Vier vragen over vorm, omvang, systemen en cao.",
    concepts: ["3C1", "3C2", "3D1", "3E1"],
  },
  {
    id: "opdracht-en-randvoorwaarden",
    title: "Opdracht en randvoorwaarden",
    intro: "Hoe ver jullie zijn en of jullie hebben wat nodig is.",
    concepts: ["4A1", "4A2", "4A3", "4B1", "4B3", "4B4"],
  },
  {
    id: "wat-tegenhoudt-en-zorgen-geeft",
    title: "Wat tegenhoudt en zorgen geeft",
    intro: "In je eigen woorden. We tellen per thema hoe vaak het genoemd is.",
    concepts: ["4C2", "5B1"],
  },
];

/** What the pilot asked in another way: other words, or another scale. */
const OTHERWISE: Readonly<Record<string, Partial<RegistryItem>>> = {
  "3D1": { wording: "Met welke systemen registreert jouw organisatie?" },
  "4A3": { wording: "samenwerken met andere organisaties?" },
  "4B4": {
    stem: "",
    wording: "Hoeveel sterren geef je leren en monitoren in jouw team?",
    choiceList: "stars",
  },
};

const annualItems = annualQuestionnaire.sections.flatMap(({ items: all }) => all);
const pilotSection = (id: string): string => `${id}-2022`;

export const pilotItemId = (concept: string): string => `item-2022-${concept.toLowerCase()}`;
export const pilotConcepts: readonly string[] = SECTIONS.flatMap(({ concepts }) => concepts);
export const pilotSections: readonly string[] = SECTIONS.map(({ id }) => pilotSection(id));

export const pilotQuestionnaireRows: (typeof questionnaires.$inferInsert)[] = [
  {
    id: ID,
    title: "Hoe werken onze wijkteams? Verzonnen proefronde",
    createdAt: onWorkday("2022-09-05", 0, "10:00"),
  },
];
export const PILOT_QUESTIONNAIRE = ID;

export function pilotSectionRows(): (typeof sections.$inferInsert)[] {
  return SECTIONS.map(({ id, title, intro }, at) => ({
    id: pilotSection(id),
    questionnaireId: ID,
    position: at + 1,
    title,
    intro,
    minutes: 6,
  }));
}

export function pilotItemRows(): (typeof items.$inferInsert)[] {
  return SECTIONS.flatMap(({ id, concepts }) =>
    concepts.map((concept, at) => ({
      ...itemOf(concept),
      id: pilotItemId(concept),
      sectionId: pilotSection(id),
      questionnaireId: ID,
      position: at + 1,
      allowsExplanation: false,
    })),
  );
}

function itemOf(concept: string): RegistryItem {
  const found = annualItems.find((item) => item.concept === concept);
  if (!found) throw new Error(`No question of 2024 has the concept ${concept}`);
  return { ...found, ...OTHERWISE[concept] };
}
