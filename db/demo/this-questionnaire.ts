import { annualQuestionnaire } from "../registry/questionnaire.ts";
import type { RegistryItem } from "../registry/questionnaire-shape.ts";
import type { items, questionnaireRevisions, questionnaires, sections } from "../schema/tables.ts";
import { onWorkday } from "./workdays.ts";

/**
 * What the open round asks: a copy of the questions of 2024, so that they can still change while members answer.
 * The published round holds its own fast.
 */
const ID = "vragenlijst-2026";

/** Members asked about it in the first week; then the learning group made the help longer. */
const LATER_HELP = {
  "3C2": "Tel uitzendkrachten mee als ze langer dan drie maanden blijven. Stagiairs tellen niet mee.",
} as const;

export const THIS_QUESTIONNAIRE = ID;
export const thisItemId = (concept: string): string => `item-2026-${concept.toLowerCase()}`;
export const thisSectionId = (section: string): string => `${section}-2026`;

export const thisQuestionnaireRows: (typeof questionnaires.$inferInsert)[] = [
  {
    id: ID,
    title: "Hoe werken onze wijkteams? Tweede ronde",
    createdAt: onWorkday("2026-08-31", 0, "10:30"),
    basedOnId: annualQuestionnaire.id,
    revision: 2,
  },
];

export const thisSectionRows = (): (typeof sections.$inferInsert)[] =>
  annualQuestionnaire.sections.map(({ id, title, intro, minutes }, at) => ({
    id: thisSectionId(id),
    questionnaireId: ID,
    position: at + 1,
    ...{ title, intro, minutes },
  }));

const later = ({ concept, help }: RegistryItem): { help?: string } =>
  concept in LATER_HELP ? { help: `${help} ${LATER_HELP[concept as keyof typeof LATER_HELP]}` } : {};

export const thisItemRows = (): (typeof items.$inferInsert)[] =>
  annualQuestionnaire.sections.flatMap((section) =>
    section.items.map((item, at) => ({
      ...item,
      ...later(item),
      id: thisItemId(item.concept),
      sectionId: thisSectionId(section.id),
      questionnaireId: ID,
      position: at + 1,
    })),
  );

/** The change in the open round, with the reason that it asked for. */
export const thisRevisionRows: (typeof questionnaireRevisions.$inferInsert)[] = annualQuestionnaire.sections
  .flatMap((section) => section.items)
  .filter(({ concept }) => concept in LATER_HELP)
  .map((item) => ({
    questionnaireId: ID,
    revision: 2,
    formId: "demo-vraag-3c2",
    token: "demo-vraag-3c2",
    subjectId: thisItemId(item.concept),
    before: { uitleg: item.help },
    after: { uitleg: later(item).help },
    reason: "Een lid vroeg of stagiairs en uitzendkrachten meetellen.",
    changedAt: onWorkday("2026-11-02", 4, "10:20"),
    changedBy: "monitoring",
  }));
