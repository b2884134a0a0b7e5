import {
  coherenceSentence,
  correctedWords,
  finiteSentence,
  keptSentence,
  methodWords,
  PRECISION_SENTENCES,
  type ShownCoherence,
  type ShownPair,
  type ShownPrecision,
  strengthWords,
  tauWords,
} from "../../web/insights/coherence.ts";
import type { SheetNotes } from "../http/excel.ts";
import type { Sheet, SheetCell } from "../http/spreadsheet.ts";

/** Coherences as a sheet: no more than this viewer's page shows, and no more exact. */
export function coherenceFile(shown: ShownCoherence, address: string): Sheet & { notes: SheetNotes } {
  const { round, labels, facts, scales, precision } = shown;
  // Of a withheld matrix no pair goes out, whatever is stored.
  const pairs = precision === "withheld" ? [] : (scales ?? []);
  return {
    fileName: `samenhang-${round.year}`,
    columns: [
      { label: "Deel", kind: "text" },
      { label: "Eerste vraag", kind: "text" },
      { label: "Tweede vraag", kind: "text" },
      { label: "Kendalls tau-b", kind: "number" },
      { label: "Richting", kind: "text" },
      { label: "In woorden", kind: "text" },
      { label: "n", kind: "text" },
      { label: "p", kind: "number" },
      { label: "Na correctie (Holm)", kind: "text" },
      { label: "p berekend", kind: "text" },
    ],
    rows: [
      ...pairs.map((pair) => rowOf("Schalen", pair, labels, precision)),
      ...facts.map((pair) => rowOf("Feiten", pair, labels, "three_decimals")),
    ],
    notes: [
      ["Meting", round.year],
      ["Peildatum", round.referenceOn],
      ["Versie", shown.edition],
      ["n", shown.organisations],
      ["Leden", shown.members],
      ["Feiten", coherenceSentence(facts, labels)],
      ...scaleNotes(shown),
      ["Eindig aantal leden", finiteSentence(shown)],
      ["Zo lees je dit", "Kendalls tau-b loopt van −1 tot 1. Samenhang is geen oorzaak."],
      ["Adres", address],
    ],
  };
}

/** How exact the scales are and of which edition; nothing for who does not see them. */
function scaleNotes(shown: ShownCoherence): [string, string][] {
  if (shown.scales === null) return [];
  const kept = keptSentence(shown);
  return [
    ["Schalen", `${PRECISION_SENTENCES[shown.precision]} Alleen voor de leergroep monitoring.`],
    ...(kept ? [["Versie van de schalen", kept] satisfies [string, string]] : []),
  ];
}

function rowOf(
  part: string,
  pair: ShownPair,
  labels: Readonly<Record<string, string>>,
  precision: ShownPrecision | "three_decimals",
): SheetCell[] {
  const isNumber = !["words", "demonstrated", "withheld"].includes(precision);
  return [
    part,
    labels[pair.one] ?? pair.one,
    labels[pair.other] ?? pair.other,
    isNumber ? pair.tau : null,
    isNumber ? "" : tauWords(pair, precision),
    precision === "demonstrated" ? "" : strengthWords(pair),
    pair.n === null ? "10 of meer" : String(pair.n),
    pair.p,
    correctedWords(pair),
    methodWords(pair),
  ];
}
