import type { Context } from "hono";
import type { Database } from "../../db/client.ts";
import { type FigureFilter, type FilterChoice, MOST_FILTERS } from "../../web/insights/figure-filter.ts";
import type { ShownFigure, ShownRound } from "../../web/insights/shown-figure.ts";
import type { SimilarGroup } from "../../web/insights/similar.ts";
import type { Env } from "../http/env.ts";
import type { Refusal } from "../http/faults.tsx";
import { readQuery } from "../http/form.ts";
import { type Page, readPage } from "../http/page.ts";
import {
  type Asked,
  type AskedFilter,
  askedIn,
  choicesBeside,
  EVERYBODY,
  factChoices,
  filtersOf,
  keyOf,
  labelled,
  type NotOffered,
  nearestOffered,
  notOfferedFacts,
  notOfferedReleased,
  releasedChoices,
} from "./asked-figure.ts";
import { versionOf } from "./counted.ts";
import { withMiddle } from "./fact-counts.ts";
import { type CountedMedian, mediansOf, type TallyRow, talliesOf } from "./fact-queries.ts";
import { asCounted, type StoredFactRow, storedFacts } from "./fact-stored-queries.ts";
import { type FigureRows, figuresOf } from "./figures.ts";
import { type InterpretationRow, interpretationOf } from "./interpretation-queries.ts";
import { type QuoteRow, quotesOf } from "./opened-queries.ts";
import { factGroups, ownFilters, similarGroups } from "./own-groups.ts";
import { ownFacts, ownPlaces } from "./own-groups-queries.ts";
import { keptBack, mayReadFigures } from "./policy.ts";
import {
  type ChoiceRow,
  choiceLabels,
  exportNoted,
  type ItemRow,
  itemsOf,
  type RoundRow,
  roundOf,
  type ThemeRow,
  themesOf,
} from "./queries.ts";
import {
  type EditionRow,
  editionsOf,
  type MagnitudeRow,
  type ReleasedCellRow,
  type ReleasedFilterRow,
  releasedCells,
  releasedFilters,
  releasedMagnitudes,
} from "./release-queries.ts";
import { mayTakeFigure } from "./taking.ts";

/** A view that is not offered, with what may be asked instead. */
export interface Instead {
  because: NotOffered;
  asked: readonly FigureFilter[];
  nearest: readonly FigureFilter[];
}

/** A page with the figures that its viewer may see, or why not. */
export type Reading = Page &
  (
    | ({ no: { because: Refusal; what?: string } } & Nothing)
    | {
        no: null;
        round: ShownRound;
        figures: [ShownFigure, ...ShownFigure[]];
        /** what the figure can be filtered by */
        choices: readonly FilterChoice[];
        /** the edition in the address; null for the newest */
        edition: number | null;
        instead: Instead | null;
      }
  );

type Nothing = Record<"round" | "figures" | "choices" | "edition" | "instead", null>;
const nothing: Nothing = { round: null, figures: null, choices: null, edition: null, instead: null };

/** The year in the address; 0, which no round has, when it is not a year. */
export const yearIn = (c: Context<Env>): number => {
  const text = c.req.param("year") ?? "";
  return /^\d{4}$/.test(text) ? Number(text) : 0;
};

/** The item in the address, as its concept. */
export const conceptIn = (c: Context<Env>): string => c.req.param("concept") ?? "";

export function shownRound({ late, stored, partial, ...row }: RoundRow): ShownRound {
  return { ...row, ...versionOf(late, stored), isPartial: partial === 1 };
}

const statementsOf = (db: Database, year: number, concept: string | null, { filters, edition }: Asked) => {
  const all = { year, version: edition, filters: [] };
  // More filters than exist are refused below; counting them would only cost.
  const group = { ...all, filters: filters.slice(0, MOST_FILTERS) };
  return [
    roundOf(db, year, edition),
    itemsOf(db, year, concept),
    choiceLabels(db),
    themesOf(db, year, concept),
    talliesOf(db, group, concept),
    mediansOf(db, group, concept),
    storedFacts(db, year, edition, concept, [EVERYBODY, keyOf(group.filters)]),
    releasedCells(db, year, concept, edition, [EVERYBODY, keyOf(filters)]),
    editionsOf(db, year),
    releasedFilters(db, year, concept ?? "", edition),
    releasedMagnitudes(db, year, concept, edition, keyOf(filters)),
    ...(filters.length > 0 ? [talliesOf(db, all, concept)] : []),
  ] as const;
};

type Rows = readonly [
  rounds: RoundRow[],
  items: ItemRow[],
  labels: ChoiceRow[],
  themes: ThemeRow[],
  tallies: TallyRow[],
  medians: CountedMedian[],
  stored: StoredFactRow[],
  cells: ReleasedCellRow[],
  editions: EditionRow[],
  offered: ReleasedFilterRow[],
  magnitudes: MagnitudeRow[],
  ...allTallies: TallyRow[][],
];

/** The figures of one item, or of every item when `concept` is null, in one round trip. */
export async function readFigures(c: Context<Env>, concept: string | null): Promise<Reading> {
  const year = yearIn(c);
  const asked = concept === null ? { filters: [], edition: null } : askedIn(readQuery(c));
  const { rows, ...page } = await readPage(c, (db) => statementsOf(db, year, concept, asked));
  return readingOf(page, asked, rows);
}

/** The figures of one item with what the learning group wrote of them and what stands beside, in one round trip. */
export async function readInterpreted(
  c: Context<Env>,
  concept: string,
): Promise<{
  reading: Reading;
  text: InterpretationRow | null;
  similar: SimilarGroup[];
  quotes: QuoteRow[];
}> {
  const year = yearIn(c);
  const asked = askedIn(readQuery(c));
  const { rows, ...page } = await readPage(c, (db, scope) => [
    interpretationOf(db, year, concept),
    ownPlaces(db, scope, year),
    ownFacts(db, scope, year),
    quotesOf(db, scope, year, concept),
    ...statementsOf(db, year, concept, asked),
  ]);
  const [texts, places, facts, quotes, ...figureRows] = rows;
  const [, [item], choices, , , , , , , offered] = figureRows;
  const own = ownFilters(places, facts, choices);
  const similar = similarGroups(own, item?.audience === "members" ? factGroups(own) : offered, choices);
  return { reading: readingOf(page, asked, figureRows), text: texts[0] ?? null, similar, quotes };
}

/** The same, noting in the same batch that the figures were taken away. */
export async function readFiguresToTakeAway(
  c: Context<Env>,
  concept: string,
): Promise<{ reading: Reading; text: InterpretationRow | null }> {
  const year = yearIn(c);
  const asked = askedIn(readQuery(c));
  const { rows, ...page } = await readPage(c, (db, scope) => [
    exportNoted(db, scope, `${year}/${concept}`, mayTakeFigure(year, concept, asked, scope.personId)),
    interpretationOf(db, year, concept),
    ...statementsOf(db, year, concept, asked),
  ]);
  const [, texts, ...figureRows] = rows;
  return { reading: readingOf(page, asked, figureRows), text: texts[0] ?? null };
}

function readingOf(page: Page, asked: Asked, rows: Rows): Reading {
  const decision = mayReadFigures(page.viewer);
  if (!decision.may) return { ...page, no: decision, ...nothing };
  const row = rows[0][0];
  if (!row) return { ...page, no: { because: "missing" }, ...nothing };
  const round = shownRound(row);
  const [first, ...others] = shownFigures(round, asked, figureRowsOf(rows, asked));
  if (!first || !hasEdition(first, round, asked)) return { ...page, no: { because: "missing" }, ...nothing };
  const offer = offerOf(first, asked, rows);
  return { ...page, no: null, round, figures: [first, ...others], edition: asked.edition, ...offer };
}

/** Facts come from the job's counts; only what it did not store yet is counted by the page. */
function figureRowsOf(rows: Rows, { filters }: Asked): FigureRows {
  const [, items, choices, themes, counted, middles, stored, cells, editions, , magnitudes, all] = rows;
  const group = asCounted(stored, keyOf(filters.slice(0, MOST_FILTERS)));
  const tallies = [...group.tallies, ...counted];
  const allTallies = [...asCounted(stored, EVERYBODY).tallies, ...(all ?? counted)];
  const medians = [...group.medians, ...middles.map(withMiddle)];
  return { items, choices, themes, tallies, allTallies, medians, magnitudes, cells, editions };
}

function shownFigures(round: ShownRound, asked: Asked, rows: FigureRows): ShownFigure[] {
  const on = round.publishedOn ?? round.closesOn;
  return figuresOf(rows, {
    filters: asked.filters,
    withheld: ({ audience }, isReleased) => keptBack(audience, { state: round.state, isReleased }),
    factEdition:
      round.state === "published" && !round.isPartial ? { number: asked.edition ?? round.version, on } : null,
    factEditions: round.version,
  });
}

/** Whether the edition in the address is there; without one it always is. */
function hasEdition(figure: ShownFigure, round: ShownRound, { edition }: Asked): boolean {
  if (edition === null) return true;
  if (figure.audience === "members") return round.state === "published" && figure.editions.includes(edition);
  return figure.withheld === null && figure.editions.includes(edition);
}

function offerOf(figure: ShownFigure, { filters }: Asked, rows: Rows) {
  if (figure.withheld) return { choices: [], instead: null };
  const [, , labels, , , , , cells, , offered] = rows;
  const instead = (because: NotOffered | null, nearest: readonly AskedFilter[]): Instead | null => {
    const inWords = (each: readonly AskedFilter[]) => each.map((filter) => labelled(filter, labels));
    return because && { because, asked: inWords(filters), nearest: inWords(nearest) };
  };
  if (figure.audience === "members") {
    const choices = factChoices(labels);
    const because = notOfferedFacts(filters, choices);
    const nearest = nearestOffered(filters, (key) => notOfferedFacts(filtersOf(key), choices) === null);
    const isOffered = (key: string) => filtersOf(key).length <= MOST_FILTERS;
    return { choices: choicesBeside(choices, filters, isOffered), instead: instead(because, nearest) };
  }
  const keys = offered.map(({ filterKey }) => filterKey);
  const found = cells.map(({ filterKey }) => filterKey);
  const because = notOfferedReleased(filters, found);
  const nearest = nearestOffered(filters, (key) => keys.includes(key));
  const offer = releasedChoices(keys, labels);
  const choices = choicesBeside(offer, filters, (key) => keys.includes(key));
  return { choices, instead: instead(because, nearest) };
}
