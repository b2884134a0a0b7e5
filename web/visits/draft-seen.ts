import type { DraftConcept, DraftState } from "../../db/visit-vocabulary.ts";

/** A draft out of an own answer as its organisation sees it. Moments in milliseconds, UTC. */
export interface DraftSeen {
  /** names it in an address and a form */
  key: string;
  concept: DraftConcept;
  /** of the round of the answer */
  year: number;
  signedAt: number;
  state: DraftState | "untouched";
  /** own words, or else the answer; empty once it is placed or thrown away */
  text: string;
  theme: DraftTheme;
  visitId: string | null;
  offerId: string | null;
  /** 0 while nobody touched it */
  revision: number;
}

/** Where the theme comes from: a person, the coding of the answer, words in it, or nowhere. */
type DraftTheme =
  | { id: string; source: "chosen" | "coding" }
  | { id: string; source: "words"; words: readonly string[] }
  | { id: null; source: "none" };
