import { countOf, formatDay, formatNumber } from "../ui/dutch.ts";

/** Counts over a list of members; each municipality and its inhabitants count once. */
export interface DirectoryTotals {
  members: number;
  municipalities: number;
  provinces: number;
  inhabitants: number;
  /** the day of the inhabitants; null without any count of inhabitants */
  referenceOn: string | null;
}

const MILLION = 1_000_000;

/** 2.134.000 → "2,1 miljoen inwoners"; below a million to the last one. */
function inhabitantsInWords(inhabitants: number): string {
  return inhabitants < MILLION
    ? countOf(inhabitants, "inwoner", "inwoners")
    : `${formatNumber(inhabitants / MILLION, 1)} miljoen inwoners`;
}

/**
 * The outcome in one or two sentences: "12 van 55 leden, samen actief in 31 gemeenten met 2,1 miljoen
 * inwoners. Peildatum: 1 januari 2026." With `all` null it is about everybody, with provinces.
 */
export function directorySentence(found: DirectoryTotals, all: DirectoryTotals | null): string {
  if (found.members === 0)
    return all && all.members > 0 ? `Geen van de ${all.members} leden.` : "Geen leden.";
  const who =
    all && found.members < all.members
      ? `${found.members} van ${countOf(all.members, "lid", "leden")}`
      : all && all.members > 1
        ? `Alle ${countOf(all.members, "lid", "leden")}`
        : countOf(found.members, "lid", "leden");
  if (found.municipalities === 0) return `${who}. Hun gemeenten zijn nog niet bekend.`;
  const where = countOf(found.municipalities, "gemeente", "gemeenten");
  const provinces = all ? "" : ` in ${countOf(found.provinces, "provincie", "provincies")}`;
  const together = found.members > 1 ? "samen actief" : "actief";
  const day = found.referenceOn ? ` Peildatum: ${formatDay(found.referenceOn)}.` : "";
  // A municipality that is younger than the last count has no inhabitants yet.
  if (found.inhabitants === 0) return `${who}, ${together} in ${where}${provinces}.`;
  return `${who}, ${together} in ${where}${provinces} met ${inhabitantsInWords(found.inhabitants)}.${day}`;
}
