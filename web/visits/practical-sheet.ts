import type { OfferLanguage } from "../../db/visit-vocabulary.ts";
import { LANGUAGES } from "./labels.ts";

/** What a host tells its visitors beforehand; empty where there is nothing to tell. */
export interface PracticalSheet {
  practical: string;
  access: string;
  parking: string;
  diet: string;
  safety: string;
  noPhotos: string;
  language: OfferLanguage;
}

/** The practical sheet as lines with a word in front, in the order of the day; what is empty is left out. */
export function sheetLines(sheet: PracticalSheet): { label: string; value: string }[] {
  return [
    { label: "Route", value: sheet.practical },
    { label: "Toegang", value: sheet.access },
    { label: "Parkeren", value: sheet.parking },
    { label: "Eten", value: sheet.diet },
    { label: "Veiligheid", value: sheet.safety },
    { label: "Geen foto's van", value: sheet.noPhotos },
    { label: "Taal", value: sheet.language === "dutch" ? "" : LANGUAGES[sheet.language].label },
  ].filter(({ value }) => value !== "");
}

/** The practical sheet as plain text, for mail and calendars; "" when there is nothing to tell. */
export const sheetText = (sheet: PracticalSheet): string =>
  sheetLines(sheet)
    .map(({ label, value }) => `${label}: ${value}`)
    .join("\n");
