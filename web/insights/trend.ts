import type { Audience, Comparability, ItemKind } from "../../db/vocabulary.ts";
import { countOf, formatNumber, formatPercentage } from "../ui/dutch.ts";
import { type Cell, wordsIn } from "./cell.ts";
import type { TestedPairs } from "./statistic-words.ts";

/** One round in a trend. */
export interface TrendRound {
  year: number;
  /** organisations that count; of a middle those that gave a number */
  n: number;
  /** "46 van 55 leden" */
  coverage: string;
  /** "1 juni 2024" */
  referenceDay: string;
  /** "Versie 1, publicatie van 27 januari 2025" */
  edition: string;
  question: string;
}

/** How the line runs from one round to the next. */
export interface TrendJoin {
  from: number;
  to: number;
  grade: Comparability;
  join: "through" | "marked" | "broken";
}

/** One round on one line; what is not exact is a range, what is withheld has neither. */
export interface TrendPoint {
  year: number;
  cell: Cell;
  /** what the share is a part of; null where there are no shares */
  whole: number | null;
  /** height on the chart: a share, or a number in the unit of the question */
  low: number | null;
  high: number | null;
}

export interface TrendLine {
  key: string;
  label: string;
  /** one a round, oldest first; null when that round did not have this answer */
  points: readonly (TrendPoint | null)[];
}

/** Change of one answer between the last two rounds, in parts of who gave an answer. */
export interface ChangeLine {
  label: string;
  before: { count: number; given: number };
  after: { count: number; given: number };
  matchedBefore: { count: number; given: number };
  matchedAfter: { count: number; given: number };
}

export interface ShownChange {
  from: number;
  to: number;
  both: number;
  joined: number;
  left: number;
  lines: readonly ChangeLine[];
  /** of numbers: the middle of who took part both times, and the test of pairs */
  numbers: ({ before: number | null; after: number | null } & TestedPairs) | null;
}

/** Between how many organisations; ends included, the same when the count is exact. */
export interface Bounds {
  low: number;
  high: number;
}

/** One answer at the organisations that took part in both rounds, beside all that took part in either. */
export interface MatchLine {
  label: string;
  before: Bounds;
  after: Bounds;
  /** all organisations of each round; null when that figure is withheld, or is of another version */
  all: { before: Bounds; after: Bounds; sizeBefore: number; sizeAfter: number } | null;
}

/** How a confidential question changed at the same organisations, as far as the gate lets anything through. */
export interface ShownMatch {
  from: number;
  to: number;
  both: number;
  joined: number;
  left: number;
  lines: readonly MatchLine[];
}

export interface ShownTrend {
  concept: string;
  shortName: string;
  kind: ItemKind;
  audience: Audience;
  unit: string | null;
  /** oldest first; published rounds only */
  rounds: readonly TrendRound[];
  joins: readonly TrendJoin[];
  lines: readonly TrendLine[];
  /** lines are drawn up to here; the table has them all */
  drawn: number;
  change: ShownChange | null;
  /** of a confidential question: change at the same organisations, as far as it may be shown */
  match: ShownMatch | null;
  /** of a confidential question whose last two rounds can be compared: there is no such change */
  lacksMatch: boolean;
  /** a round after the published ones that still runs; null without one */
  running: number | null;
}

/** Of open numbers a trend draws the middle; of all else the parts that gave an answer. */
export const drawsMiddle = ({ kind, audience }: Pick<ShownTrend, "kind" | "audience">): boolean =>
  kind === "number" && audience === "members";

export const GRADE_LABELS: Record<Comparability, string> = {
  same: "gelijk",
  reworded: "herformuleerd",
  scale_changed: "schaal gewijzigd",
  split: "gesplitst",
  merged: "samengevoegd",
};

/** What a grade means for who reads the line. */
export function gradeSentence({ from, to, grade }: TrendJoin): string {
  const years = `${from} en ${to}`;
  return {
    same: `De vraag was gelijk in ${years}. De lijn loopt door.`,
    reworded: `De vraag is na ${from} anders verwoord. De lijn loopt door, met een teken.`,
    scale_changed: `De antwoorden waren anders in ${years}. De lijn breekt hier.`,
    split: `Na ${from} zijn dit meer vragen geworden. De lijn breekt hier.`,
    merged: `Na ${from} zijn vragen samengevoegd. De lijn breekt hier.`,
  }[grade];
}

/** A point in words: "12 van de 46 (26 %)", "hooguit 2 van de 46", "niet getoond". */
export function pointWords(
  { kind, audience, unit }: Pick<ShownTrend, "kind" | "audience" | "unit">,
  point: TrendPoint | null,
): string {
  if (!point) return "stond er niet bij";
  if (drawsMiddle({ kind, audience }))
    return point.low === null ? "geen getal" : `${formatNumber(point.low)} ${unit ?? ""}`.trim();
  const { cell, whole } = point;
  if (cell.kind !== "exact") {
    const words = wordsIn(cell) ?? "";
    return whole === null || cell.kind === "withheld" ? words : `${words}, n = ${formatNumber(whole)}`;
  }
  if (!whole) return countOf(cell.count, "organisatie", "organisaties");
  return `${formatNumber(cell.count)} van de ${formatNumber(whole)} (${formatPercentage(cell.count / whole, 0)})`;
}

/** The sentence above the chart: the first line in its last two rounds, or why there is none. */
export function trendSentence(trend: ShownTrend): string {
  const { rounds, joins, lines } = trend;
  const [last, before] = [rounds.at(-1), rounds.at(-2)];
  if (!last) return "Van deze vraag is nog geen cijfer gepubliceerd.";
  if (!before)
    return `Deze vraag staat in één gepubliceerde meting, die van ${last.year}. Een lijn zie je vanaf de tweede.`;
  const join = joins.at(-1);
  if (join?.join === "broken")
    return `Vergelijk ${before.year} en ${last.year} niet: ${GRADE_LABELS[join.grade]}.`;
  const line = lines[0];
  if (!line) return "Van deze vraag is nog geen cijfer vrijgegeven.";
  const [was, is] = [line.points.at(-2) ?? null, line.points.at(-1) ?? null].map((point) =>
    pointWords(trend, point),
  );
  return `${line.label}: ${was} in ${before.year}, ${is} in ${last.year}.`;
}

const share = ({ count, given }: { count: number; given: number }): number => (given > 0 ? count / given : 0);

/** Under this number of answers a change in parts says more about one organisation than about all. */
export const LEAST_GIVEN = 10;

/** The answers whose change at the same organisations is told. */
export const comparableLines = ({ lines }: ShownChange): ChangeLine[] =>
  lines.filter(
    ({ matchedBefore, matchedAfter }) => Math.min(matchedBefore.given, matchedAfter.given) >= LEAST_GIVEN,
  );

/** What the parts of a change are parts of: who gave an answer, of all and of who took part both times. */
export function givenSentence({ from, to, lines }: ShownChange): string {
  const [line] = lines;
  if (!line) return "";
  const years = (before: { given: number }, after: { given: number }) =>
    `${formatNumber(before.given)} in ${from} en ${formatNumber(after.given)} in ${to}`;
  return `Een deel is een deel van wie antwoord gaf. Alle organisaties: ${years(line.before, line.after)}. Deden beide keren mee: ${years(line.matchedBefore, line.matchedAfter)}.`;
}

/** Change in percentage points: in all, of who took part both times, and what is left to composition. */
export function changeParts(line: ChangeLine): { all: number; matched: number; composition: number } {
  const all = share(line.after) - share(line.before);
  const matched = share(line.matchedAfter) - share(line.matchedBefore);
  return { all, matched, composition: all - matched };
}

/** "+4 punten", "−2 punten", "0 punten": hundredths of the whole. */
export function pointsWords(part: number): string {
  const points = Math.round(part * 100);
  const sign = points > 0 ? "+" : points < 0 ? "−" : "";
  return `${sign}${Math.abs(points)} ${Math.abs(points) === 1 ? "punt" : "punten"}`;
}
