import type { Database } from "../../db/client.ts";
import { DRAFT_CONCEPTS, type DraftConcept } from "../../db/visit-vocabulary.ts";
import { LONGEST } from "../../web/visits/contract.ts";
import type { DraftSeen } from "../../web/visits/draft-seen.ts";
import type { SessionScope } from "../http/session.ts";
import {
  type DraftAnswerRow,
  type DraftCodingRow,
  ownDraftAnswers,
  ownDraftCodings,
} from "./draft-queries.ts";
import { type KnownTheme, suggestTheme } from "./draft-theme.ts";

/** The statements for `draftsOf`. */
export const readDrafts = (db: Database, scope: SessionScope) =>
  [ownDraftAnswers(db, scope), ownDraftCodings(db, scope)] as const;

/** A draft in an address or form: "5A2.round-2026". */
const keyOf = ({ concept, roundId }: { concept: DraftConcept; roundId: string }) => `${concept}.${roundId}`;

/** Which draft a form names; null when it names none, or one of the other kind. */
export function draftKeyOf(
  key: string | undefined,
  wanted?: DraftConcept,
): { concept: DraftConcept; roundId: string } | null {
  const [, named, roundId] = /^([^.]+)\.(.{1,64})$/.exec(key ?? "") ?? [];
  const concept = DRAFT_CONCEPTS.find((each) => each === named);
  return concept && roundId && (!wanted || wanted === concept) ? { concept, roundId } : null;
}

/** The drafts of one organisation as a page shows them. Its own words go before the answer. */
export function draftsOf(
  answers: readonly DraftAnswerRow[],
  codings: readonly DraftCodingRow[],
  themes: readonly KnownTheme[],
): DraftSeen[] {
  return answers.map((row) => {
    const isEdited = row.state === "edited";
    const holdsText = row.state === null || isEdited;
    const text = ((isEdited ? row.text : row.answer) ?? "").slice(0, LONGEST.text);
    return {
      key: keyOf(row),
      concept: row.concept,
      year: row.year,
      signedAt: row.signedAt,
      state: row.state ?? "untouched",
      text: holdsText ? text : "",
      theme: holdsText ? themeOf(row, text, codings, themes) : { id: null, source: "none" },
      visitId: row.visitId,
      offerId: row.offerId,
      revision: row.revision ?? 0,
    };
  });
}

function themeOf(
  row: DraftAnswerRow,
  text: string,
  codings: readonly DraftCodingRow[],
  themes: readonly KnownTheme[],
): DraftSeen["theme"] {
  if (row.state === "edited" && row.themeId) return { id: row.themeId, source: "chosen" };
  const coded = codings.find(({ concept, roundId }) => concept === row.concept && roundId === row.roundId);
  if (coded) return { id: coded.themeId, source: "coding" };
  const suggestion = suggestTheme(text, themes);
  return suggestion
    ? { id: suggestion.themeId, source: "words", words: suggestion.words }
    : { id: null, source: "none" };
}

/** The draft with which a form of a request or an offer begins; null when there is nothing left to place. */
export function draftNamed(
  key: string | undefined,
  wanted: DraftConcept,
  answers: readonly DraftAnswerRow[],
  codings: readonly DraftCodingRow[],
  themes: readonly KnownTheme[],
): { key: string; text: string; themeId: string | null } | null {
  if (!draftKeyOf(key, wanted)) return null;
  const found = draftsOf(answers, codings, themes).find((draft) => draft.key === key);
  if (!found || found.text === "") return null;
  // Only what somebody chose is filled in: a suggestion is shown where it can be explained.
  return {
    key: found.key,
    text: found.text,
    themeId: found.theme.source === "chosen" ? found.theme.id : null,
  };
}
