import * as z from "zod";
import { ASSOCIATION_ROLES, MEMBER_ROLES, type Role } from "../../db/vocabulary.ts";
import { emailOr } from "./contract.ts";

const NAME = "Vul de voornaam en achternaam in.";
const PHONE = "Vul een telefoonnummer in met cijfers, bijvoorbeeld 030 123 45 67.";
const ROLE = "Kies minstens één rol.";

export const ROLES: readonly Role[] = [...MEMBER_ROLES, ...ASSOCIATION_ROLES];

export const isMemberRole = (role: Role): role is (typeof MEMBER_ROLES)[number] =>
  MEMBER_ROLES.some((each) => each === role);

/** Whether roles ask for an organisation to have them at. */
export const needsMember = (roles: readonly Role[]): boolean => roles.some(isMemberRole);

export const NO_MEMBER = "Kies de organisatie waarvoor deze rol geldt.";
export const EMAIL_TAKEN = "Dit mailadres hoort al bij iemand. Zoek die persoon op in de lijst.";

export const nameField = z.string().trim().min(2, NAME).max(120, "Vul een naam van hoogstens 120 tekens in.");

/** A Dutch or foreign telephone number as people write it; may be empty. */
const phoneField = z
  .string()
  .trim()
  .max(30, PHONE)
  .regex(/^(\+?[\d\s()-]{8,})?$/, PHONE);

export const personContract = z.object({
  id: z.string(),
  naam: nameField,
  email: emailOr("Vul het mailadres van het werk in, bijvoorbeeld naam@organisatie.nl."),
  telefoon: phoneField,
  lid: z.string().max(100),
  rollen: z.array(z.enum(ROLES, ROLE)).min(1, ROLE),
});

export const detailsContract = personContract.pick({ naam: true, email: true, telefoon: true });

export const roleContract = z.object({ rol: z.enum(ROLES, "Kies een rol."), lid: z.string().max(100) });
