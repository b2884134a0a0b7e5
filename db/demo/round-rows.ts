import { codebooks, themeId } from "../registry/codebooks.ts";
import { annualQuestionnaire, itemId } from "../registry/questionnaire.ts";
import type { answers, codings, responses, rounds, sectionCompletions } from "../schema/tables.ts";
import { demoConsent } from "./openings.ts";
import { editorOf, signatoryOf } from "./people.ts";
import { PILOT_QUESTIONNAIRE, pilotItemId } from "./pilot-questionnaire.ts";
import { type DemoResponse, referencesOf } from "./responses.ts";
import { askedOf, isAssisted } from "./signing-rows.ts";
import { THIS_QUESTIONNAIRE, thisItemId, thisSectionId } from "./this-questionnaire.ts";
import { dayOf, onWorkday } from "./workdays.ts";

const DAY_MS = 86_400_000;
/** The learning group coded the open answers in January, before publishing. */
const CODED_AT: Readonly<Record<number, number>> = {
  2022: onWorkday("2023-03-06", 0, "13:00"),
  2024: onWorkday("2025-01-20", 0, "13:00"),
};

/** The pilot of 2022, the published round of 2024, still taking late answers, and the open round of 2026. */
export function roundRows(now: Date): (typeof rounds.$inferInsert)[] {
  const inTwentyFourDays = dayOf(now.getTime() + 24 * DAY_MS);
  return [
    {
      id: "round-2022",
      questionnaireId: PILOT_QUESTIONNAIRE,
      year: 2022,
      state: "published",
      // The division of municipalities is known from this day on; before it there are no sizes and regions.
      referenceOn: "2023-01-01",
      opensOn: "2022-11-21",
      closesOn: "2023-02-17",
      publishedOn: "2023-03-27",
    },
    {
      id: "round-2024",
      questionnaireId: annualQuestionnaire.id,
      year: 2024,
      state: "published",
      referenceOn: "2024-06-01",
      opensOn: "2024-06-03",
      closesOn: "2024-12-31",
      acceptsLate: true,
      publishedOn: "2025-01-27",
    },
    {
      id: "round-2026",
      questionnaireId: THIS_QUESTIONNAIRE,
      year: 2026,
      state: "open",
      referenceOn: "2026-06-01",
      opensOn: "2026-11-02",
      // A demo that is started later still has a round to fill in.
      closesOn: inTwentyFourDays > "2026-12-15" ? inTwentyFourDays : "2026-12-15",
    },
  ];
}

export function responseRows(all: readonly DemoResponse[]): (typeof responses.$inferInsert)[] {
  const references = referencesOf(all);
  return all.map(({ id, year, slug, sequence, state, startedAt, readyAt, signedAt }) => ({
    id,
    roundId: `round-${year}`,
    memberId: slug,
    sequence,
    state,
    startedAt,
    startedBy: editorOf(slug),
    readyAt,
    readyBy: readyAt === null ? null : editorOf(slug),
    signedAt,
    signedBy: signedAt === null ? null : signatoryOf(slug),
    reference: references.get(id) ?? null,
    ...askedOf({ state, readyAt }),
  }));
}

/** Rows of the present answers; as nothing was changed yet, also those of the first revisions. */
export function answerRows(all: readonly DemoResponse[]): (typeof answers.$inferInsert)[] {
  return all.flatMap(({ id, slug, year, answers: given }) =>
    given.map(({ concept, state, value, explanation, source, savedAt }) => ({
      responseId: id,
      itemId: itemIn(year, concept),
      revision: 1,
      state,
      value: value ?? null,
      explanation: explanation ?? "",
      consent: year === 2022 ? null : demoConsent(slug, concept),
      source: isAssisted({ slug, year }) ? "assisted" : source,
      savedAt,
      savedBy: isAssisted({ slug, year }) ? "bureau" : editorOf(slug),
    })),
  );
}

export function completionRows(all: readonly DemoResponse[]): (typeof sectionCompletions.$inferInsert)[] {
  return all.flatMap(({ id, year, slug, sectionsDone, startedAt }) =>
    sectionsDone.map((section, index) => ({
      responseId: id,
      sectionId: year === 2026 ? thisSectionId(section) : section,
      completedAt: startedAt + (index + 1) * 6 * 60_000,
      completedBy: editorOf(slug),
    })),
  );
}

/** Codings of 2022 and 2024; the open answers of 2026 still wait for the learning group. */
export function codingRows(all: readonly DemoResponse[]): (typeof codings.$inferInsert)[] {
  return all
    .filter(({ year }) => year in CODED_AT)
    .flatMap(({ id, year, mentions }) =>
      mentions.map(({ concept, slug }, index) => ({
        id: `${id}-${index + 1}`,
        responseId: id,
        itemId: itemIn(year, concept),
        themeId: themeId(codebookOf(concept), slug),
        codedBy: "monitoring",
        codedAt: CODED_AT[year] ?? 0,
      })),
    );
}

/** Every round has a questionnaire of its own; that of 2024 is the one of the registry. */
function itemIn(year: number, concept: string): string {
  if (year === 2022) return pilotItemId(concept);
  return year === 2026 ? thisItemId(concept) : itemId(concept);
}

/** Items without a codebook of their own are coded to the shared themes. */
function codebookOf(concept: string): string {
  return codebooks.find((codebook) => codebook.concept === concept)?.id ?? "codebook-themes";
}
