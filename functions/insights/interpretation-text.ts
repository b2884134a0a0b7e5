import { type Cell, countIn, wordsIn } from "../../web/insights/cell.ts";
import type { BoundPart, Placeholder } from "../../web/insights/interpretation.ts";
import type { ShownFigure, ShownRound } from "../../web/insights/shown-figure.ts";
import { formatNumber, formatPercentage } from "../../web/ui/dutch.ts";
import { isPossible } from "./statistics/ranges.ts";

const PLACEHOLDER = /\{([^{}]*)\}/g;
const NUMBER = String.raw`[-−+]?\d+(?:[.,]\d+)*`;
const STATISTIC = new RegExp(
  String.raw`(?<![\p{L}])(tau(?:-b)?|τ|rho|ρ|r|delta|δ|p|p-waarde)\s*(?:=|<|>|≤|≥|is|van)?\s*(${NUMBER}|[.,]\d+)`,
  "giu",
);
const PERCENTAGE = new RegExp(String.raw`(${NUMBER})\s*(?:%|procent\b)`, "giu");
const COUNTED = "organisaties?|leden|lid|teams?|gemeenten?";
const WORD_NUMBERS =
  "één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig|dertig|veertig|vijftig|honderd";
const WRITTEN_COUNT = new RegExp(
  String.raw`(?<![\p{L}])(?:${WORD_NUMBERS}|\p{L}*en(?:twintig|dertig|veertig|vijftig))\s+(?:van de\s+)?(?:${COUNTED})(?![\p{L}])`,
  "iu",
);

/** Everything that a text beneath this figure can have filled in, with what it would say now. */
export function placeholdersOf(figure: ShownFigure, round: ShownRound): Placeholder[] {
  const { view, median, unit } = figure;
  const rows = [...(view.merged ? [view.merged] : []), ...view.rows, ...view.states];
  return [
    ...(view.n === null
      ? []
      : [{ name: "n", label: "organisaties die meetellen", value: formatNumber(view.n) }]),
    { name: "leden", label: "alle leden", value: formatNumber(round.members) },
    { name: "jaar", label: "jaar van de meting", value: String(round.year) },
    ...(median
      ? [
          {
            name: "mediaan",
            label: "midden van de getallen",
            value: `${formatNumber(median.value)} ${unit ?? ""}`.trim(),
          },
        ]
      : []),
    ...rows.flatMap(({ key, label, organisations }) => [
      { name: `aantal:${key}`, label, value: countWords(organisations) },
      ...((view.whole && view.rows.some((row) => row.key === key)) || view.merged?.key === key
        ? [{ name: `deel:${key}`, label, value: shareWords(organisations, view.whole) }]
        : []),
    ]),
  ];
}

const countWords = (cell: Cell): string => {
  const count = countIn(cell);
  return count === null ? (wordsIn(cell) ?? "") : formatNumber(count);
};

/** A share stands beside an exact count only; else the same word as for the count. */
const shareWords = (cell: Cell, whole: number | null): string => {
  const count = countIn(cell);
  return count === null || !whole ? countWords(cell) : formatPercentage(count / whole, 0);
};

/** The text with its numbers filled in; what no longer exists is said in words, never left as a code. */
export function filledIn(text: string, placeholders: readonly Placeholder[]): BoundPart[] {
  const parts: BoundPart[] = [];
  let from = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), isBound: false });
    const found = placeholders.find(({ name }) => name === nameIn(match[1]));
    parts.push({ text: found?.value ?? "niet bekend", isBound: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isBound: false });
  return parts;
}

const nameIn = (inside: string | undefined): string =>
  (inside ?? "")
    .trim()
    .toLowerCase()
    .replace(/\s*:\s*/, ":");

/**
 * What is wrong with a typed text: one Dutch sentence, or null. A number in it must come from the release; a
 * statistic that was computed elsewhere may be quoted, if it can exist at all.
 */
export function faultIn(text: string, placeholders: readonly Placeholder[]): string | null {
  for (const [whole, inside] of text.matchAll(PLACEHOLDER))
    if (!placeholders.some(({ name }) => name === nameIn(inside)))
      return `${whole} bestaat niet bij dit cijfer. Kies een code uit de lijst onder het formulier.`;
  const typed = text.replace(PLACEHOLDER, " ");
  return impossibleIn(typed) ?? typedNumberIn(typed);
}

function impossibleIn(typed: string): string | null {
  for (const [whole, name = "", number] of typed.matchAll(STATISTIC)) {
    const isChance = name.toLowerCase().startsWith("p");
    if (isPossible(isChance ? "chance" : "coefficient", numberOf(number))) continue;
    return isChance
      ? `${whole.trim()} kan niet: p ligt tussen 0 en 1. Kijk de berekening na.`
      : `${whole.trim()} kan niet: deze maat ligt tussen -1 en 1. Kijk de berekening na.`;
  }
  for (const [whole, number] of typed.matchAll(PERCENTAGE))
    if (!isPossible("percentage", numberOf(number)))
      return `${whole.trim()} kan niet: een deel ligt tussen 0 en 100 %. Gebruik een code als {deel:optie}.`;
  return null;
}

function typedNumberIn(typed: string): string | null {
  const [percentage] = typed.match(PERCENTAGE) ?? [];
  if (percentage)
    return `Typ ${percentage.trim()} niet zelf. Gebruik {deel:optie}, dan komt het deel uit de vrijgave.`;
  const rest = typed
    .replace(STATISTIC, " ")
    // A year, a question ("4A1") and a name like G40 are no counts.
    .replace(/(?<![\p{L}\d])(?:19|20)\d\d(?![\p{L}\d])/gu, " ")
    .replace(/(?<![\p{L}\d])(?:\d\p{Lu}\d?|\p{Lu}{1,2}\d{1,3})(?![\p{L}\d])/gu, " ");
  const [count] = /[-−+]?\d+(?:[.,]\d+)*/.exec(rest) ?? WRITTEN_COUNT.exec(rest) ?? [];
  return count
    ? `Typ ‘${count}’ niet zelf. Gebruik {n} of {aantal:optie}, dan komt het getal uit de vrijgave.`
    : null;
}

/** "2,57", "−0.4", "1.234,5": a comma begins decimals, and so does a single point. */
function numberOf(text: string | undefined): number {
  const plain = (text ?? "").replace("−", "-");
  return Number(plain.includes(",") ? plain.replaceAll(".", "").replace(",", ".") : plain);
}
