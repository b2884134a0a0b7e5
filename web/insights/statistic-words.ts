import { countOf, formatNumber, formatPercentage } from "../ui/dutch.ts";
import type { ShownMiddle } from "./shown-figure.ts";

/** "p = 0,031", "p < 0,001". */
export function chanceWords(p: number): string {
  if (p < 0.001) return "p < 0,001";
  return `p = ${formatNumber(Math.round(p * 1000) / 1000, 3)}`;
}

/** How a p was worked out. */
export type ChanceMethod = "exact" | "permutation" | "normal";
export const CHANCE_METHODS: Record<ChanceMethod, string> = {
  exact: "exact",
  permutation: "met volgordes bij toeval",
  normal: "met de normale kromme",
};

/** Pairs of numbers that were tested for a shift in one direction. */
export interface TestedPairs {
  pairs: number;
  differing: number;
  /** null when no pair differs */
  p: number | null;
  method: ChanceMethod | null;
}

/** "Van 15 paren verschillen er 12. Toets van Wilcoxon voor paren: p = 0,031 (exact)." */
export function pairsSentence({ pairs, differing, p, method }: TestedPairs): string {
  if (p === null) return "Geen van deze organisaties gaf een ander getal.";
  const how = method ? ` (${CHANCE_METHODS[method]})` : "";
  return `Van ${countOf(pairs, "paar", "paren")} ${differing === 1 ? "verschilt" : "verschillen"} er ${formatNumber(differing)}. Toets van Wilcoxon voor paren: ${chanceWords(p)}${how}.`;
}

/** How sure the middle of these numbers is, and their mean where ten or more gave one. */
export function middleSentence({ n, low, high, confidence, mean }: ShownMiddle, unit: string | null): string {
  const words = (value: number) => `${formatNumber(Math.round(value * 10) / 10)} ${unit ?? ""}`.trim();
  const sure =
    low === null || high === null || confidence === null
      ? "Voor een marge om het midden gaven te weinig organisaties een getal."
      : `Met ${formatPercentage(confidence, 0)} zekerheid ligt het midden tussen ${formatNumber(low)} en ${words(high)}.`;
  const average =
    mean === null ? "Geen gemiddelde onder 10 antwoorden." : `Het gemiddelde is ${words(mean)}.`;
  return `${sure} ${average} (n = ${formatNumber(n)})`;
}

/**
 * What it does to a margin that so many of so few could answer; "" where there is no margin.
 *
 * @param members how many could answer; null when that is not known of this group
 */
export function finiteNote({ n, low }: ShownMiddle, members: number | null): string {
  if (low === null) return "";
  const who =
    members === null
      ? "De groep is eindig"
      : `Hier gaven ${formatNumber(n)} van de ${formatNumber(members)} leden een getal`;
  return `De marge rekent met oneindig veel organisaties. ${who}, dus zij is aan de ruime kant.`;
}
