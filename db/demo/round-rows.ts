import { codebooks, themeId } from "../registry/codebooks.ts";
import { annualQuestionnaire, itemId } from "../registry/questionnaire.ts";
import type { answers, codings, responses, rounds, sectionCompletions } from "../schema/tables.ts";
import { demoConsent } from "./openings.ts";
import { editorOf, signatoryOf } from "./people.ts";
import { type DemoResponse, referencesOf } from "./responses.ts";
import { askedOf, isAssisted } from "./signing-rows.ts";
import { dayOf, onWorkday } from "./workdays.ts";

const DAY_MS = 86_400_000;
/** The learning group coded the open answers of 2024 in January, before publishing. */
const CODED_AT = onWorkday("2025-01-20", 0, "13:00");

/** The published round of 2024, still taking late answers, and the open round of 2026. */
export function roundRows(now: Date): (typeof rounds.$inferInsert)[] {
  const inTwentyFourDays = dayOf(now.getTime() + 24 * DAY_MS);
  return [
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
      questionnaireId: annualQuestionnaire.id,
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
      itemId: itemId(concept),
      revision: 1,
      state,
      value: value ?? null,
      explanation: explanation ?? "",
      consent: demoConsent(slug, concept),
      source: isAssisted({ slug, year }) ? "assisted" : source,
      savedAt,
      savedBy: isAssisted({ slug, year }) ? "bureau" : editorOf(slug),
    })),
  );
}

export function completionRows(all: readonly DemoResponse[]): (typeof sectionCompletions.$inferInsert)[] {
  return all.flatMap(({ id, slug, sectionsDone, startedAt }) =>
    sectionsDone.map((sectionId, index) => ({
      responseId: id,
      sectionId,
      completedAt: startedAt + (index + 1) * 6 * 60_000,
      completedBy: editorOf(slug),
    })),
  );
}

/** Codings of 2024; the open answers of 2026 still wait for the learning group. */
export function codingRows(all: readonly DemoResponse[]): (typeof codings.$inferInsert)[] {
  return all
    .filter(({ year }) => year === 2024)
    .flatMap(({ id, mentions }) =>
      mentions.map(({ concept, slug }, index) => ({
        id: `${id}-${index + 1}`,
        responseId: id,
        itemId: itemId(concept),
        themeId: themeId(codebookOf(concept), slug),
        codedBy: "monitoring",
        codedAt: CODED_AT,
      })),
    );
}

/** Items without a codebook of their own are coded to the shared themes. */
function codebookOf(concept: string): string {
  return codebooks.find((codebook) => codebook.concept === concept)?.id ?? "codebook-themes";
}
