import type { RoundState } from "../../db/vocabulary.ts";

/** What the staff can do with a round; the value is the noun in the address. */
export const ROUND_MOVE_NOUNS = {
  opening: "opening",
  closing: "sluiting",
  reopening: "heropening",
  publication: "publicatie",
} as const;
export type RoundMove = keyof typeof ROUND_MOVE_NOUNS;

const MOVES = Object.keys(ROUND_MOVE_NOUNS) as RoundMove[];

export const moveOfRoundNoun = (noun: string): RoundMove | undefined =>
  MOVES.find((move) => ROUND_MOVE_NOUNS[move] === noun);

/** Every move that exists. A publication is never taken back: somebody may have quoted it. */
export const ROUND_LIFECYCLE: Readonly<Record<RoundState, Partial<Record<RoundMove, RoundState>>>> = {
  concept: { opening: "open" },
  open: { closing: "closed" },
  closed: { reopening: "open", publication: "published" },
  published: {},
};

export const ROUND_STATE_WORDS: Record<RoundState, string> = {
  concept: "in voorbereiding",
  open: "open",
  closed: "gesloten",
  published: "gepubliceerd",
};

/** Words on the button of a move, and what it does. */
export const ROUND_MOVE_WORDS: Record<RoundMove, { button: string; what: string; notice: string }> = {
  opening: {
    button: "Ronde nu openen",
    what: "Leden kunnen vanaf vandaag invullen. Doe je niets, dan gaat de ronde vanzelf open op de eerste dag.",
    notice: "De ronde is open.",
  },
  closing: {
    button: "Ronde sluiten",
    what: "Leden kunnen daarna niets meer invullen, tenzij zij uitstel hebben of late antwoorden welkom zijn. Je kunt de ronde weer openen.",
    notice: "De ronde is gesloten.",
  },
  reopening: {
    button: "Ronde weer openen",
    what: "Leden kunnen weer invullen, tot en met de laatste dag.",
    notice: "De ronde is weer open.",
  },
  publication: {
    button: "Uitkomst publiceren",
    what: "De ondertekende antwoorden van nu gaan in de eerste versie. Dit kun je niet terugdraaien.",
    notice: "De ronde is gepubliceerd. De vertrouwelijke cijfers volgen zodra de beheerder ze vrijgeeft.",
  },
};
