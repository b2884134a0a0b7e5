import type { DraftState } from "../../db/visit-vocabulary.ts";
import type { Audience, ConsentTier } from "../../db/vocabulary.ts";

/** What became of one answer of the viewer's own organisation. */
export interface AnswerUse {
  concept: string;
  shortName: string;
  section: string;
  audience: Audience;
  consent: ConsentTier | null;
  isAnswered: number;
  /** editions in which the organisation counts: "1, 2"; null: none */
  editions: string | null;
  /** of a confidential question: whether the newest edition shows anything of all members together */
  isShown: number;
  /** of a confidential question: whether it was released at all */
  isReleased: number;
  /** to whom the newest edition let it be read by name */
  opened: ConsentTier | null;
  /** how often the learning group looked at the answers to this question with names */
  looks: number;
  /** names of themes with a comma between */
  themes: string | null;
  /** approved lessons of visits on those themes */
  lessons: number;
  isInterpreted: number;
  draft: DraftState | null;
  visitId: string | null;
  offerId: string | null;
}

/** A promise behind which separate answers of the round went out. */
export interface UsePromise {
  purpose: string;
  recipients: string;
  signedAt: number;
  validUntil: string;
  endedAt: number | null;
  files: number;
}

const READERS: Record<ConsentTier, string> = {
  public: "Iedereen kan het lezen, met jullie naam.",
  members: "Alle leden kunnen het lezen, met jullie naam.",
  learning_group: "De leergroep kan het lezen, met jullie naam.",
  counted_only: "Niemand leest het met jullie naam.",
};

/** Whether it counted, in a sentence. */
export function countedWords(use: AnswerUse): string {
  if (!use.isAnswered) return "Jullie lieten deze vraag open. Er is niets mee gedaan.";
  if (use.editions) {
    const many = use.editions.includes(",");
    return `Geteld in versie ${use.editions.replace(/, (?=\d+$)/, " en ")} van ${many ? "de cijfers" : "het cijfer"}.`;
  }
  return use.audience === "confidential" && !use.isReleased
    ? "Nog niet geteld: van deze vraag zijn nog geen cijfers vrijgegeven."
    : "Nog niet geteld in een gepubliceerde versie.";
}

/**
 * Whether everybody can see a figure of it; null where that says nothing. Why one is withheld is told to nobody: some
 * are by chance, so that a gap proves nothing.
 */
export function shownWords(use: AnswerUse): string | null {
  if (use.audience === "members" || !use.isReleased || !use.editions) return null;
  return use.isShown
    ? "Van alle leden samen is een cijfer te zien."
    : "Van alle leden samen is geen cijfer te zien. Zo beschermen we alle antwoorden samen.";
}

/** Who read it by name. */
export function readWords(use: AnswerUse): string {
  if (use.audience === "members")
    return "Leden zien dit antwoord met jullie naam, zoals afgesproken voor feiten.";
  const tier = use.opened ?? "counted_only";
  if (tier === "counted_only") return READERS.counted_only;
  if (tier !== "learning_group") return READERS[tier];
  return use.looks > 0
    ? `${READERS.learning_group} Zij keek ${use.looks} keer naar de antwoorden op deze vraag.`
    : `${READERS.learning_group} Zij deed dat nog niet.`;
}
