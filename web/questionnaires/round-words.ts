import type { RoundState } from "../../db/vocabulary.ts";
import { daysUntil, formatDate, formatDay, formatDaysUntil } from "../ui/dutch.ts";

/** A round as pages know it. Days are "2026-12-15". */
export interface RoundView {
  year: number;
  questionnaireId: string;
  title: string;
  state: RoundState;
  referenceOn: string;
  closesOn: string;
  acceptsLate: boolean;
  publishedOn: string | null;
  /** the last day of this organisation, where it has more time than the others */
  extendedUntil?: string | null;
  /** whether answers may be written today */
  takesAnswers: boolean;
}

/** "Sluit op dinsdag 15 december 2026, over 24 dagen." or what holds after that. */
export function closingWords(round: RoundView, now: number): string {
  const { extendedUntil } = round;
  if (extendedUntil && extendedUntil > round.closesOn && daysUntil(extendedUntil, now) >= 0)
    return `Jullie hebben uitstel tot en met ${formatDate(extendedUntil)}, ${formatDaysUntil(extendedUntil, now)}.`;
  if (round.state === "open" && round.takesAnswers && daysUntil(round.closesOn, now) >= 0)
    return `Sluit op ${formatDate(round.closesOn)}, ${formatDaysUntil(round.closesOn, now)}.`;
  // The bureau may close a round before its last day; then that day says nothing.
  const isEarly = round.state !== "open" && daysUntil(round.closesOn, now) >= 0;
  const closed = isEarly ? "Gesloten door het bureau." : `Gesloten op ${formatDay(round.closesOn)}.`;
  const published = round.publishedOn ? ` Gepubliceerd op ${formatDay(round.publishedOn)}.` : "";
  const late = round.takesAnswers ? " Late antwoorden tellen mee in de volgende versie van het rapport." : "";
  return `${closed}${published}${late}`;
}
