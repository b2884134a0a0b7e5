import { annualQuestionnaire } from "../registry/questionnaire.ts";
import type { RegistryItem } from "../registry/questionnaire-shape.ts";
import type {
  choiceLists,
  choices,
  items,
  questionnaireRevisions,
  questionnaires,
  sections,
} from "../schema/tables.ts";
import { THIS_QUESTIONNAIRE } from "./this-questionnaire.ts";
import { onWorkday } from "./workdays.ts";

/** The learning group is busy with the questions of 2027: a copy of the yearly ones, with a few of its own. */
const ID = "vragenlijst-2027";
const BEGUN_AT = onWorkday("2026-10-12", 0, "10:15");
const CHANGED_AT = onWorkday("2026-11-09", 0, "15:40");
const LIST = "hoe-vaak";

export const nextQuestionnaireRows: (typeof questionnaires.$inferInsert)[] = [
  {
    id: ID,
    title: "Hoe werken onze wijkteams? Vragen voor 2027",
    createdAt: BEGUN_AT,
    basedOnId: THIS_QUESTIONNAIRE,
    revision: 3,
  },
];

export const ownListRows: (typeof choiceLists.$inferInsert)[] = [
  { list: LIST, title: "Hoe vaak", createdAt: BEGUN_AT },
];

export const ownChoiceRows: (typeof choices.$inferInsert)[] = [
  "Nooit",
  "Een enkele keer",
  "Een paar keer per jaar",
  "Elke maand of vaker",
].map((label, at) => ({
  list: LIST,
  code: String(at + 1),
  label,
  position: at + 1,
  validFrom: "2026-10-12",
}));

type Extra = Omit<typeof items.$inferInsert, "id" | "sectionId" | "questionnaireId" | "position">;

/** New questions, each behind the last one of a section. */
const ADDED: Record<string, Extra[]> = {
  systemen: [
    {
      concept: "3D2",
      kind: "scale",
      display: "stars",
      wording: "Hoeveel sterren geven jullie je systemen?",
      shortName: "Oordeel over systemen",
      help: "Eén ster is slecht, vijf sterren is heel goed.",
      purpose: "Veel leden willen weten welke systemen bevallen.",
      use: "We laten zien hoe tevreden leden zijn, zonder namen.",
      choiceList: "stars",
      audience: "confidential",
    },
    {
      concept: "3D3",
      kind: "open",
      wording: "Wat werkt er niet in jullie systemen?",
      shortName: "Wat niet werkt",
      purpose: "Leveranciers horen dit liever van veel leden samen.",
      use: "De leergroep bespreekt de thema's met leveranciers.",
      audience: "confidential",
      shownIf: [{ concept: "3D2", choices: ["1", "2"] }],
    },
  ],
  randvoorwaarden: [
    {
      concept: "4B5",
      kind: "scale",
      wording: "Hoe vaak bespreken jullie deze randvoorwaarden met de gemeente?",
      shortName: "Gesprek met de gemeente",
      definition: "Een gesprek op de agenda, met een directeur of wethouder.",
      purpose: "Randvoorwaarden veranderen pas als je ze samen bespreekt.",
      use: "We leggen dit naast het oordeel over de randvoorwaarden.",
      choiceList: LIST,
      audience: "confidential",
    },
  ],
};

const NEW_WORDING = "Hoeveel vaste locaties heeft jouw organisatie?";
const NEW_DEFINITION = "Een vaste locatie is een plek waar je minstens een dag per week werkt.";

const changed = (item: RegistryItem): Partial<Extra> => {
  if (item.concept === "3B1")
    return { wording: NEW_WORDING, definition: NEW_DEFINITION, comparability: "reworded" };
  return /^4B\d$/.test(item.concept) ? { display: "grid" } : {};
};

export function nextSectionRows(): (typeof sections.$inferInsert)[] {
  return annualQuestionnaire.sections.map(({ id, title, intro, minutes }, at) => ({
    id: `${id}-2027`,
    questionnaireId: ID,
    position: at + 1,
    title,
    intro,
    minutes,
  }));
}

export function nextItemRows(): (typeof items.$inferInsert)[] {
  return annualQuestionnaire.sections.flatMap((section) => {
    const all: Extra[] = [
      ...section.items.map((item) => ({ ...item, ...changed(item) })),
      ...(ADDED[section.id] ?? []),
    ];
    return all.map((item, at) => ({
      ...item,
      id: `item-2027-${item.concept.toLowerCase()}`,
      sectionId: `${section.id}-2027`,
      questionnaireId: ID,
      position: at + 1,
    }));
  });
}

/** What was changed so far, as the page of the question tells it. */
export const nextRevisionRows: (typeof questionnaireRevisions.$inferInsert)[] = [
  {
    questionnaireId: ID,
    revision: 2,
    formId: "demo-vraag-3b1",
    token: "demo-vraag-3b1",
    subjectId: "item-2027-3b1",
    before: { vraag: "Hoeveel fysieke locaties heeft jouw organisatie?", definitie: "", vergelijking: "" },
    after: { vraag: NEW_WORDING, definitie: NEW_DEFINITION, vergelijking: "reworded" },
    changedAt: CHANGED_AT,
    changedBy: "monitoring",
  },
  {
    questionnaireId: ID,
    revision: 3,
    formId: "demo-vraag-3d3",
    token: "demo-vraag-3d3",
    subjectId: "item-2027-3d3",
    before: { voorwaarden: "" },
    after: { voorwaarden: "Alleen als je bij 'Oordeel over systemen' kiest voor '1 ster' of '2 sterren'." },
    changedAt: CHANGED_AT + 12 * 60_000,
    changedBy: "monitoring",
  },
];
