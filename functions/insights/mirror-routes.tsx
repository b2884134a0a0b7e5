import type { SQL } from "drizzle-orm";
import { type Context, Hono } from "hono";
import type { Database } from "../../db/client.ts";
import { MirrorPage } from "../../web/insights/mirror-page.tsx";
import { mirrorPlace } from "../../web/insights/mirror-place.ts";
import { paths } from "../../web/paths.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { readQuery } from "../http/form.ts";
import { readPage, show } from "../http/page.ts";
import { addressOf } from "./address.ts";
import { type AskedFilter, EVERYBODY, keyOf } from "./asked-figure.ts";
import { mediansOf, noTallies, type TallyRow, talliesOf } from "./fact-queries.ts";
import { asCounted, type StoredFactRow, storedFacts } from "./fact-stored-queries.ts";
import { figuresOf } from "./figures.ts";
import { groupIn } from "./mirror-group.ts";
import { mirrorItems } from "./mirror-items.ts";
import { groupYear, ownAnswers, ownResponse } from "./mirror-queries.ts";
import { ownFilters, similarGroups } from "./own-groups.ts";
import { ownFacts, ownPlaces } from "./own-groups-queries.ts";
import { keptBack, mayReadMirror, seesOwnConfidential } from "./policy.ts";
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
import { shownRound, yearIn } from "./reading.ts";
import {
  type EditionRow,
  editionsOf,
  type ReleasedCellRow,
  releasedCells,
  releasedGroups,
} from "./release-queries.ts";

export const mirrorRoutes = new Hono<Env>();

mirrorRoutes.get(paths.insightMirror(":year"), async (c) => {
  const { viewer, frame, own, group, items, groups, chosen, parts, part } = await readMirror(c);
  const decision = mayReadMirror(viewer);
  if (!viewer || !decision.may)
    return refuse(c, { viewer, frame }, decision.may ? { because: "anonymous" } : decision);
  if (!own || chosen === undefined || part === undefined)
    return refuse(c, { viewer, frame }, { because: "missing" });
  const place = mirrorPlace(own.year, { part, group: chosen?.key });
  const address = addressOf(c, place);
  return show(c, <MirrorPage {...{ frame, own, group, items, groups, chosen, parts, part, address }} />);
});

/** The part that is asked for, from 1; null: the overview of all. Undefined when there is no such part. */
function partIn(c: Context<Env>, parts: number): number | null | undefined {
  const asked = readQuery(c).deel?.[0] ?? "";
  if (asked === "") return null;
  const part = /^[1-9]\d?$/.test(asked) ? Number(asked) : 0;
  return part >= 1 && part <= parts ? part : undefined;
}

/** Own signed answers and the figures of the group, all items, in one round trip. */
async function readMirror(c: Context<Env>) {
  const year = yearIn(c);
  const beside = groupYear(year);
  const asked = groupIn(readQuery(c));
  const filters = asked ?? [];
  const key = keyOf(filters);
  const { viewer, frame, rows } = await readPage(c, (db, scope) => [
    ownResponse(db, scope, year),
    ownAnswers(db, scope, year),
    itemsOf(db, year, null),
    choiceLabels(db),
    ownPlaces(db, scope, beside),
    ownFacts(db, scope, beside),
    releasedGroups(db, beside),
    ...groupStatements(db, beside, filters),
  ]);
  const [[own], answers, ownItems, choices, places, facts, offered, ...groupRows] = rows;
  const groups = similarGroups(ownFilters(places, facts, choices), offered, choices);
  // Null: all members. Undefined: no group of this organisation, or none that was released.
  const chosen = filters.length === 0 ? null : groups.find((each) => each.key === key);
  const parts = [...new Set(ownItems.map(({ section }) => section))];
  const part = partIn(c, parts.length);
  const isShown = ({ section }: ItemRow) => !part || section === parts[part - 1];
  const figures = figuresBeside(groupRows, choices, filters, isShown);
  const seesConfidential = viewer !== null && seesOwnConfidential(viewer);
  const items = mirrorItems(ownItems.filter(isShown), answers, figures, choices, seesConfidential);
  const [[groupRow]] = groupRows;
  const group = groupRow ? shownRound(groupRow) : null;
  const known = { chosen: asked ? chosen : undefined, parts, part };
  return { viewer, frame, own: own ?? null, group, items, groups, ...known };
}

/** What the figures of a group are made of, beside the lists of choices. */
function groupStatements(db: Database, year: SQL, filters: readonly AskedFilter[]) {
  const all = { year, version: null, filters: [] };
  const keys = [...new Set([EVERYBODY, keyOf(filters)])];
  return [
    roundOf(db, year),
    itemsOf(db, year, null),
    themesOf(db, year, null),
    talliesOf(db, { ...all, filters }, null),
    mediansOf(db, { ...all, filters }, null),
    storedFacts(db, year, null, null, keys),
    releasedCells(db, year, null, null, keys),
    editionsOf(db, year),
    // Beside nobody but all members there is nothing more to count.
    filters.length === 0 ? noTallies(db) : talliesOf(db, all, null),
  ] as const;
}

type GroupRows = readonly [
  rounds: RoundRow[],
  items: ItemRow[],
  themes: ThemeRow[],
  counted: TallyRow[],
  medians: { concept: string; median: number }[],
  stored: StoredFactRow[],
  cells: ReleasedCellRow[],
  editions: EditionRow[],
  countedAll: TallyRow[],
];

function figuresBeside(
  rows: GroupRows,
  choices: readonly ChoiceRow[],
  filters: readonly AskedFilter[],
  isShown: (item: ItemRow) => boolean,
) {
  const [[row], allItems, themes, counted, countedMedians, stored, cells, editions, countedAll] = rows;
  if (!row) return [];
  const round = shownRound(row);
  const items = allItems.filter(isShown);
  const concepts = new Set(items.map(({ concept }) => concept));
  const shownFacts = stored.filter(({ concept }) => concepts.has(concept));
  const own = asCounted(shownFacts, keyOf(filters));
  const tallies = [...own.tallies, ...counted];
  const counts = {
    ...{ items, choices, themes, cells, editions },
    tallies,
    allTallies: filters.length === 0 ? tallies : [...asCounted(shownFacts, EVERYBODY).tallies, ...countedAll],
    medians: [...own.medians, ...countedMedians],
    magnitudes: [],
  };
  return figuresOf(counts, {
    filters,
    withheld: ({ audience }, isReleased) => keptBack(audience, { state: round.state, isReleased }),
    factEdition: { number: round.version, on: round.publishedOn ?? round.closesOn },
    factEditions: round.version,
  });
}
