import type { PlausibilityRule } from "../../db/vocabulary.ts";
import { formatNumber } from "../ui/dutch.ts";

/** What looks odd in an answer, with the numbers that show it. */
export interface OddityView {
  rule: PlausibilityRule;
  before?: { year: number | null; number: number };
  inhabitants?: number;
}

type Words = (odd: OddityView, unit: string) => string;

const then = ({ before }: OddityView, unit: string): string =>
  `${before?.year ? `In ${before.year} stond hier` : "In het profiel staat"} ${formatNumber(before?.number ?? 0)}${unit}.`;

const livingThere = ({ inhabitants }: OddityView): string =>
  `In jullie gebied wonen ${formatNumber(inhabitants ?? 0)} mensen.`;

const WORDS: Readonly<Record<PlausibilityRule, Words>> = {
  halved: (odd, unit) => `Dit is de helft of minder van eerder. ${then(odd, unit)}`,
  doubled: (odd, unit) => `Dit is het dubbele of meer van eerder. ${then(odd, unit)}`,
  none_beside_others: () => "Hier staat 'geen' naast een andere keuze.",
  uses_without_locations: () => "Er zijn nul locaties, maar hier staat waarvoor je ze gebruikt.",
  no_law: () => "Volgens dit antwoord voeren jullie geen enkele wet uit.",
  few_for_inhabitants: (odd) => `Dit is weinig voor jullie gebied. ${livingThere(odd)}`,
  many_for_inhabitants: (odd) => `Dit is veel voor jullie gebied. ${livingThere(odd)}`,
};

/** What looks odd in a few words, for a list of many. */
export const RULE_LABELS: Readonly<Record<PlausibilityRule, string>> = {
  halved: "gehalveerd",
  doubled: "verdubbeld",
  none_beside_others: "'geen' naast iets anders",
  uses_without_locations: "gebruik zonder locaties",
  no_law: "geen wet",
  few_for_inhabitants: "weinig voor het gebied",
  many_for_inhabitants: "veel voor het gebied",
};

/** The sentences at the question: what looks odd, never that it is wrong. */
export const oddWords = (odd: OddityView, unit: string | null | undefined): string =>
  WORDS[odd.rule](odd, unit ? ` ${unit}` : "");
