import type { Audience, ResponseState, RoundState } from "../../db/vocabulary.ts";
import type { BadgeKind } from "../ui/badge.tsx";
import type { TaskStatus } from "../ui/task-list.tsx";

/** Who reads an answer, in one sentence at the question. */
export const AUDIENCE_LABELS: Record<Audience, string> = {
  members: "Leden zien dit antwoord.",
  confidential: "Alleen geteld, nooit herleidbaar.",
};

export const ROUND_STATE_LABELS: Record<RoundState, string> = {
  concept: "In voorbereiding",
  open: "Open",
  closed: "Gesloten",
  published: "Gepubliceerd",
};

/** How far the organisation is; null: nobody saved anything yet. */
const RESPONSE_STATE_LABELS: Record<ResponseState, { label: string; kind: BadgeKind }> = {
  in_progress: { label: "Bezig", kind: "ochre" },
  ready: { label: "Klaar, nog niet ingediend", kind: "brick" },
  signed: { label: "Ingediend", kind: "green" },
  superseded: { label: "Vervangen door een nieuwe versie", kind: "neutral" },
};

const NOT_BEGUN = { label: "Niet begonnen", kind: "blue" } as const;

export const badgeOf = (state: ResponseState | null) => (state ? RESPONSE_STATE_LABELS[state] : NOT_BEGUN);

/** State of one section on the task list. */
export function sectionStatus(section: { answered: number; isComplete: boolean }): TaskStatus {
  if (section.isComplete) return "Klaar";
  return section.answered > 0 ? "Bezig" : "Niet begonnen";
}

/** "Aantal locaties" → "aantal locaties", but "FTE" and "CAO" stay capitals. */
export const lowered = (name: string): string =>
  /^[A-ZÀ-Þ][a-zß-ÿ]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
