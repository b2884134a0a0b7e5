import { BOARD_STATES, type BoardState } from "../../db/vocabulary.ts";
import { formatList } from "../ui/dutch.ts";

export { BOARD_STATES, type BoardState };

/** Members on one page of the board. */
export const BOARD_PAGE_SIZE = 60;

export const BOARD_STATE_LABELS: Record<BoardState, string> = {
  not_begun: "Niet begonnen",
  in_progress: "Bezig",
  ready: "Klaar, nog niet ingediend",
  signed: "Ondertekend",
};

/** The word for a state in the address: `?stand=bezig`. */
export const BOARD_STATE_WORDS: Record<BoardState, string> = {
  not_begun: "niet-begonnen",
  in_progress: "bezig",
  ready: "klaar",
  signed: "ondertekend",
};

/** One member on the response board: that it answers, never what. */
export interface BoardLine {
  name: string;
  slug: string;
  state: BoardState;
  lastAt: number | null;
  signedAt: number | null;
  /** the first time; it stays when a new version is signed */
  firstSignedAt: number | null;
  /** signed for the first time after the closing day */
  isLate: boolean;
  /** signed before, and a new version is open now */
  isReopened: boolean;
  responses: number;
}

/** What is special about a line, in words: "te laat, 2 inzendingen". */
export function remarksOn({ isLate, isReopened, responses }: BoardLine): string {
  return [
    isLate ? "na de sluitdatum" : "",
    isReopened ? "wordt bijgewerkt" : "",
    responses > 1 ? `${responses} inzendingen` : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** How many members are in each state, and how many answered more than once. */
export type BoardCounts = Record<BoardState, number> & { twice: number };

export function countsOf(lines: readonly BoardLine[]): BoardCounts {
  const counts = { not_begun: 0, in_progress: 0, ready: 0, signed: 0, twice: 0 };
  for (const line of lines) {
    counts[line.state] += 1;
    if (line.responses > 1) counts.twice += 1;
  }
  return counts;
}

/** All members of the round. */
export const membersIn = (counts: BoardCounts): number =>
  BOARD_STATES.reduce((sum, state) => sum + counts[state], 0);

/** "46 van de 55 leden hebben ondertekend. 3 zijn bezig, 2 zijn klaar en 4 zijn niet begonnen." */
export function boardSentence(counts: BoardCounts): string {
  const { signed, in_progress, ready, not_begun, twice } = counts;
  const are = (count: number, words: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? "is" : "zijn"} ${words}`];
  const rest = [...are(ready, "klaar"), ...are(in_progress, "bezig"), ...are(not_begun, "niet begonnen")];
  const lead = `${signed} van de ${membersIn(counts)} leden ${signed === 1 ? "heeft" : "hebben"} ondertekend.`;
  return [
    lead,
    rest.length > 0 ? `${formatList(rest)}.` : "",
    twice === 1
      ? "1 lid antwoordde meer dan één keer."
      : twice > 1
        ? `${twice} leden antwoordden meer dan één keer.`
        : "",
  ]
    .filter(Boolean)
    .join(" ");
}
