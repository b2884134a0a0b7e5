/**
 * What the two sides of a visit can do with it. The value is the noun in the address: a move is something
 * you create (`POST /werkbezoeken/bezoek/:id/acceptatie`). In the order of the buttons: what brings a visit
 * further comes first.
 */
export const MOVE_NOUNS = {
  invitation: "uitnodiging",
  acceptance: "acceptatie",
  agreement: "instemming",
  approval: "akkoord",
  confirmation: "bevestiging",
  waitlisting: "wachtlijst",
  date_choice: "datumkeuze",
  completion: "afronding",
  counter_proposal: "tegenvoorstel",
  rescheduling: "verplaatsing",
  disapproval: "geen-akkoord",
  decline: "afwijzing",
  withdrawal: "intrekking",
  cancellation: "annulering",
  non_occurrence: "niet-doorgegaan",
} as const;
export type VisitMove = keyof typeof MOVE_NOUNS;

export const VISIT_MOVES = Object.keys(MOVE_NOUNS) as VisitMove[];

/** The move that a noun in an address stands for, or null. */
export const moveOfNoun = (noun: string): VisitMove | null =>
  VISIT_MOVES.find((move) => MOVE_NOUNS[move] === noun) ?? null;

/**
 * What must be told with a move: a moment, one of the moments that were proposed, a reason, the cause of a visit
 * that did not happen, a yes on a page of its own, or nothing but a button.
 */
export type MoveForm = "moment" | "date" | "reason" | "cause" | "confirm" | "button";

const FORMS: Partial<Record<VisitMove, MoveForm>> = {
  invitation: "moment",
  counter_proposal: "moment",
  rescheduling: "moment",
  date_choice: "date",
  waitlisting: "confirm",
  disapproval: "reason",
  decline: "reason",
  withdrawal: "confirm",
  cancellation: "reason",
  non_occurrence: "cause",
};

/** Labels of the fields of a move, in the order of its form. */
const FIELD_LABELS = {
  datum: "Datum",
  van: "Van",
  tot: "Tot",
  locatie: "Waar",
  bericht: "Bericht aan het andere team",
  reden: "Reden",
  tekst: "Bericht",
} as const;

/** What was typed with a move, with its labels; empty fields are left out. */
export const typedWords = (typed: Record<string, string[]>): { label: string; text: string }[] =>
  Object.entries(FIELD_LABELS).flatMap(([name, label]) => {
    const text = (typed[name]?.[0] ?? "").trim();
    return text === "" ? [] : [{ label, text }];
  });

/** An acceptance asks for a moment only while there is none yet. */
export function formOfMove(move: VisitMove, hasMoment: boolean): MoveForm {
  if (move === "acceptance") return hasMoment ? "button" : "moment";
  return FORMS[move] ?? "button";
}

/** The two sides of a visit. A host is also whoever could still become one. */
export type Side = "guest" | "host";
