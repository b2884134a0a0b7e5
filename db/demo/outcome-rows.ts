import { annualQuestionnaire } from "../registry/questionnaire.ts";
import type { profileOutcomes } from "../schema/tables.ts";
import { editorOf } from "./people.ts";
import type { DemoResponse } from "./responses.ts";
import { thisItemId } from "./this-questionnaire.ts";

const profileItems = annualQuestionnaire.sections.flatMap(({ id, items }) =>
  items.flatMap(({ concept, profileField }) =>
    profileField ? [{ section: id, concept, profileField }] : [],
  ),
);

/** What the organisations did in 2026 with what their profiles still held of 2024. */
export function outcomeRows(all: readonly DemoResponse[]): (typeof profileOutcomes.$inferInsert)[] {
  const before = new Set(
    all
      .filter(({ year, sequence }) => year === 2024 && sequence === 1)
      .flatMap(({ slug, answers }) => answers.map(({ concept }) => `${slug} ${concept}`)),
  );
  return all
    .filter(({ year }) => year === 2026)
    .flatMap(({ id, slug, answers, sectionsDone, startedAt }) =>
      profileItems
        .filter(({ concept }) => before.has(`${slug} ${concept}`))
        .flatMap(({ section, concept, profileField }) => {
          const answer = answers.find((each) => each.concept === concept);
          // A section that is done without an answer to it: somebody passed over what the profile said.
          if (!answer && !sectionsDone.includes(section)) return [];
          return {
            responseId: id,
            itemId: thisItemId(concept),
            outcome: answer ? (answer.source === "profile" ? "confirmed" : "changed") : "skipped",
            profileValueId: `${slug}-${profileField}-2024`,
            saidAt: answer?.savedAt ?? startedAt,
            saidBy: editorOf(slug),
          } as const;
        }),
    );
}
