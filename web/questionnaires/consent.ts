import type { Audience, ConsentTier, ItemKind } from "../../db/vocabulary.ts";

/** Who may read an answer with the name of the organisation, from narrow to wide: the words of the choice. */
export const CONSENT_LABELS: Record<ConsentTier, string> = {
  counted_only: "Niemand: alleen geteld",
  learning_group: "De leergroep monitoring",
  members: "Alle leden en de leergroep",
  public: "Iedereen: openbaar",
};

/** The same behind "Te zien voor:". */
export const CONSENT_WORDS: Record<ConsentTier, string> = {
  counted_only: "niemand, alleen geteld",
  learning_group: "de leergroep",
  members: "alle leden",
  public: "iedereen",
};

const NARROW_FIRST: readonly ConsentTier[] = ["counted_only", "learning_group", "members", "public"];

/**
 * To whom an answer of this kind can be opened. One step of a scale not to the learning group alone: which
 * figures are shown would then tell members about it.
 */
export function consentTiers(kind: ItemKind): readonly ConsentTier[] {
  return kind === "open" || kind === "many"
    ? NARROW_FIRST
    : NARROW_FIRST.filter((tier) => tier !== "learning_group");
}

/** The tiers as choices in a form. */
export const consentOptions = (tiers: readonly ConsentTier[] = NARROW_FIRST) =>
  tiers.map((value) => ({ value, label: CONSENT_LABELS[value] }));

/** What an answer is opened to; null for facts, which members opened to each other by agreement. */
export function consentOf(
  { audience, kind }: { audience: Audience; kind: ItemKind },
  consent: ConsentTier | null | undefined,
): ConsentTier | null {
  if (audience === "members") return null;
  return consent && consentTiers(kind).includes(consent) ? consent : "counted_only";
}
