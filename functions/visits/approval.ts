import type { FieldErrors } from "../../web/ui/field-errors.ts";

interface Colleague {
  id: string;
  isSignatory: boolean;
}

/** The words of the form: nobody, any signatory, or the id of one colleague. */
const NOBODY = "niemand";
const SIGNATORY = "tekenaar";

/** The word that stands for what is stored; a colleague who left is as if the signatories were chosen. */
export function approvalWord(
  approval: { personId: string | null } | undefined,
  colleagues: readonly Colleague[],
): string {
  if (!approval) return NOBODY;
  return colleagues.some(({ id }) => id === approval.personId) ? (approval.personId ?? SIGNATORY) : SIGNATORY;
}

/** Reads what was chosen; null: nobody has to approve. Somebody must be there to do it. */
export function choiceOf(
  word: string,
  colleagues: readonly Colleague[],
): { ok: true; choice: { personId: string | null } | null } | { ok: false; errors: FieldErrors } {
  if (word === NOBODY) return { ok: true, choice: null };
  if (word === SIGNATORY)
    return colleagues.some(({ isSignatory }) => isSignatory)
      ? { ok: true, choice: { personId: null } }
      : { ok: false, errors: { akkoord: "Jullie hebben nog geen tekenaar. Kies een collega." } };
  return colleagues.some(({ id }) => id === word)
    ? { ok: true, choice: { personId: word } }
    : { ok: false, errors: { akkoord: "Kies wie eerst akkoord geeft, of kies niemand." } };
}
