import { foldForSearch } from "../../db/registry/search-key.ts";

/** A municipality as it can be named: by code, name or another name. */
export interface Nameable {
  code: string;
  name: string;
  officialName: string;
  /** names and synonyms, folded, between bars */
  searchKey: string;
}

export type Found<T> = { ok: true; municipality: T } | { ok: false; suggestions: string[] };

const MOST_SUGGESTIONS = 3;

/** How many letters must change to make one word the other, at most `most` + 1. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[other.length] ?? most + 1;
}

/** Finds municipalities by code or by any of their names; a name that two share finds neither. */
export function municipalityFinder<T extends Nameable>(municipalities: readonly T[]) {
  const byCode = new Map(municipalities.map((each) => [each.code, each]));
  const byName = new Map<string, T[]>();
  for (const each of municipalities)
    for (const name of new Set([foldForSearch(each.name), foldForSearch(each.officialName)]))
      byName.set(name, [...(byName.get(name) ?? []), each]);
  const bySynonym = new Map<string, T[]>();
  for (const each of municipalities)
    for (const name of each.searchKey.split(" | "))
      bySynonym.set(name, [...(bySynonym.get(name) ?? []), each]);
  return (typed: string): Found<T> => {
    // Excel drops the zeros of "0363", and Statistics Netherlands writes "GM0363".
    const digits = /^(?:gm)?0*(\d{1,4})$/i.exec(typed.trim())?.[1];
    const coded = digits && byCode.get(`GM${digits.padStart(4, "0")}`);
    if (coded) return { ok: true, municipality: coded };
    const folded = foldForSearch(typed);
    const named = byName.get(folded) ?? bySynonym.get(folded) ?? [];
    const [only] = named;
    if (only && named.length === 1) return { ok: true, municipality: only };
    const near = named.length > 1 ? named : nearTo(folded, municipalities);
    return { ok: false, suggestions: near.slice(0, MOST_SUGGESTIONS).map(({ name }) => name) };
  };
}

function nearTo<T extends Nameable>(folded: string, municipalities: readonly T[]): T[] {
  if (folded === "") return [];
  const most = folded.length < 6 ? 1 : 2;
  return municipalities
    .map((each) => {
      const name = foldForSearch(each.name);
      const isPart = folded.length > 3 && (name.includes(folded) || folded.includes(name));
      return { each, far: isPart ? 0.5 : distance(folded, name, most) };
    })
    .filter(({ far }) => far <= most)
    .sort((one, other) => one.far - other.far)
    .map(({ each }) => each);
}
