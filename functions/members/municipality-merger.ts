import { foldForSearch } from "../../db/registry/search-key.ts";
import type { MunicipalityClass, SizeClass } from "../../db/vocabulary.ts";
import { formatDay } from "../../web/ui/dutch.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { namesInCell } from "./import-table.ts";
import type { MergerToStore } from "./municipality-merger-queries.ts";
import { municipalityFinder, type Nameable } from "./municipality-named.ts";
import { LARGE_ABOVE_INHABITANTS, MIDDLE_FROM_INHABITANTS, sizeClassOf } from "./size-class.ts";

export interface RegistryRow extends Nameable {
  province: string;
  municipalityClass: MunicipalityClass;
  latitude: number;
  longitude: number;
  validFrom: string;
  validTo: string | null;
  /** as counted last; null: unknown */
  inhabitants: number | null;
}

/** The current value of a member's municipalities. */
export interface MemberPlaces {
  id: string;
  name: string;
  valueId: string;
  codes: readonly string[];
}

export interface MergerPlan {
  parts: RegistryRow[];
  successor: MergerToStore["successor"] & { name: string; municipalityClass: MunicipalityClass };
  inhabitants: number;
}

export type ReadMerger = { ok: true; plan: MergerPlan } | { ok: false; errors: FieldErrors };

const MOST_PARTS = 12;

const DIVIDED =
  "Vul één gemeente in: die waarin de meeste inwoners verdergaan. Onder het formulier staat wat je daarna doet.";

/**
 * Reads which municipalities go on as which: with a code of its own a new one, without one of those that there are.
 * The one that goes on may stand among those that were typed.
 */
export function readMerger(
  typed: { gemeenten: string; naar: string; code: string; ingang: string },
  registry: readonly RegistryRow[],
): ReadMerger {
  const errors: FieldErrors = {};
  const find = municipalityFinder(registry.filter(({ validTo }) => validTo === null));
  const isKnown = (name: string) => find(name).ok;
  const named = namesInCell(typed.gemeenten, isKnown);
  const found = named.flatMap((name) => {
    const each = find(name);
    if (each.ok) return [each.municipality];
    const meant =
      each.suggestions.length > 0 ? ` Bedoel je ${each.suggestions.join(" of ")}?` : " Kijk de naam na.";
    errors.gemeenten ??= `${name.slice(0, 60)} is geen gemeente van nu.${meant}`;
    return [];
  });
  const isNew = typed.code !== "";
  const goingOn = isNew ? null : find(typed.naar);
  // More than one of them: somebody means a municipality that is divided.
  if (namesInCell(typed.naar, isKnown).filter(isKnown).length > 1) errors.naar = DIVIDED;
  else if (goingOn && !goingOn.ok)
    errors.naar = "Deze gemeente is er nog niet. Vul dan ook de nieuwe code in, of kijk de naam na.";
  if (isNew && registry.some(({ code }) => code === typed.code))
    errors.code = "Deze code is al van een gemeente.";
  const existing = goingOn?.ok ? goingOn.municipality : null;
  const parts = [...new Set(found)].filter((each) => each !== existing);
  const least = isNew ? 2 : 1;
  if (parts.length < least)
    errors.gemeenten ??= isNew
      ? "Vul minstens twee gemeenten in, elk op een eigen regel."
      : "Vul minstens één gemeente in die opgaat in de andere.";
  if (parts.length > MOST_PARTS) errors.gemeenten ??= `Vul hooguit ${MOST_PARTS} gemeenten in.`;
  const young = [...parts, ...(existing ? [existing] : [])].find(
    ({ validFrom }) => validFrom >= typed.ingang,
  );
  if (young)
    errors.ingang ??= `Kies een latere dag: ${young.name} bestaat pas vanaf ${formatDay(young.validFrom)}.`;
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, plan: planOf(parts, existing, typed) };
}

function planOf(
  parts: RegistryRow[],
  existing: RegistryRow | null,
  { naar, code }: { naar: string; code: string },
): MergerPlan {
  const inhabitants = [...parts, ...(existing ? [existing] : [])].reduce(
    (sum, each) => sum + (each.inhabitants ?? 0),
    0,
  );
  if (existing) {
    const { name, municipalityClass } = existing;
    return { parts, inhabitants, successor: { code: existing.code, name, municipalityClass, made: null } };
  }
  const largest = parts.toSorted((a, b) => (b.inhabitants ?? 0) - (a.inhabitants ?? 0))[0];
  if (!largest) throw new Error("A merger has parts.");
  const municipalityClass = classOf(parts, inhabitants);
  const weighed = (of: (part: RegistryRow) => number) =>
    inhabitants === 0
      ? of(largest)
      : parts.reduce((sum, part) => sum + of(part) * (part.inhabitants ?? 0), 0) / inhabitants;
  const made = {
    name: naar,
    // Who types an old name finds the new municipality.
    searchKey: [
      ...new Set([foldForSearch(naar), ...parts.flatMap(({ searchKey }) => searchKey.split(" | "))]),
    ].join(" | "),
    province: largest.province,
    municipalityClass,
    latitude: weighed(({ latitude }) => latitude),
    longitude: weighed(({ longitude }) => longitude),
  };
  return { parts, inhabitants, successor: { code, name: naar, municipalityClass, made } };
}

/** The network that one of the parts is in, else by inhabitants, as the registry began. */
function classOf(parts: readonly RegistryRow[], inhabitants: number): MunicipalityClass {
  const network = (["G4", "G40"] as const).find((name) =>
    parts.some((part) => part.municipalityClass === name),
  );
  if (network) return network;
  if (inhabitants > LARGE_ABOVE_INHABITANTS) return "G40";
  return inhabitants >= MIDDLE_FROM_INHABITANTS ? "M50" : "K80/P10";
}

export interface MovedMember {
  id: string;
  name: string;
  valueId: string;
  before: string[];
  after: string[];
  sizeBefore: SizeClass | null;
  sizeAfter: SizeClass | null;
}

/** The members that work in one of the parts, or where these go: what their profile says now, and will say. */
export function movedMembers(
  { parts, successor, inhabitants }: MergerPlan,
  members: readonly MemberPlaces[],
  registry: readonly RegistryRow[],
): MovedMember[] {
  const byCode = new Map(registry.map((each) => [each.code, each]));
  const ending = new Set(parts.map(({ code }) => code));
  const after = { ...successor, inhabitants };
  const sizeOf = (places: readonly { municipalityClass: MunicipalityClass; inhabitants: number | null }[]) =>
    sizeClassOf(
      places.map(({ municipalityClass }) => municipalityClass),
      places.reduce((sum, place) => sum + (place.inhabitants ?? 0), 0),
    );
  return members
    .filter(({ codes }) => codes.some((code) => ending.has(code) || code === successor.code))
    .map(({ id, name, valueId, codes }) => {
      const now = codes.flatMap((code) => byCode.get(code) ?? []);
      const later = [...now.filter(({ code }) => !ending.has(code) && code !== successor.code), after];
      return {
        id,
        name,
        valueId,
        before: now.map((place) => place.name).sort(),
        after: later.map((place) => place.name).sort(),
        sizeBefore: sizeOf(now),
        sizeAfter: sizeOf(later),
      };
    });
}
