import type { ConsentTier, ProfileOutcome } from "../../db/vocabulary.ts";
import type { AnswerShape, StoredAnswer } from "../../web/members/answer-shape.ts";
import { consentOf } from "../../web/questionnaires/consent.ts";
import { guardFieldNames } from "../../web/questionnaires/contract.ts";
import type { QuestionView } from "../../web/questionnaires/question.tsx";
import type { Typed } from "../http/form.ts";
import { profileChoice } from "./profile-outcome.ts";
import type { itemsWithAnswers, profileOf } from "./section-queries.ts";
import type { KeptAnswer, SaveItem } from "./section-save.ts";

export type ItemRow = Awaited<ReturnType<typeof itemsWithAnswers>>[number];
export type ProfileRow = Awaited<ReturnType<typeof profileOf>>[number];

export interface ChoiceRow {
  list: string;
  code: string;
  label: string;
  validTo: string | null;
}

export interface EarlierRow extends StoredAnswer {
  concept: string;
  year: number;
}

/** What a section is made of, beside the round: all rows of one batch. */
export interface SectionRows {
  items: readonly ItemRow[];
  choices: readonly ChoiceRow[];
  profile: readonly ProfileRow[];
  earlier: readonly EarlierRow[];
}

/** The choices of an item on this day, plus those that its answer already holds; `validTo` is the first day without. */
export function shapeOf(item: ItemRow, choices: readonly ChoiceRow[], day: string): AnswerShape {
  const held = new Set(item.answer?.value?.choices ?? []);
  return {
    name: item.concept,
    kind: item.kind,
    display: item.display,
    label: item.wording,
    help: item.help || undefined,
    unit: item.unit,
    choices: choices
      .filter(({ list }) => list === item.choiceList)
      .filter(({ code, validTo }) => validTo === null || validTo > day || held.has(code))
      .map(({ code, label }) => ({ value: code, label })),
    allowsOther: item.allowsOther,
    allowsExplanation: item.allowsExplanation,
  };
}

/** A profile value as the answer it would be; null when the profile says nothing usable. */
const offerOf = (row: ProfileRow | undefined): StoredAnswer | null =>
  row && (row.state === "given" || row.state === "not_applicable")
    ? { state: row.state, value: row.value, explanation: "" }
    : null;

const knownOf = (row: ProfileRow | undefined) => {
  const answer = offerOf(row);
  return row && answer ? { id: row.id, answer } : null;
};

const currentProfile = (item: ItemRow, profile: readonly ProfileRow[]) =>
  item.profileField
    ? profile.find(({ field, isCurrent }) => isCurrent && field === item.profileField)
    : undefined;

/** What was done with the profile's value at an item; "untouched": nothing, by this moment; null: there was none. */
export function profileStandOf(
  item: ItemRow,
  profile: readonly ProfileRow[],
  at: number,
): ProfileOutcome | "untouched" | null {
  const row = currentProfile(item, profile);
  const isOpen = !item.answer && row !== undefined && row.saidAt <= at && offerOf(row) !== null;
  return item.outcome ?? (isOpen ? "untouched" : null);
}

const earlierOf = (item: ItemRow, earlier: readonly EarlierRow[]) =>
  earlier.find(({ concept }) => concept === item.concept);

/**
 * The questions of a section, filled in with what is stored, or else with what the profile says.
 *
 * @param usual to whom the organisation opens its answers unless it says otherwise
 */
export function questionViews(
  rows: SectionRows,
  day: string,
  usual: ConsentTier | null = null,
): QuestionView[] {
  return rows.items.map((item) => {
    const { answer } = item;
    const known = answer ? undefined : currentProfile(item, rows.profile);
    const offered = offerOf(known);
    const before = answer && answer.state !== "cleared" ? undefined : earlierOf(item, rows.earlier);
    return {
      concept: item.concept,
      stem: item.stem,
      shortName: item.shortName,
      definition: item.definition,
      purpose: item.purpose,
      use: item.use,
      audience: item.audience,
      consent: consentOf(item, answer ? answer.consent : usual),
      shape: shapeOf(item, rows.choices, day),
      revision: answer?.revision ?? 0,
      current: answer ?? offered,
      outcome: item.outcome,
      profile:
        known && offered ? { id: known.id, referenceOn: known.referenceOn, saidBy: known.saidBy } : null,
      earlier: before && !offered ? { year: before.year, answer: before } : null,
      saved: answer
        ? { at: answer.savedAt, by: item.savedBy, isAssisted: answer.source === "assisted" }
        : null,
    };
  });
}

/** The same questions for a save: what is stored now beside what the form was drawn from. */
export function saveItems(
  rows: SectionRows,
  typed: Typed,
  seen: readonly (KeptAnswer & { concept: string })[],
  day: string,
): SaveItem[] {
  return rows.items.map((item) => {
    const { concept, answer } = item;
    const names = guardFieldNames(concept);
    const offeredId = typed[names.profile]?.[0];
    const offeredRow = rows.profile.find(({ id, field }) => id === offeredId && field === item.profileField);
    const offered = offerOf(offeredRow);
    const isUnchanged = answer && String(answer.revision) === typed[names.revision]?.[0];
    return {
      id: item.id,
      concept,
      kind: item.kind,
      audience: item.audience,
      choices: shapeOf(item, rows.choices, day).choices,
      allowsOther: item.allowsOther,
      allowsExplanation: item.allowsExplanation,
      profileField: item.profileField,
      current: answer,
      seen: isUnchanged ? answer : seen.find((row) => row.concept === concept),
      offered,
      profile: {
        known: knownOf(offered ? offeredRow : currentProfile(item, rows.profile)),
        outcome: item.outcome,
        choice: profileChoice(typed, concept),
      },
      earlier: earlierOf(item, rows.earlier) ?? null,
    };
  });
}

/** The pairs of concept and revision that a form was drawn from. */
export function seenRevisions(typed: Typed): { concept: string; revision: number }[] {
  const suffix = guardFieldNames("").revision;
  return Object.entries(typed).flatMap(([name, [value = ""]]) =>
    name.endsWith(suffix) && /^[1-9]\d{0,8}$/.test(value)
      ? [{ concept: name.slice(0, -suffix.length), revision: Number(value) }]
      : [],
  );
}

/** The profile values that a form was filled in with. */
export function seenProfileIds(typed: Typed): string[] {
  const suffix = guardFieldNames("").profile;
  return Object.entries(typed).flatMap(([name, [value = ""]]) => (name.endsWith(suffix) ? [value] : []));
}
