import type { RoundState } from "../../db/vocabulary.ts";

/** What decides whether a round takes answers. Days are Amsterdam days, "2026-12-15". */
export interface RoundWindow {
  state: RoundState;
  opensOn: string;
  closesOn: string;
  acceptsLate: boolean;
  /** the last day of this one organisation, where the bureau gave it more time */
  extendedUntil?: string | null | undefined;
}

/**
 * Whether answers may be written on this day. The closing day itself is still open, to midnight. A round
 * that takes late answers stays open to writing after it closed and after it was published; so does every round
 * for an organisation with more time, up to and including its own last day.
 */
export function takesAnswers(round: RoundWindow, today: string): boolean {
  if (round.state === "concept" || today < round.opensOn) return false;
  if (round.extendedUntil && today <= round.extendedUntil) return true;
  return round.acceptsLate || (round.state === "open" && today <= round.closesOn);
}

/** The last day for this organisation: its own, where that is later than the one of the round. */
export const lastDayOf = ({ closesOn, extendedUntil }: Pick<RoundWindow, "closesOn" | "extendedUntil">) =>
  extendedUntil && extendedUntil > closesOn ? extendedUntil : closesOn;
