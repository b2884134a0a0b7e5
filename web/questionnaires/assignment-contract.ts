import * as z from "zod";
import { emailOr } from "../accounts/contract.ts";
import { nameField } from "../accounts/person-contract.ts";
import { typedDay } from "../ui/typed-day.ts";

const MOST_MESSAGE = 500;

/** Giving a section away. `collega` is somebody of the organisation; else `naam` and `email` bring a new one. */
export const assignmentContract = z.object({
  id: z.string(),
  /** when the section was given to whom the form shows; 0: nobody has it */
  gezien: z.string().regex(/^\d{1,16}$/, "Open deze pagina opnieuw. Het formulier is niet compleet."),
  namens: z.string(),
  collega: z.string().max(40),
  naam: z.literal("").or(nameField),
  email: z.literal("").or(emailOr("Vul het mailadres van het werk in, bijvoorbeeld naam@organisatie.nl.")),
  voor: z.literal("").or(typedDay("Vul een dag in, bijvoorbeeld 1-12-2026, of laat het veld leeg.")),
  bericht: z.string().trim().max(MOST_MESSAGE, `Schrijf hoogstens ${MOST_MESSAGE} tekens.`),
});
export type AssignmentForm = z.output<typeof assignmentContract>;

/** Taking back and reminding name the assignment that they are about. */
export const assignmentKeyContract = assignmentContract.pick({ id: true, gezien: true, namens: true });

/** What is missing or double in who is chosen. */
export function personErrors({ collega, naam, email }: AssignmentForm): Record<string, string> {
  if (collega && (naam || email)) return { collega: "Kies een collega of vul een nieuwe in, niet allebei." };
  if (collega || (naam && email)) return {};
  if (naam) return { email: "Vul ook het mailadres van het werk in." };
  if (email) return { naam: "Vul ook de naam van je collega in." };
  return { collega: "Kies een collega, of vul hieronder een naam en mailadres in." };
}
