import { municipalityRows } from "./municipality-rows.ts";
import { foldForSearch } from "./search-key.ts";

/** The dates on which the two counts of inhabitants hold (CBS open data, CC BY 4.0). */
export const inhabitantsReferenceDates = ["2022-01-01", "2026-01-01"] as const;

type InhabitantsReferenceDate = (typeof inhabitantsReferenceDates)[number];

export interface RegistryMunicipality {
  /** Official code, "GM" and four digits. */
  readonly code: string;
  /** The name people use. */
  readonly name: string;
  readonly officialName: string;
  readonly province: string;
  /** Networks of municipalities that a public source proves, for instance "G40" or "M50|P10"; may be empty. */
  readonly network: string;
  /** G4, G40, M50 or K80/P10: from the network, else from the number of inhabitants. */
  readonly sizeClass: string;
  /** Centroid in WGS84 degrees. */
  readonly lat: number;
  readonly lon: number;
  /** Number of inhabitants by reference date. */
  readonly inhabitants: Readonly<Record<InhabitantsReferenceDate, number>>;
  readonly synonyms: readonly string[];
  /** Both names and the synonyms, folded by `foldForSearch`. */
  readonly searchKey: string;
}

let parsed: readonly RegistryMunicipality[] | undefined;

/** All 342 municipalities of the 2023 to 2026 division, in the order of their codes. */
export function municipalityRegistry(): readonly RegistryMunicipality[] {
  parsed ??= municipalityRows
    .trim()
    .split(/ ~ |\n/)
    .map(parseRow);
  return parsed;
}

function parseRow(row: string): RegistryMunicipality {
  const fields = row.split(";");
  if (fields.length !== 11) throw new Error(`A municipality row has ${fields.length} fields: ${row}`);
  const [code, name, officialName, province, network, sizeClass, lat, lon, in2022, in2026, synonymText] =
    fields as [string, string, string, string, string, string, string, string, string, string, string];
  const synonyms = synonymText === "" ? [] : synonymText.split("|");
  return {
    code,
    name,
    officialName,
    province,
    network,
    sizeClass,
    lat: Number(lat),
    lon: Number(lon),
    inhabitants: { "2022-01-01": Number(in2022), "2026-01-01": Number(in2026) },
    synonyms,
    searchKey: searchKeyOf([name, officialName, ...synonyms]),
  };
}

function searchKeyOf(names: readonly string[]): string {
  return [...new Set(names.map(foldForSearch))].join(" | ");
}
