import type { Database } from "../../db/client.ts";
import type { StoredChange } from "../../db/schema/insights-trends.ts";
import type { ShownTrend } from "../../web/insights/trend.ts";
import type { Refusal } from "../http/faults.tsx";
import type { Page } from "../http/page.ts";
import { EVERYBODY } from "./asked-figure.ts";
import { withMiddle } from "./fact-counts.ts";
import { type CountedMedian, mediansOf, type TallyRow, talliesOf } from "./fact-queries.ts";
import { asCounted, type StoredFactRow, storedFacts } from "./fact-stored-queries.ts";
import { figuresOf } from "./figures.ts";
import { keptBack, mayReadFigures } from "./policy.ts";
import {
  type ChoiceRow,
  choiceLabels,
  type ItemRow,
  itemsOf,
  type RoundRow,
  roundOf,
  type ThemeRow,
  themesOf,
} from "./queries.ts";
import { shownRound } from "./reading.ts";
import { type EditionRow, editionsOf, type ReleasedCellRow, releasedCells } from "./release-queries.ts";
import { type TrendMoment, trendOf } from "./trend-figures.ts";
import type { AskedItem } from "./trend-grades.ts";
import {
  askedItems,
  type ChangeRow,
  changeInto,
  type MatchRow,
  MOST_ROUNDS,
  matchInto,
  type NewestItemRow,
  newestItem,
  publishedYear,
} from "./trend-queries.ts";

/** What one published round brings, in this order. */
const momentStatements = (db: Database, concept: string, nth: number) => {
  const year = publishedYear(concept, nth);
  const everybody = { year, version: null, filters: [] };
  return [
    roundOf(db, year),
    itemsOf(db, year, concept),
    themesOf(db, year, concept),
    talliesOf(db, everybody, concept),
    mediansOf(db, everybody, concept),
    storedFacts(db, year, null, concept, [EVERYBODY]),
    releasedCells(db, year, concept, null, [EVERYBODY]),
    editionsOf(db, year),
  ] as const;
};
const STATEMENTS_A_ROUND = 8;

/** All that a trend needs, in one batch: as many rounds as fit a chart, newest first. */
export const trendStatements = (db: Database, concept: string) =>
  [
    newestItem(db, concept),
    askedItems(db, concept),
    changeInto(db, concept),
    matchInto(db, concept),
    choiceLabels(db),
    ...Array.from({ length: MOST_ROUNDS }, (_, nth) => momentStatements(db, concept, nth)).flat(),
  ] as const;

type MomentRows = [
  rounds: RoundRow[],
  items: ItemRow[],
  themes: ThemeRow[],
  counted: TallyRow[],
  medians: CountedMedian[],
  stored: StoredFactRow[],
  cells: ReleasedCellRow[],
  editions: EditionRow[],
];

export type TrendRead =
  | { no: { because: Refusal; what?: string }; trend: null }
  | { no: null; trend: ShownTrend };

/** The trend in the rows of `trendStatements`, or why not. */
export function trendIn(page: Page, concept: string, rows: readonly unknown[]): TrendRead {
  const decision = mayReadFigures(page.viewer);
  if (!decision.may) return { no: decision, trend: null };
  const [[newest], asked, [change], [match], labels] = rows as [
    NewestItemRow[],
    AskedItem[],
    ChangeRow[],
    MatchRow[],
    ChoiceRow[],
  ];
  if (!newest) return { no: { because: "missing" }, trend: null };
  const moments = asked.flatMap((item, nth): TrendMoment[] => {
    const from = 5 + nth * STATEMENTS_A_ROUND;
    return momentOf(item, rows.slice(from, from + STATEMENTS_A_ROUND) as MomentRows, labels);
  });
  const { shortName, kind, unit, audience, state, year } = newest;
  const trend = trendOf(
    moments.reverse(),
    { concept, shortName, kind, unit, audience, running: state === "published" ? null : year },
    change
      ? { from: change.previousYear, to: change.year, body: JSON.parse(change.body) as StoredChange }
      : null,
    match ?? null,
  );
  return { no: null, trend };
}

/** One round of the trend, of the figure that its own page shows; none when that is kept back. */
function momentOf(asked: AskedItem, rows: MomentRows, choices: ChoiceRow[]): TrendMoment[] {
  const [rounds, items, themes, counted, medians, stored, cells, editions] = rows;
  const row = rounds[0];
  if (!row) return [];
  const round = shownRound(row);
  const known = asCounted(stored, EVERYBODY);
  const tallies = [...known.tallies, ...counted];
  const figures = figuresOf(
    {
      items,
      choices,
      themes,
      tallies,
      allTallies: tallies,
      medians: [...known.medians, ...medians.map(withMiddle)],
      cells,
      editions,
    },
    {
      filters: [],
      withheld: ({ audience }, isReleased) => keptBack(audience, { state: round.state, isReleased }),
      factEdition: { number: round.version, on: round.publishedOn ?? round.closesOn },
      factEditions: round.version,
    },
  );
  return figures.flatMap((figure) => (figure.withheld ? [] : [{ round, figure, asked }]));
}
