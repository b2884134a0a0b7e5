import type { Audience, ItemDisplay, ItemKind } from "../../db/vocabulary.ts";

/** How far organisations are with a questionnaire, and with the one question that changes. */
export interface Underway {
  /** organisations with a response in a round that is not published */
  began: number;
  signed: number;
  /** organisations that answered this question; 0 for a new one */
  answered: number;
}

/** What of a question an answer rests on. */
export interface AnsweredShape {
  kind: ItemKind;
  choiceList: string | null;
  unit: string | null;
  display: ItemDisplay;
  audience: Audience;
  allowsOther: boolean;
  allowsExplanation: boolean;
}

/** Fields of the form whose change would leave given answers without their question, each with why. */
type Refusals = Partial<Record<"soort" | "lijst" | "eenheid" | "lezers" | "anders" | "toelichting", string>>;

const NEW_QUESTION = "Trek deze vraag in en maak een nieuwe vraag.";

/**
 * What may no longer change because organisations answered. Words may, with a reason; what decides what an
 * answer is or who reads it may not: the way out is to withdraw the question and to ask a new one.
 */
export function refusedChanges(
  before: AnsweredShape,
  after: AnsweredShape,
  { answered }: Underway,
): Refusals {
  if (answered === 0) return {};
  const refusals: Refusals = {};
  if (before.kind !== after.kind) refusals.soort = `Er zijn al antwoorden van deze soort. ${NEW_QUESTION}`;
  if (before.choiceList !== after.choiceList)
    refusals.lijst = `Er zijn al antwoorden uit de oude keuzelijst. ${NEW_QUESTION}`;
  if (before.unit !== after.unit)
    refusals.eenheid = `Er zijn al antwoorden in de oude eenheid. ${NEW_QUESTION}`;
  if (before.audience !== after.audience)
    refusals.lezers = `Organisaties antwoordden met een andere belofte. ${NEW_QUESTION}`;
  if (before.allowsOther && !after.allowsOther)
    refusals.anders = "Er kunnen al antwoorden bij 'anders' staan. Laat dit veld bestaan.";
  if (before.allowsExplanation && !after.allowsExplanation)
    refusals.toelichting = "Er kunnen al toelichtingen staan. Laat dit veld bestaan.";
  return refusals;
}

/** Whether an edit asks for a reason: as soon as one organisation began. */
export const asksReason = ({ began }: Pick<Underway, "began">): boolean => began > 0;

/** Whether a change holds only as long as nobody answered. */
export const restsOnNoAnswer = (before: AnsweredShape, after: AnsweredShape): boolean =>
  Object.keys(refusedChanges(before, after, { began: 1, signed: 0, answered: 1 })).length > 0;

export const REASON_MISSING = "Vul in waarom je dit verandert. Er zijn organisaties bezig.";
