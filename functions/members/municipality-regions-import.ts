import { REGION_KINDS, type RegionKind } from "../../db/vocabulary.ts";
import { REGION_KIND_LABELS, regionKindOf } from "../../web/members/municipality-words.ts";
import { lineOf, type ReadSheet } from "../http/table-reading.ts";
import { type DividedMunicipality, isValidOn } from "./division.ts";
import { municipalityFinder, type Nameable } from "./municipality-named.ts";

/** A municipality in a region of some kind. */
export interface RegionMembership {
  code: string;
  kind: RegionKind;
  region: string;
}

export type RegionRow = { line: number; typed: string } & (
  | ({ outcome: "new" | "changed" | "equal"; name: string; before: string | null } & RegionMembership)
  | { outcome: "error"; error: string }
);

export type RegionsRead = { ok: true; rows: RegionRow[] } | { ok: false; error: string };

const KINDS = Object.values(REGION_KIND_LABELS).join(", ");
const NAMES = { place: /^(gemeente|naam|code)/i, kind: /^soort/i, region: /^regio/i };

/** Reads a table of municipality, kind of region and region; `held`: the memberships on the day that it starts. */
export function readRegions(
  sheets: readonly ReadSheet[],
  registry: readonly (Nameable & DividedMunicipality)[],
  held: readonly RegionMembership[],
  fromOn: string,
): RegionsRead {
  const [sheet] = sheets;
  const [heading = [], ...lines] = sheet?.rows ?? [];
  const at = Object.fromEntries(
    Object.entries(NAMES).map(([key, name]) => [key, heading.findIndex((cell) => name.test(cell.trim()))]),
  ) as Record<keyof typeof NAMES, number>;
  if (!sheet || Object.values(at).some((place) => place < 0))
    return {
      ok: false,
      error: "Zet boven de kolommen 'gemeente', 'soort' en 'regio'. Die staan nu niet in het bestand.",
    };
  if (lines.length === 0)
    return { ok: false, error: "In het bestand staan geen regio's. Vul onder de kopregel rijen in." };
  const find = municipalityFinder(registry);
  const seen = new Set<string>();
  const rows = lines.map((cells, index): RegionRow => {
    const typed = (cells[at.place] ?? "").trim();
    const line = lineOf(sheet, index + 1);
    const fault = (error: string): RegionRow => ({ line, typed, outcome: "error", error });
    const found = find(typed);
    if (!found.ok)
      return fault(
        found.suggestions.length > 0
          ? `Deze gemeente kennen we niet. Bedoel je ${found.suggestions.join(" of ")}?`
          : "Deze gemeente kennen we niet. Kijk de naam na.",
      );
    if (!isValidOn(found.municipality, fromOn)) return fault("Deze gemeente bestaat niet op die dag.");
    const kind = regionKindOf(cells[at.kind] ?? "");
    if (!kind) return fault(`Kies bij soort een van deze: ${KINDS}.`);
    const region = (cells[at.region] ?? "").trim().replace(/\s+/g, " ");
    if (region === "" || region.length > 80) return fault("Vul de naam van de regio in, hooguit 80 tekens.");
    const { code, name } = found.municipality;
    if (seen.has(`${code} ${kind}`))
      return fault("Deze gemeente staat al eerder in het bestand bij deze soort.");
    seen.add(`${code} ${kind}`);
    const before = held.find((each) => each.code === code && each.kind === kind)?.region ?? null;
    const outcome = before === null ? "new" : before === region ? "equal" : "changed";
    return { line, typed, outcome, name, before, code, kind, region };
  });
  return { ok: true, rows };
}

/** The rows that would change something, as one field of the form: a line each, with what held when it was shown. */
export const membershipsToConfirm = (rows: readonly RegionRow[]): string =>
  rows
    .flatMap((row) =>
      row.outcome === "new" || row.outcome === "changed"
        ? [[row.code, row.kind, row.region, row.before ?? ""].join("\t")]
        : [],
    )
    .join("\n");

/** Reads that field back; null when it is not one of ours. */
export function readConfirmedRegions(text: string): (RegionMembership & { before: string })[] | null {
  const read = text.split("\n").map((line) => {
    const [code = "", kindName, region = "", before = ""] = line.split("\t");
    const kind = REGION_KINDS.find((each) => each === kindName);
    const isOurs = /^GM\d{4}$/.test(code) && region !== "" && Math.max(region.length, before.length) <= 80;
    return kind && isOurs ? { code, kind, region, before } : null;
  });
  const memberships = read.filter((each) => each !== null);
  return memberships.length === read.length ? memberships : null;
}
