import type { ProfileField, SizeClass } from "../../db/vocabulary.ts";

/** The size classes as the report names them. */
export const SIZE_CLASS_LABELS: Record<SizeClass, string> = {
  large: "G4/G40 of meer dan 80.000 inwoners",
  middle: "M50 of 30.000 tot 80.000 inwoners",
  small: "K80/P10 of minder dan 30.000 inwoners",
};

/** Each profile field: its name on pages and the words that complete "Wijzig …". */
export const PROFILE_FIELD_LABELS: Record<ProfileField, { name: string; subject: string }> = {
  municipalities: { name: "Gemeenten", subject: "gemeenten" },
  target_group: { name: "Doelgroep", subject: "doelgroep" },
  laws: { name: "Wetten", subject: "wetten" },
  locations: { name: "Aantal locaties", subject: "aantal locaties" },
  location_uses: { name: "Gebruik van locaties", subject: "gebruik van locaties" },
  legal_form: { name: "Organisatievorm", subject: "organisatievorm" },
  fte: { name: "FTE", subject: "fte" },
  process_systems: { name: "Systemen", subject: "systemen" },
  cao: { name: "CAO", subject: "CAO" },
  governance_code: { name: "Governance code", subject: "governance code" },
  branch_organisation: { name: "Brancheorganisatie", subject: "brancheorganisatie" },
};
