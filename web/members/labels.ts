import type { ProfileField, SizeClass } from "../../db/vocabulary.ts";

/** The size classes as the report names them. */
export const SIZE_CLASS_LABELS: Record<SizeClass, string> = {
  large: "G4/G40 of meer dan 80.000 inwoners",
  middle: "M50 of 30.000 tot 80.000 inwoners",
  small: "K80/P10 of minder dan 30.000 inwoners",
};

/** The same in a narrow column, where the whole label would take four lines. */
export const SIZE_CLASS_SHORT: Record<SizeClass, string> = {
  large: "G4/G40 of > 80.000",
  middle: "M50 of 30.000–80.000",
  small: "K80/P10 of < 30.000",
};

/** The size classes in an address: /leden?grootte=klein. */
export const SIZE_CLASS_ADDRESSES: Record<SizeClass, string> = {
  large: "groot",
  middle: "middel",
  small: "klein",
};

interface FieldLabel {
  name: string;
  /** completes "Wijzig …" */
  subject: string;
  /** last part of the field's address */
  address: string;
}

const field = (name: string, subject: string, address = subject.replaceAll(" ", "-")): FieldLabel => ({
  name,
  subject,
  address,
});

/** Each profile field: its name on pages, the words that complete "Wijzig …", and its address. */
export const PROFILE_FIELD_LABELS: Record<ProfileField, FieldLabel> = {
  municipalities: field("Gemeenten", "gemeenten"),
  target_group: field("Doelgroep", "doelgroep"),
  laws: field("Wetten", "wetten"),
  locations: field("Aantal locaties", "aantal locaties", "locaties"),
  location_uses: field("Gebruik van locaties", "gebruik van locaties"),
  legal_form: field("Organisatievorm", "organisatievorm"),
  fte: field("FTE (voltijdbanen)", "FTE", "fte"),
  process_systems: field("Systemen", "systemen"),
  cao: field("CAO", "CAO", "cao"),
  governance_code: field("Governance code", "governance code"),
  branch_organisation: field("Brancheorganisatie", "brancheorganisatie"),
};

/** The groups of the profile, in the order of the page. */
export const PROFILE_GROUPS: readonly { title: string; fields: readonly ProfileField[] }[] = [
  { title: "Wie", fields: ["target_group", "laws"] },
  { title: "Waar", fields: ["municipalities", "locations", "location_uses"] },
  { title: "Organisatie", fields: ["legal_form", "fte", "branch_organisation"] },
  { title: "Systemen", fields: ["process_systems"] },
  { title: "Voorwaarden", fields: ["cao", "governance_code"] },
];

/** What stands behind the number of a field. */
export const PROFILE_FIELD_UNITS: Partial<Record<ProfileField, string>> = {
  locations: "locaties",
  fte: "fte",
};
