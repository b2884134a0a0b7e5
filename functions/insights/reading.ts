import { type SQL, sql } from "drizzle-orm";
import type { Context } from "hono";
import type { Database } from "../../db/client.ts";
import type { ShownFigure, ShownRound } from "../../web/insights/shown-figure.ts";
import type { Env } from "../http/env.ts";
import type { Refusal } from "../http/faults.tsx";
import { type Page, readPage } from "../http/page.ts";
import type { Viewer } from "../http/session.ts";
import { versionOf } from "./counted.ts";
import { figuresOf } from "./figures.ts";
import { mayReadFigures, withheldFrom } from "./policy.ts";
import {
  choiceLabels,
  exportNoted,
  itemsOf,
  namesOf,
  type RoundRow,
  roundOf,
  talliesOf,
  themesOf,
} from "./queries.ts";

/** A page with the figures that its viewer may see, or why not. */
export type Reading = Page &
  (
    | { no: { because: Refusal; what?: string }; round: null; figures: null }
    | { no: null; round: ShownRound; figures: [ShownFigure, ...ShownFigure[]] }
  );

/** The year in the address; 0, which no round has, when it is not a year. */
export const yearIn = (c: Context<Env>): number => {
  const text = c.req.param("year") ?? "";
  return /^\d{4}$/.test(text) ? Number(text) : 0;
};

/** The item in the address, as its concept. */
export const conceptIn = (c: Context<Env>): string => c.req.param("concept") ?? "";

export function shownRound({ late, acceptsLate: _, ...row }: RoundRow): ShownRound {
  const { version, waiting } = versionOf(late);
  return { ...row, version, waiting };
}

const statementsOf = (db: Database, year: number, concept: string | null) =>
  [
    roundOf(db, year),
    itemsOf(db, year, concept),
    choiceLabels(db),
    talliesOf(db, year, concept),
    themesOf(db, year, concept),
    namesOf(db, year, concept),
  ] as const;

type Rows = readonly [
  rounds: Awaited<ReturnType<typeof roundOf>>,
  items: Awaited<ReturnType<typeof itemsOf>>,
  choices: Awaited<ReturnType<typeof choiceLabels>>,
  tallies: Awaited<ReturnType<typeof talliesOf>>,
  themes: Awaited<ReturnType<typeof themesOf>>,
  names: Awaited<ReturnType<typeof namesOf>>,
];

/** The figures of one item, or of every item when `concept` is null, in one round trip. */
export async function readFigures(c: Context<Env>, concept: string | null): Promise<Reading> {
  const year = yearIn(c);
  const { rows, ...page } = await readPage(c, (db) => statementsOf(db, year, concept));
  return readingOf(page, rows);
}

/** The same, noting in the same batch that the figures were taken away. */
export async function readFiguresToTakeAway(c: Context<Env>, concept: string): Promise<Reading> {
  const year = yearIn(c);
  const { rows, ...page } = await readPage(c, (db, scope) => [
    exportNoted(db, scope, `${year}/${concept}`, mayBeTaken(year, concept, scope.personId)),
    ...statementsOf(db, year, concept),
  ]);
  const [, ...figureRows] = rows;
  return readingOf(page, figureRows);
}

function readingOf(page: Page, [rounds, items, choices, tallies, themes, names]: Rows): Reading {
  const { viewer } = page;
  const none = { round: null, figures: null };
  const decision = mayReadFigures(viewer);
  if (!decision.may) return { ...page, no: decision, ...none };
  const row = rounds[0];
  const figures = row && viewer ? shownFigures(viewer, row, { items, choices, tallies, themes, names }) : [];
  const [first, ...others] = figures;
  if (!row || !first) return { ...page, no: { because: "missing" }, ...none };
  return { ...page, no: null, round: shownRound(row), figures: [first, ...others] };
}

function shownFigures(
  viewer: Viewer,
  row: RoundRow,
  counts: Omit<Parameters<typeof figuresOf>[0], "counted">,
) {
  const round = { state: row.state, acceptsLate: row.acceptsLate === 1 };
  return figuresOf({ ...counts, counted: row.counted }, ({ audience }) =>
    withheldFrom(viewer, audience, round),
  );
}

/** What the policy decides, for the log: there is a released outcome, and this person may read figures. */
function mayBeTaken(year: number, concept: string, personId: SQL<string | null>): SQL {
  return sql`exists (
    select 1 from rounds r join items i on i.questionnaire_id = r.questionnaire_id
    where r.year = ${year} and i.concept = ${concept} and r.state <> 'concept'
      and (i.audience = 'members' or r.state in ('closed', 'published'))
  ) and (
    exists (select 1 from memberships where person_id = ${personId})
    or exists (select 1 from association_roles where person_id = ${personId})
  )`;
}
