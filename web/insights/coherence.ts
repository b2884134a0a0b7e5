import { formatNumber } from "../ui/dutch.ts";
import type { ShownRound } from "./shown-figure.ts";
import { CHANCE_METHODS, type ChanceMethod, chanceWords } from "./statistic-words.ts";

/** One pair of questions, as far as it may be shown. */
export interface ShownPair {
  one: string;
  other: string;
  /** null: at least 10 */
  n: number | null;
  tau: number | null;
  p: number | null;
  corrected: number | null;
  method: ChanceMethod | null;
  strength: "none" | "weak" | "moderate" | "strong" | null;
}

export type ShownPrecision = "two_decimals" | "one_decimal" | "words" | "demonstrated" | "withheld";

export interface ShownCoherence {
  round: ShownRound;
  edition: number;
  madeAt: number;
  organisations: number;
  members: number;
  /** part of a margin that remains when so many of so many answered */
  factor: number;
  labels: Readonly<Record<string, string>>;
  facts: readonly ShownPair[];
  /** null: not for this viewer */
  scales: readonly ShownPair[] | null;
  precision: ShownPrecision;
  /** the edition that the scales are of: this one, or an earlier one when this one may show none */
  scalesEdition: number;
}

const STRENGTHS = { none: "nauwelijks", weak: "zwak", moderate: "matig", strong: "sterk" } as const;

/** Below this a p counts as shown; the association's own agreement. */
const LEVEL = 0.05;

/** "matig, zelfde kant op", "nauwelijks", "te weinig paren". */
export function strengthWords({ tau, strength }: ShownPair): string {
  if (strength === null) return "";
  if (strength === "none" || tau === null || tau === 0) return STRENGTHS[strength];
  return `${STRENGTHS[strength]}, ${tau > 0 ? "zelfde kant op" : "tegengesteld"}`;
}

/** Whether a pair is shown to go together after correction. */
const isShown = ({ corrected }: ShownPair): boolean => corrected !== null && corrected < LEVEL;

/** What the corrected p says: the number, or only whether it lies below a level. */
export function correctedWords({ corrected, p, n }: ShownPair): string {
  if (corrected === null) return n !== null && n < 10 ? "minder dan 10 paren" : "niet te bepalen";
  if (p !== null) return chanceWords(corrected);
  return corrected < 1 ? `p < ${formatNumber(corrected, 2)}` : "niet aangetoond";
}

export function tauWords({ tau }: ShownPair, precision: ShownPrecision | "three_decimals"): string {
  if (tau === null) return "";
  if (precision === "three_decimals") return formatNumber(tau, 3);
  if (precision === "two_decimals") return formatNumber(tau, 2);
  if (precision === "one_decimal") return formatNumber(tau, 1);
  return tau === 0 ? "" : tau > 0 ? "zelfde kant op" : "tegengesteld";
}

export const methodWords = ({ method }: ShownPair): string => (method ? CHANCE_METHODS[method] : "");

/** All ways in which p of these pairs was worked out, each once. */
export const methodsOf = (pairs: readonly ShownPair[]): string =>
  [...new Set(pairs.map(methodWords).filter(Boolean))].join("; ") || "niet";

/** The sentence above a matrix: how many pairs go together, and the strongest of them. */
export function coherenceSentence(
  pairs: readonly ShownPair[],
  labels: Readonly<Record<string, string>>,
): string {
  const shown = pairs.filter(isShown);
  if (pairs.length === 0) return "Er zijn nog geen paren om te vergelijken.";
  if (shown.length === 0)
    return `Van ${pairs.length} paren is bij geen enkel samenhang aangetoond. Dat bewijst niet dat die er niet is.`;
  const [first] = shown.toSorted((a, b) => Math.abs(b.tau ?? 0) - Math.abs(a.tau ?? 0));
  const name = (concept: string | undefined) => `‘${labels[concept ?? ""] ?? concept}’`;
  const lead = `${shown.length} van de ${pairs.length} paren hangen samen`;
  return `${lead}, het duidelijkst ${name(first?.one)} met ${name(first?.other)}.`;
}

/** What it does to p-values and margins that so many of so few could answer. */
export const finiteSentence = ({ factor }: ShownCoherence): string =>
  "De p-waarden doen alsof dit een steekproef is uit oneindig veel teams. Voor deze leden zijn ze dus aan de " +
  `voorzichtige kant. Een foutmarge is hier hooguit ${formatNumber(Math.round(factor * 100) / 100)} keer zo breed.`;

/** Why the scales are of an earlier edition; "" when they are not. */
export const keptSentence = ({ edition, scalesEdition }: ShownCoherence): string =>
  scalesEdition === edition
    ? ""
    : `Dit is de samenhang van versie ${scalesEdition}. Samen met een nieuwe zou zij een antwoord kunnen verraden.`;

/** What is said of a precision, so that nobody takes a gap for an oversight. */
export const PRECISION_SENTENCES: Record<ShownPrecision, string> = {
  two_decimals:
    "We tonen de samenhang in twee cijfers achter de komma. Meer zou een antwoord kunnen verraden.",
  one_decimal: "We tonen de samenhang in één cijfer achter de komma. Meer zou een antwoord kunnen verraden.",
  words: "We tonen de samenhang in woorden. Een getal zou een antwoord kunnen verraden.",
  demonstrated: "We tonen alleen of samenhang is aangetoond. Meer zou een antwoord kunnen verraden.",
  withheld: "Deze samenhang tonen we niet. Zo blijft elk antwoord vertrouwelijk.",
};
