import type { AnswerValue } from "../../db/schema/values.ts";
import type { AnswerSource } from "../../db/vocabulary.ts";
import { differencesBetween } from "./differences.ts";
import type { ChoiceRow, ItemRow } from "./section-view.ts";
import type { VersionAnswerRow, VersionRow } from "./version-queries.ts";

/** How an address names a version: number of the response, then of its version. */
export const nameOf = ({ sequence, version }: { sequence: number; version: number }): string =>
  `${sequence}-${version}`;

/** The questions with the answers of one version in the place of the current ones. */
export function itemsOf(
  items: readonly ItemRow[],
  answers: readonly VersionAnswerRow[],
  responseId: string,
): ItemRow[] {
  const own = new Map(
    answers.filter((row) => row.responseId === responseId).map((row) => [row.concept, row]),
  );
  return items.map((item) => {
    const row = own.get(item.concept);
    return {
      ...item,
      savedBy: row?.savedBy ?? null,
      answer: row
        ? {
            revision: 1,
            state: row.state,
            value: row.value === null ? null : (JSON.parse(row.value) as AnswerValue),
            explanation: row.explanation,
            consent: row.consent,
            source: row.source as AnswerSource,
            savedAt: row.savedAt,
          }
        : null,
    };
  });
}

/** The signed version before this one of the same response; undefined for the first. */
export const beforeOf = (all: readonly VersionRow[], one: VersionRow): VersionRow | undefined =>
  all.find(({ sequence, version }) => sequence === one.sequence && version < one.version);

/** What a version says otherwise than the one before it; null for a first version. */
export function versionDifferences(
  all: readonly VersionRow[],
  one: VersionRow,
  items: readonly ItemRow[],
  answers: readonly VersionAnswerRow[],
  choices: readonly ChoiceRow[],
  day: string,
) {
  const before = beforeOf(all, one);
  if (!before) return null;
  const previous = itemsOf(items, answers, before.id).flatMap(({ concept, answer }) =>
    answer ? [{ ...answer, concept }] : [],
  );
  return differencesBetween(itemsOf(items, answers, one.id), previous, choices, day);
}
