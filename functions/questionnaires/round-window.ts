import type { RoundState } from "../../db/vocabulary.ts";

/** What decides whether a round takes answers. Days are Amsterdam days, "2026-12-15". */
export interface RoundWindow {
  state: RoundState;
  opensOn: string;
  closesOn: string;
  acceptsLate: boolean;
}

/**
 * Whether answers may be written on this day. The closing day itself is still open, to midnight. A round
 * that takes late answers stays open to writing after it closed and after it was published.
 */
export function takesAnswers(round: RoundWindow, today: string): boolean {
  if (round.state === "concept" || today < round.opensOn) return false;
  return round.acceptsLate || (round.state === "open" && today <= round.closesOn);
}
