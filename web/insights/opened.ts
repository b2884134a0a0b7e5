import type { ConsentTier } from "../../db/vocabulary.ts";
import { paths } from "../paths.ts";
import { countOf } from "../ui/dutch.ts";

export type OpenTier = Exclude<ConsentTier, "counted_only">;

/** One answer with the name of the organisation that opened it. */
export interface OpenedAnswer {
  name: string;
  slug: string;
  tier: OpenTier;
  /** in words, one entry a choice; empty when only an explanation was given */
  words: readonly string[];
  explanation: string;
}

/** The way back to the figures, for who may read those. */
export const insightTrail = (year: number) => [
  { href: paths.insights(), label: "Inzicht" },
  { href: paths.insight(year), label: String(year) },
];

export const TIER_WORDS: Record<OpenTier, string> = {
  public: "openbaar",
  members: "voor leden",
  learning_group: "voor de leergroep",
};

/** "Drie organisaties openden hun antwoord voor jou." with the number as a figure. */
export const openedSentence = (opened: number): string =>
  opened === 0
    ? "Geen organisatie opende dit antwoord voor jou."
    : `${countOf(opened, "organisatie opende", "organisaties openden")} dit antwoord voor jou.`;
