import { formatNumber } from "../ui/dutch.ts";
import { CELL_WORDS } from "./cell.ts";
import { type Bounds, type MatchLine, pointsWords, type ShownMatch } from "./trend.ts";

const minus = (one: Bounds, other: Bounds): Bounds => ({
  low: one.low - other.high,
  high: one.high - other.low,
});
const partOf = ({ low, high }: Bounds, size: number): Bounds =>
  size > 0 ? { low: low / size, high: high / size } : { low: 0, high: 0 };

/** Nothing is known of it. */
export const isOpen = ({ low, high }: Bounds, size: number): boolean => low <= 0 && high >= size;

/** "12", "12 tot en met 15", "niet getoond"; in a table "12 t/m 15" */
export function boundsWords(bounds: Bounds, size: number, until = "tot en met"): string {
  const { low, high } = bounds;
  if (low === high) return formatNumber(low);
  return isOpen(bounds, size) ? CELL_WORDS.withheld : `${formatNumber(low)} ${until} ${formatNumber(high)}`;
}

/** "+4 punten", "−2 tot +5 punten" */
function rangeWords({ low, high }: Bounds): string {
  const [least, most] = [pointsWords(low), pointsWords(high)];
  return least === most ? most : `${least.replace(/ punt(en)?$/, "")} tot ${most}`;
}

/** Change in hundredths of the group: of the same organisations, of all, and what is left to composition. */
export function matchWords(line: MatchLine, both: number): Record<"matched" | "all" | "composition", string> {
  const { before, after, all } = line;
  if (isOpen(before, both) || isOpen(after, both))
    return { matched: CELL_WORDS.withheld, all: allWords(line), composition: CELL_WORDS.withheld };
  const matched = partOf(minus(after, before), both);
  const whole = all && minus(partOf(all.after, all.sizeAfter), partOf(all.before, all.sizeBefore));
  return {
    matched: rangeWords(matched),
    all: allWords(line),
    composition: whole ? rangeWords(minus(whole, matched)) : CELL_WORDS.withheld,
  };
}

const allWords = ({ all }: MatchLine): string =>
  all
    ? rangeWords(minus(partOf(all.after, all.sizeAfter), partOf(all.before, all.sizeBefore)))
    : CELL_WORDS.withheld;

/** What the first answer with a figure says: "Grotendeels of volledig: 12 tot en met 15 van de 32 in 2022, …" */
export function matchSentence({ from, to, both, lines }: ShownMatch): string | null {
  const line = lines.find(({ before, after }) => !isOpen(before, both) && !isOpen(after, both));
  if (!line) return null;
  const { label, before, after } = line;
  const direction =
    after.low > before.high
      ? "Dat zijn er zeker meer."
      : after.high < before.low
        ? "Dat zijn er zeker minder."
        : before.low === before.high && after.low === after.high
          ? "Dat zijn er evenveel."
          : "Het kan ook gelijk zijn gebleven.";
  return `${label}: ${boundsWords(before, both)} van de ${formatNumber(both)} in ${from}, ${boundsWords(after, both)} in ${to}. ${direction}`;
}
