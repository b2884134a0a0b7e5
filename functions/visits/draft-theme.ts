/** A theme of the shared list as far as a suggestion needs it. */
export interface KnownTheme {
  id: string;
  slug: string;
}

interface ThemeSuggestion {
  themeId: string;
  /** the words of the answer on which it rests, as they stand there */
  words: readonly string[];
}

/** Beginnings of words that point at a theme, by its slug. A theme without any is never suggested by words. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  samenwerken: ["samenwerk", "partner", "huisarts", "politie", "welzijn", "keten", "netwerk", "voorveld"],
  buurtkracht: ["buurt", "buren", "vrijwillig", "bewoner", "vereniging", "dorp", "straat", "kaats"],
  laagdrempelig: [
    "laagdrempel",
    "inloop",
    "inlopen",
    "binnenlop",
    "loket",
    "toegang",
    "aanwezig",
    "spreekuur",
  ],
  "visie-en-opdracht": ["visie", "opdracht", "gemeente", "regie", "sturing", "kader"],
  inrichting: ["inricht", "rechtsvorm", "zelfstur", "staf", "organisat", "stichting", "teamgrootte"],
  financiering: ["financ", "bekostig", "budget", "lumpsum", "verantwoord", "subsidie"],
  "leren-en-monitoren": ["monitor", "data", "cijfer", "dashboard", "meten", "meting", "leren", "leertafel"],
  vakmanschap: ["vakmanschap", "intervisie", "schol", "opleid", "inwerk", "leerhuis", "professional"],
  werkdruk: ["werkdruk", "caseload", "verloop", "wachttijd", "wachtlijst", "ziekteverzuim", "behoud"],
  "jeugd-en-gezin": ["jeugd", "gezin", "opvoed", "opgroei", "ouder", "kind", "school"],
  bestaanszekerheid: ["schuld", "inkomen", "armoede", "bestaanszeker", "wonen", "huur", "regeling", "geld"],
  "mentale-gezondheid": ["mental", "ggz", "psych", "veerkracht", "onbegrepen", "verward"],
  preventie: ["preventie", "vroeg", "signaler", "voorkom"],
  normaliseren: ["normaliser", "collectie", "groepsaanbod", "groepen", "zelfredzaam"],
};

/**
 * The theme that most words of an answer point at. A suggestion, never a decision: it says on which words it
 * rests, and a person chooses. With as many words for two themes the first of the list counts; without any, none.
 */
export function suggestTheme(text: string, themes: readonly KnownTheme[]): ThemeSuggestion | null {
  const words = [...new Set(text.toLowerCase().match(/\p{L}[\p{L}\p{M}'-]*/gu) ?? [])];
  let best: ThemeSuggestion | null = null;
  for (const { id, slug } of themes) {
    const found = words.filter((word) => SIGNS[slug]?.some((sign) => word.startsWith(sign)));
    if (found.length > (best?.words.length ?? 0)) best = { themeId: id, words: found };
  }
  return best;
}
