import type { Role } from "../../db/vocabulary.ts";
import { labelOfRole } from "../navigation.ts";

/** What somebody with a role comes to do, in one line. */
export const ROLE_HINTS: Record<Role, string> = {
  professional: "Zoekt teams en vraagt werkbezoeken aan.",
  editor: "Houdt het profiel bij en vult de vragenlijst in.",
  signatory: "Ondertekent de antwoorden en dient ze in.",
  host: "Biedt werkbezoeken aan en antwoordt op aanvragen.",
  monitoring: "Volgt de respons en bekijkt alle cijfers.",
  bureau: "Beheert leden, mensen en rondes.",
};

/** A role as it begins a line: "Redacteur". */
export function roleTitle(role: Role): string {
  const label = labelOfRole(role);
  return label.charAt(0).toUpperCase() + label.slice(1);
}
