/** A municipality that can be chosen. */
export interface MunicipalityOption {
  code: string;
  name: string;
  /** official name and synonyms, folded; "" when they say nothing new */
  otherNames: string;
}

/** More than this helps nobody: a longer word does. */
const MOST_MATCHES = 20;

/** As `foldForSearch` in db/registry/search-key.ts, which the browser may not load; a test holds them equal. */
export function foldTyped(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();
}

/**
 * The municipalities that a typed text finds, by everyday name, official name or synonym; those whose name
 * begins with it first. `more` counts what was left off. An empty text finds nothing.
 */
export function findMunicipalities(
  options: readonly MunicipalityOption[],
  query: string,
): { matches: MunicipalityOption[]; more: number } {
  const typed = foldTyped(query);
  if (typed === "") return { matches: [], more: 0 };
  const found = options.filter(
    ({ name, otherNames }) => foldTyped(name).includes(typed) || otherNames.includes(typed),
  );
  const begins = (option: MunicipalityOption) => foldTyped(option.name).startsWith(typed);
  const ranked = [...found.filter(begins), ...found.filter((option) => !begins(option))];
  return { matches: ranked.slice(0, MOST_MATCHES), more: Math.max(0, ranked.length - MOST_MATCHES) };
}
