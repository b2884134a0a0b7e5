import type { Audience, Comparability, ItemDisplay, ItemKind, RoundState } from "../../db/vocabulary.ts";
import { formatList } from "../ui/dutch.ts";

/** Words of the editor of questionnaires, and the shapes that its pages draw. */

export const KIND_LABELS: Record<ItemKind, string> = {
  one: "Eén keuze",
  many: "Meer keuzes",
  number: "Getal",
  scale: "Schaal",
  open: "Open vraag",
  date: "Datum",
};

export const DISPLAY_LABELS: Record<ItemDisplay, string> = {
  list: "Onder elkaar",
  grid: "Als rij van een tabel",
  stars: "Als sterren",
};

export const GRADE_LABELS: Record<Comparability, string> = {
  same: "Gelijk",
  reworded: "Herformuleerd",
  scale_changed: "Schaal gewijzigd",
  split: "Gesplitst",
  merged: "Samengevoegd",
};

export const READER_LABELS: Record<Audience, string> = {
  members: "Leden zien het antwoord met de naam erbij",
  confidential: "Alleen geteld, nooit herleidbaar",
};

/** The two kinds of part of a questionnaire, as they stand in an address. */
export type PartKind = "secties" | "vragen";

/** What the pages tell of a questionnaire. */
export interface QuestionnaireView {
  id: string;
  title: string;
  revision: number;
  basedOnTitle: string | null;
  rounds: readonly { year: number; state: RoundState }[];
  began: number;
  signed: number;
  /** why nothing can change any more; null while it can */
  lock: string | null;
  /** whether this person may change it now */
  mayEdit: boolean;
}

/** How far a questionnaire is, in one word with its colour. */
export function standingOf({ rounds, began }: Pick<QuestionnaireView, "rounds" | "began">) {
  if (rounds.some(({ state }) => state === "published"))
    return { kind: "green", label: "Gepubliceerd" } as const;
  if (began > 0) return { kind: "ochre", label: "Wordt ingevuld" } as const;
  return rounds.length > 0
    ? ({ kind: "blue", label: "Hoort bij een ronde" } as const)
    : ({ kind: "neutral", label: "Concept" } as const);
}

export const roundsInWords = (rounds: QuestionnaireView["rounds"]): string =>
  rounds.length > 0 ? formatList(rounds.map(({ year }) => String(year))) : "nog geen ronde";

/** The kind with its particulars: "Schaal, als rij van een tabel". */
export const kindInWords = ({ kind, display }: { kind: ItemKind; display: ItemDisplay }): string =>
  display === "list" ? KIND_LABELS[kind] : `${KIND_LABELS[kind]}, ${DISPLAY_LABELS[display].toLowerCase()}`;
