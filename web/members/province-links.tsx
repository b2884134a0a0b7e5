import type { JSX } from "preact";
import { paths } from "../paths.ts";
import { type DirectoryFilter, directoryQuery } from "./directory-filter.ts";
import { foldTyped } from "./municipality-search.ts";

/** The provinces, with their other name. */
const PROVINCES: Readonly<Record<string, string>> = {
  Drenthe: "",
  Flevoland: "",
  Fryslân: "friesland",
  Gelderland: "",
  Groningen: "",
  Limburg: "",
  "Noord-Brabant": "",
  "Noord-Holland": "",
  Overijssel: "",
  Utrecht: "",
  Zeeland: "",
  "Zuid-Holland": "",
};

/** The provinces that somebody may mean: by the whole name or the end of it ("brabant"), accents aside. */
export function provincesMeant(typed: string): string[] {
  const folded = foldTyped(typed);
  if (folded === "") return [];
  return Object.entries(PROVINCES).flatMap(([name, other]) =>
    [foldTyped(name), other].some((each) => ` ${each}`.endsWith(` ${folded}`)) ? [name] : [],
  );
}

/** A province is no word of a member but a facet: who types one is led there, with all else that is chosen. */
export function ProvinceLinks({ filter }: { filter: DirectoryFilter }): JSX.Element | null {
  const provinces = provincesMeant(filter.search).filter((name) => !filter.chosen.provincie.includes(name));
  if (provinces.length === 0) return null;
  return (
    <p>
      Zoek je een provincie?{" "}
      {provinces.map((name, at) => (
        <>
          {at > 0 ? ", " : ""}
          <a
            href={`${paths.members()}${directoryQuery({ ...filter, search: "", page: 1, chosen: { ...filter.chosen, provincie: [name] } })}`}
          >
            Leden in {name}
          </a>
        </>
      ))}
    </p>
  );
}
