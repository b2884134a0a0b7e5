import type { RoundState } from "../../db/vocabulary.ts";
import { countOf, formatNumber } from "../ui/dutch.ts";

/** How many figures were shown of how many that could be asked for. */
export interface Kept {
  kept: number;
  offered: number;
}

/** One edition of one question, in totals. */
export interface AccountLine {
  concept: string;
  shortName: string;
  edition: number;
  organisations: number;
  releasedAt: number;
  totals: Kept;
  one: Kept;
  two: Kept;
  withheld: number;
  /** from 0 to 1; see ReleaseAccount */
  margin: number;
}

/** Why figures were withheld and what the search cost, of the round as a whole. */
export interface AccountSums {
  withheld: Record<"chance" | "unsafe" | "limit" | "solver", number>;
  walks: number;
  solves: number;
  proofs: number;
  witnesses: number;
}

/** What comparing with an earlier round added, per question. Each figure is one of one round; both rounds get it or neither. */
export interface MatchLine {
  concept: string;
  shortName: string;
  since: number;
  both: number;
  joined: number;
  left: number;
  /** figures beyond what follows from the totals, of both rounds together */
  figures: Kept;
}

/** Those of a round, with what they cost together. */
export interface MatchAccount {
  lines: readonly MatchLine[];
  cost: Pick<AccountSums, "walks" | "solves" | "proofs">;
}

export interface AccountRound {
  year: number;
  title: string;
  state: RoundState;
  items: number;
  released: number;
  /** signed late; `ready`: enough of them together to enter now */
  waiting: number;
  ready: number;
}

/** In the place of reasons and costs while questions are still added, or when chance hid next to nothing. */
export const NO_SUMS_SENTENCE =
  "Redenen en kosten staan hier pas als alle vragen cijfers hebben. Eerder zouden ze over één vraag gaan.";

export const REASON_LABELS: Record<keyof AccountSums["withheld"], string> = {
  chance: "Bij toeval verborgen: ongeveer 1 op de 10",
  unsafe: "Verborgen: samen met de rest te herleiden",
  limit: "Verborgen: de controle bereikte haar grens",
  solver: "Verborgen: de oplosser gaf geen uitsluitsel",
};

/** "1.234 van de 2.000 cijfers zijn te zien, over 14 vragen. …" */
export function accountSentence(lines: readonly AccountLine[]): string {
  const parts = lines.flatMap(({ totals, one, two }) => [totals, one, two]);
  const kept = parts.reduce((sum, part) => sum + part.kept, 0);
  const offered = parts.reduce((sum, part) => sum + part.offered, 0);
  const questions = new Set(lines.map(({ concept }) => concept)).size;
  return `${formatNumber(kept)} van de ${countOf(offered, "cijfer", "cijfers")} zijn te zien, over ${countOf(questions, "vraag", "vragen")}.`;
}

/** What is still to come: questions without figures, late answers; "" when nothing is. */
export function waitingSentence({ items, released, waiting, ready, year }: AccountRound): string {
  const lacking = items - released;
  return formatSentences([
    lacking > 0 &&
      `${countOf(lacking, "vraag heeft", "vragen hebben")} nog geen cijfers. Maak ze met: npm run vrijgeven -- ${year}.`,
    ready < 5 &&
      waiting > 0 &&
      `${countOf(waiting, "organisatie tekende", "organisaties tekenden")} later. Bij 5 komt een nieuwe versie.`,
    ready >= 5 &&
      `${ready} organisaties tekenden later: genoeg voor een nieuwe versie. Maak die met: npm run vrijgeven -- ${year}.`,
  ]);
}

/** "De vergelijking kostte 12 gezochte antwoordbladen, …" */
export const matchCostSentence = ({ cost }: MatchAccount): string =>
  `Dit kostte ${countOf(cost.walks, "gezocht antwoordblad", "gezochte antwoordbladen")} en ${countOf(cost.solves, "vraag", "vragen")} aan de oplosser. Bewezen dat het niet kan: ${formatNumber(cost.proofs)} keer.`;

/** "14 van 22" */
export const keptWords = ({ kept, offered }: Kept): string =>
  `${formatNumber(kept)} van ${formatNumber(offered)}`;

const formatSentences = (sentences: readonly (string | false)[]): string =>
  sentences.filter(Boolean).join(" ");
