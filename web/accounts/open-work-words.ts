import type { ContactRole, MemberRole } from "../../db/vocabulary.ts";
import { labelOfRole } from "../navigation.ts";

export const CONTACT_ROLE_WORDS: Record<ContactRole, string> = {
  general: "Algemeen",
  questionnaire: "Vragenlijst",
  visits: "Werkbezoeken",
  management: "Directie",
};

export type OpenWorkKind =
  | "role"
  | "contact"
  | "assignment"
  | "query"
  | "request"
  | "hosting"
  | "joining"
  | "offer"
  | "action"
  | "approver";

/** Something open at an organisation that has this person's name on it. */
export interface OpenWork {
  memberId: string;
  memberName: string;
  slug: string;
  kind: OpenWorkKind;
  /** a stored word for `role` and `contact`; for the others what it is about, as it is shown */
  label: string;
}

const KINDS: Record<Exclude<OpenWorkKind, "role" | "contact">, string> = {
  assignment: "Sectie van de vragenlijst",
  query: "Vraag aan de leergroep",
  request: "Aangevraagd werkbezoek",
  hosting: "Werkbezoek dat jullie ontvangen",
  joining: "Gaat mee met een werkbezoek",
  offer: "Aanbod van een werkbezoek",
  action: "Actie na een werkbezoek",
  approver: "Geeft akkoord op aanvragen",
};

/** "Contactpersoon: Werkbezoeken", "Aanbod van een werkbezoek: De keukentafel". */
export function openWorkWords({ kind, label }: Pick<OpenWork, "kind" | "label">): string {
  if (kind === "role") return `Rol: ${labelOfRole(label as MemberRole)}`;
  if (kind === "contact") return `Contactpersoon: ${CONTACT_ROLE_WORDS[label as ContactRole]}`;
  return label ? `${KINDS[kind]}: ${label}` : KINDS[kind];
}
