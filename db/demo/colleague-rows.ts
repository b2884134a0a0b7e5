import type { answerReasons, questionNotes, questionQueries, sectionAssignments } from "../schema/tables.ts";
import type { PlausibilityRule } from "../vocabulary.ts";
import { EEKHOORNBOS, LINDESTAD, WATERRAND } from "./association.ts";
import { editorOf, hostOf } from "./people.ts";
import type { DemoResponse, OUTGROWN } from "./responses.ts";
import { thisItemId, thisSectionId } from "./this-questionnaire.ts";
import { dayOf, onWorkday } from "./workdays.ts";

const ROUND = "round-2026";
const WEEK_MS = 7 * 86_400_000;

/** In the open round the editor of Lindestad shares the work: one section is on its way, one was reminded of. */
export function assignmentRows(now: Date): (typeof sectionAssignments.$inferInsert)[] {
  const ours = { roundId: ROUND, memberId: LINDESTAD, assignedBy: editorOf(LINDESTAD) };
  return [
    {
      ...ours,
      sectionId: thisSectionId("vorm-en-capaciteit"),
      personId: "professional",
      assignedAt: onWorkday("2026-11-02", 8, "11:20"),
      message: "Jij hebt de formatie van het najaar. De rest van deel 3 doe ik zelf.",
      dueOn: dayOf(now.getTime() + WEEK_MS),
    },
    {
      ...ours,
      sectionId: thisSectionId("themas-en-visite"),
      personId: hostOf(LINDESTAD),
      assignedAt: onWorkday("2026-11-02", 9, "09:05"),
      message: "Bij wie zou jij op bezoek willen?",
      dueOn: null,
      remindedAt: onWorkday("2026-11-02", 16, "09:30"),
    },
  ];
}

/** What the colleagues of Lindestad write to each other. */
export function noteRows(): (typeof questionNotes.$inferInsert)[] {
  const note = (
    id: string,
    concept: string,
    personId: string,
    days: number,
    text: string,
  ): typeof questionNotes.$inferInsert => ({
    id,
    roundId: ROUND,
    memberId: LINDESTAD,
    itemId: thisItemId(concept),
    personId,
    text,
    createdAt: onWorkday("2026-11-02", days, "13:40"),
  });
  return [
    note(
      "notitie-1",
      "3C2",
      editorOf(LINDESTAD),
      8,
      "Tel jij de twee collega's die we lenen van de GGD ook mee?",
    ),
    note(
      "notitie-2",
      "3C2",
      "professional",
      9,
      "Ja, volgens de uitleg horen gedetacheerde collega's erbij. Ik vraag het aantal uren op.",
    ),
    {
      ...note("notitie-3", "3B1", editorOf(LINDESTAD), 3, "Is het inlooppunt aan de haven al open?"),
      doneAt: onWorkday("2026-11-02", 4, "10:15"),
      doneBy: "tekenaar",
    },
  ];
}

/** One question about a question waits for the learning group; two have their answer. */
export function queryRows(): (typeof questionQueries.$inferInsert)[] {
  const query = (
    id: string,
    concept: string,
    memberId: string,
    days: number,
    text: string,
  ): typeof questionQueries.$inferInsert => ({
    id,
    roundId: ROUND,
    itemId: thisItemId(concept),
    memberId,
    personId: editorOf(memberId),
    text,
    askedAt: onWorkday("2026-11-02", days, "15:10"),
    state: "open",
  });
  const answered = (days: number, answer: string, quote = "") => ({
    state: "answered" as const,
    answer,
    quote,
    answeredAt: onWorkday("2026-11-02", days, "10:00"),
    answeredBy: "monitoring",
    revision: 1,
  });
  return [
    query(
      "vraag-1",
      "3E1",
      LINDESTAD,
      9,
      "Wij hebben collega's van drie werkgevers. Kiezen we dan alle cao's, of 'Meerdere'?",
    ),
    {
      ...query("vraag-2", "3C2", WATERRAND, 3, "Horen stagiairs en uitzendkrachten bij de fte?"),
      ...answered(
        4,
        "Tel uitzendkrachten mee als ze langer dan drie maanden blijven. Stagiairs tellen niet mee.",
        "Horen stagiairs en uitzendkrachten bij de fte?",
      ),
    },
    {
      ...query(
        "vraag-3",
        "4A4",
        EEKHOORNBOS,
        5,
        "Wij werken voor vier gemeenten. Welke bedoelen jullie hier?",
      ),
      ...answered(
        7,
        "Werk je voor meer gemeenten, kies dan wat voor de meeste geldt. Het verschil kun je toelichten.",
      ),
    },
  ];
}

/** Why a number that more than doubled, or less than halved, is right all the same. */
const REASONS: Readonly<Record<keyof typeof OUTGROWN, { rule: PlausibilityRule; text: string }>> = {
  [WATERRAND]: { rule: "halved", text: "De jeugdteams zijn sinds januari een eigen organisatie." },
  "doarpsteams-de-stjelp": {
    rule: "doubled",
    text: "De gemeenten brachten hun consulenten en de jeugdteams bij ons onder.",
  },
};

export function reasonRows(all: readonly DemoResponse[]): (typeof answerReasons.$inferInsert)[] {
  return all.flatMap(({ id, year, slug, startedAt }) => {
    const reason = year === 2026 ? REASONS[slug] : undefined;
    if (!reason) return [];
    return [
      {
        responseId: id,
        itemId: thisItemId("3C2"),
        ...reason,
        revision: 1,
        personId: editorOf(slug),
        at: startedAt + 40 * 60_000,
      },
    ];
  });
}
