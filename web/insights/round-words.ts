import { countOf, formatDay, formatNumber } from "../ui/dutch.ts";
import type { ShownFigure, ShownRound } from "./shown-figure.ts";

/** What every figure of a round says about that round. */
export interface RoundWords {
  title: string;
  /** "46 van 55 leden" */
  coverage: string;
  referenceDay: string;
  /** "Versie 1 van 20 januari 2025" */
  version: string;
  /** about late answers that wait, or "" */
  waiting: string;
}

export function roundWords(round: ShownRound): RoundWords {
  return {
    title: `${round.title} ${round.year}`,
    coverage: `${formatNumber(round.counted)} van ${countOf(round.members, "lid", "leden")}`,
    referenceDay: formatDay(round.referenceOn),
    version: versionWords(round),
    waiting:
      round.state === "published" && round.waiting > 0
        ? `${countOf(round.waiting, "organisatie tekende", "organisaties tekenden")} later. Een volgende versie verschijnt bij 5 nieuwe antwoorden.`
        : "",
  };
}

function versionWords({ state, version, publishedOn, closesOn, isPartial, counted }: ShownRound): string {
  if (isPartial) return `Voorlopig: de eerste ${formatNumber(counted)} inzendingen`;
  if (state === "published") return `Versie ${version}, publicatie van ${formatDay(publishedOn ?? closesOn)}`;
  return state === "open" ? "Voorlopig: de ronde is nog open" : "Voorlopig: nog niet gepubliceerd";
}

/** Which figures these are: "Versie 1, vrijgegeven op 20 januari 2025". */
export function editionWords({ edition, audience }: ShownFigure, round: ShownRound): string {
  if (!edition) return versionWords(round);
  const what = audience === "members" ? "publicatie van" : "vrijgegeven op";
  return `Versie ${edition.number}, ${what} ${formatDay(edition.on)}`;
}

/** Which version of each organisation's answers a figure counts: in a published round, as it stood at publication. */
export function versionsCounted(
  { edition }: ShownFigure,
  { state, publishedOn, closesOn }: ShownRound,
): string {
  const latest = "Dit telt van elke organisatie de laatste versie die";
  if (state !== "published") return `${latest} nu ondertekend is.`;
  const late = edition && edition.number > 1 ? ", met de late antwoorden van deze versie erbij" : "";
  return `${latest} voor ${formatDay(publishedOn ?? closesOn)} ondertekend was${late}.`;
}

export const ROUND_STATE_LABELS = {
  concept: "in voorbereiding",
  open: "open",
  closed: "gesloten",
  published: "gepubliceerd",
} as const;
