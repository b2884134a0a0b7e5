import type { AnswerState, PlausibilityRule } from "../../db/vocabulary.ts";
import type { Explanation, TalkView } from "../../web/questionnaires/question-notes.tsx";
import type { WarningView } from "../../web/questionnaires/question-warning.tsx";
import { oddWords } from "../../web/questionnaires/warning-words.ts";
import type { BesideRow } from "./beside-queries.ts";
import { type JudgedItem, odditiesIn } from "./plausibility.ts";
import type { Change } from "./section-save.ts";
import type { EarlierRow, ItemRow, ProfileRow } from "./section-view.ts";

interface StoredReason {
  rule: PlausibilityRule;
  revision: number;
  text: string;
  at: number;
  by: string | null;
}

/** Everything that the warnings of some questions depend on. */
export interface WarnedRows {
  items: readonly ItemRow[];
  earlier: readonly EarlierRow[];
  profile: readonly ProfileRow[];
  beside: readonly BesideRow[];
}

/** The rules that apply to the stored answers, by question. */
export function odditiesOf({ items, earlier, profile, beside }: WarnedRows) {
  return odditiesIn(
    items.map((item): JudgedItem => {
      const { concept, profileField, answer } = item;
      const last = earlier.find((row) => row.concept === concept);
      const known = profile.find((row) => row.isCurrent && row.field === profileField);
      return {
        concept,
        profileField,
        answer,
        before: last
          ? { year: last.year, said: last }
          : known
            ? { year: null, said: { state: known.state satisfies AnswerState, value: known.value } }
            : null,
        inhabitants: beside.find((row) => row.concept === concept)?.inhabitants ?? null,
      };
    }),
  );
}

/** The warnings about stored answers, each with the reason for this very answer, if there is one. */
export function warningsOf(rows: WarnedRows): WarningView[] {
  return odditiesOf(rows).flatMap((odd): WarningView[] => {
    const item = rows.items.find(({ concept }) => concept === odd.concept);
    if (!item) return [];
    const found = rows.beside.find(({ concept }) => concept === odd.concept);
    const reasons = JSON.parse(found?.reasons ?? "[]") as StoredReason[];
    const reason = reasons.find(
      ({ rule, revision }) => rule === odd.rule && revision === item.answer?.revision,
    );
    return [
      {
        concept: item.concept,
        shortName: item.shortName,
        position: item.sectionPosition,
        sentence: oddWords(odd, item.unit),
        reason: reason ?? null,
      },
    ];
  });
}

/**
 * The first question that looks odd once these changes are stored, has no reason, and whose warning was not on
 * the page: who saves is shown it once, and is not kept from going on after that.
 */
export function unseenOddity(
  rows: WarnedRows,
  changes: readonly Pick<Change, "itemId" | "state" | "value">[],
  seen: string,
): string | undefined {
  const items = rows.items.map((item) => {
    const change = changes.find(({ itemId }) => itemId === item.id);
    if (!change || !item.answer) return change ? { ...item, answer: { ...UNREAD, ...change } } : item;
    return { ...item, answer: { ...item.answer, ...change, revision: item.answer.revision + 1 } };
  });
  const shown = seen.split(" ");
  return warningsOf({ ...rows, items }).find(
    ({ concept, reason }) => reason === null && !shown.includes(concept),
  )?.concept;
}

/** What stands around an answer that is stored for the first time. */
const UNREAD = { revision: 1, explanation: "", consent: null, source: "typed", savedAt: 0 } as const;

/** What colleagues and the learning group said at a question; `mayAsk`: whether the round still takes questions. */
export function talkOf(row: BesideRow | undefined, year: number, mayAsk: boolean): TalkView {
  const { openNotes = 0, notes = 0, ownQueries = 0 } = row ?? {};
  const explanations = JSON.parse(row?.explanations ?? "[]") as Explanation[];
  return { year, mayAsk, openNotes, notes, ownQueries, explanations };
}
