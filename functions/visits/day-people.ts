import type { Participation } from "../../db/visit-vocabulary.ts";
import type { Side } from "../../web/visits/moves.ts";

interface DayPerson {
  visitId: string;
  personId: string | null;
  side: Side;
  name: string;
  email: string;
  phone: string | null;
}

/** Everybody of one visit once: who agreed on it first, with what is known of the invitation. */
export function peopleOfDay(
  visitId: string,
  mains: readonly DayPerson[],
  invited: readonly (DayPerson & { note: string; status: Participation })[],
) {
  const known = invited.filter((each) => each.visitId === visitId);
  const agreed = mains
    .filter((each) => each.visitId === visitId)
    .map((main) => ({
      note: "",
      status: "needs_action" as const,
      ...known.find(({ personId }) => personId === main.personId),
      ...main,
    }));
  const others = known.filter(({ personId }) => !agreed.some((main) => main.personId === personId));
  return [...agreed, ...others];
}
