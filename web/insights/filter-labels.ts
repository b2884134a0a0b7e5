import { SIZE_CLASS_ADDRESSES } from "../members/labels.ts";

/**
 * The facts by which released figures can be filtered, in the order of the report, as they stand in the
 * address. Of a managed list the value is its code, as in the directory of members; other values stand here.
 */
export const FILTER_LABELS = {
  grootte: "Grootte",
  landsdeel: "Landsdeel",
  doelgroep: "Doelgroep",
  gemeenten: "Gemeenten",
  wet: "Wet",
  systeem: "Systeem",
  rechtsvorm: "Organisatievorm",
} as const;
export type FilterKey = keyof typeof FILTER_LABELS;

/** The managed list whose codes are the values of a filter. */
export const FILTER_LISTS = {
  doelgroep: "target_group",
  wet: "laws",
  systeem: "process_systems",
  rechtsvorm: "legal_form",
} as const satisfies Partial<Record<FilterKey, string>>;

/** Something typed behind "anders, namelijk". */
export const OTHER_VALUE = "anders";

/** Labels of the values that no managed list holds. */
export const FILTER_VALUE_LABELS: Partial<Record<FilterKey, Record<string, string>>> = {
  grootte: {
    [SIZE_CLASS_ADDRESSES.large]: "groot",
    [SIZE_CLASS_ADDRESSES.middle]: "middelgroot",
    [SIZE_CLASS_ADDRESSES.small]: "klein",
  },
  landsdeel: {
    noord: "Noord (Groningen, Fryslân, Drenthe)",
    oost: "Oost (Overijssel, Gelderland, Flevoland)",
    west: "West (Utrecht, Noord-Holland, Zuid-Holland, Zeeland)",
    zuid: "Zuid (Noord-Brabant, Limburg)",
  },
  gemeenten: { een: "één gemeente", meer: "meer dan één gemeente" },
};

/** Two steps of a scale in one label: "Grotendeels of volledig", "4 of 5 sterren". */
export function stepsTogether(high: string, highest: string): string {
  const [, first = "", unit = ""] = /^(\S+)( .*)?$/.exec(high) ?? [];
  const isSameUnit = unit !== "" && highest.endsWith(unit);
  return `${isSameUnit ? first : high} of ${highest.charAt(0).toLowerCase()}${highest.slice(1)}`;
}

/** Options of released items that are not a code of a list: the answers without a value. */
export const RELEASED_OPTION_LABELS = {
  "weet-niet": "Weet ik niet",
  nvt: "Niet van toepassing",
  leeg: "Niet ingevuld",
  anders: "Anders",
  ingevuld: "Datum ingevuld",
} as const;
