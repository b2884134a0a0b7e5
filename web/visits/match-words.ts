import { SIZE_CLASS_LABELS } from "../members/labels.ts";
import { countOf, formatList } from "../ui/dutch.ts";
import { FORMATS } from "./labels.ts";
import type { MatchReason } from "./match-weights.ts";
import type { Side } from "./moves.ts";

/** The names of what reasons hold as a code: themes, systems, legal forms and questions of a scale. */
export type MatchNames = ReadonlyMap<string, string>;

/** More names in one sentence than this nobody reads. */
const MOST_NAMES = 2;

/** 45 → "45 minuten"; 60 → "1 uur"; 95 → "1 uur en 35 minuten". */
export function formatMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return formatList([
    ...(hours > 0 ? [`${hours} uur`] : []),
    ...(rest > 0 || hours === 0 ? [`${rest} minuten`] : []),
  ]);
}

/** A reason as a sentence, to the side that reads it. */
export function reasonSentence(reason: MatchReason, names: MatchNames, reader: Side): string {
  const listed = (codes: readonly string[]) => {
    const known = codes.map((code) => names.get(code) ?? code);
    const more = known.length - MOST_NAMES;
    return formatList(more > 0 ? [...known.slice(0, MOST_NAMES), `nog ${more}`] : known);
  };
  const isGuest = reader === "guest";
  switch (reason.about) {
    case "theme": {
      const theme = `“${names.get(reason.themeId) ?? reason.themeId}”`;
      return reason.isOnly ? `Het aanbod gaat over ${theme}.` : `${theme} is een thema van dit aanbod.`;
    }
    case "travel":
      if (reason.minutes === null) return "Niemand hoeft te reizen: het bezoek is digitaal.";
      return isGuest
        ? `De reis duurt ongeveer ${formatMinutes(reason.minutes)}.`
        : `Hun reis duurt ongeveer ${formatMinutes(reason.minutes)}.`;
    case "strength":
      return isGuest
        ? `Zij zijn sterk in ${listed(reason.concepts)}. Jullie zijn daar nog mee bezig.`
        : `Jullie zijn sterk in ${listed(reason.concepts)}. Zij zijn daar nog mee bezig.`;
    case "size":
      return `Jullie zijn van dezelfde grootte: ${SIZE_CLASS_LABELS[reason.sizeClass]}.`;
    case "systems":
      return `Jullie werken allebei met ${listed(reason.codes)}.`;
    case "format": {
      const format = `Een ${FORMATS[reason.format].label.toLowerCase()}`;
      if (reason.isWished) return `${format} is ${isGuest ? "wat jullie zoeken" : "wat zij zoeken"}.`;
      return `${format} past bij ${reason.people === 1 ? "één bezoeker" : `${reason.people} bezoekers`}.`;
    }
    case "legal_form":
      return `Jullie hebben dezelfde organisatievorm: ${listed(reason.codes)}.`;
    case "reciprocity":
      return isGuest
        ? "Zij waren bij jullie te gast. Dit is een tegenbezoek."
        : "Jullie waren bij hen te gast. Zo ontvang je hen terug.";
    case "quiet":
      return isGuest
        ? "Dit team ontving het afgelopen jaar nog geen bezoek."
        : "Jullie ontvingen het afgelopen jaar nog geen bezoek.";
    case "room":
      return reason.seatsLeft === 1
        ? "Er is nog 1 plek vrij."
        : `Er zijn nog ${countOf(reason.seatsLeft, "plek", "plekken")} vrij.`;
    case "day":
      return reason.isFixed ? "De dag staat al vast." : "De dag kies je samen.";
  }
}
