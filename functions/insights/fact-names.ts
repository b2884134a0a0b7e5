import type { Context } from "hono";
import type { Database } from "../../db/client.ts";
import { MOST_FILTERS } from "../../web/insights/figure-filter.ts";
import type { NamesOf } from "../../web/insights/names-page.tsx";
import type { Env } from "../http/env.ts";
import type { Refusal } from "../http/faults.tsx";
import { readQuery } from "../http/form.ts";
import { type Page, readPage } from "../http/page.ts";
import { askedIn, factChoices, keyOf, labelled, notOfferedFacts } from "./asked-figure.ts";
import { factView } from "./fact-figures.ts";
import { MOST_WALKED, type NameRow, whoSaid } from "./fact-names-queries.ts";
import { type TallyRow, talliesOf } from "./fact-queries.ts";
import { asCounted, type StoredFactRow, storedFacts } from "./fact-stored-queries.ts";
import { mayReadFigures } from "./policy.ts";
import {
  type ChoiceRow,
  choiceLabels,
  exportNoted,
  type ItemRow,
  itemsOf,
  type RoundRow,
  roundOf,
} from "./queries.ts";
import { conceptIn, shownRound, yearIn } from "./reading.ts";
import { mayTakeFigure } from "./taking.ts";

/** Names on one page, and lines in one file. */
const MOST_ON_A_PAGE = 50;
const MOST_IN_A_FILE = 1_000;

type NamesReading = Page & ({ no: { because: Refusal }; list: null } | { no: null; list: NamesOf });

/** What the address asks for: `?optie=code`, with the filters and version of the figure, from `na` on. */
function askedNames(c: Context<Env>) {
  const typed = readQuery(c);
  const asked = askedIn(typed);
  return {
    asked,
    year: yearIn(c),
    concept: conceptIn(c),
    option: (typed.optie?.[0] ?? "").slice(0, 60),
    after: /^\d{1,7}$/.test(typed.na?.[0] ?? "") ? Number(typed.na?.[0]) : 0,
    // More filters than exist are refused below; counting them would only cost.
    filters: asked.filters.slice(0, MOST_FILTERS),
  };
}

type AskedNames = ReturnType<typeof askedNames>;

const statementsOf = (db: Database, { asked, ...names }: AskedNames, most: number) => {
  const { year, concept, filters } = names;
  const group = { year, version: asked.edition, filters };
  return [
    roundOf(db, year, asked.edition),
    itemsOf(db, year, concept),
    choiceLabels(db),
    talliesOf(db, group, concept),
    storedFacts(db, year, asked.edition, concept, [keyOf(filters)]),
    whoSaid(db, group, { ...names, limit: most + 1 }),
  ] as const;
};

/** Who gave one answer to a fact, a page of names. */
export async function readNames(c: Context<Env>): Promise<NamesReading> {
  const asked = askedNames(c);
  const { rows, ...page } = await readPage(c, (db) => statementsOf(db, asked, MOST_ON_A_PAGE));
  return namesReading(page, asked, MOST_ON_A_PAGE, rows);
}

/** The same for a file, noting in the same batch that names were taken away. */
export async function readNamesToTakeAway(c: Context<Env>): Promise<NamesReading> {
  const names = askedNames(c);
  const { asked, year, concept } = names;
  const { rows, ...page } = await readPage(c, (db, scope) => [
    exportNoted(db, scope, `${year}/${concept}`, mayTakeFigure(year, concept, asked, scope.personId)),
    ...statementsOf(db, names, MOST_IN_A_FILE),
  ]);
  const [, ...found] = rows;
  return namesReading(page, names, MOST_IN_A_FILE, found);
}

type Found = readonly [
  rounds: RoundRow[],
  items: ItemRow[],
  choices: ChoiceRow[],
  counted: TallyRow[],
  stored: StoredFactRow[],
  names: NameRow[],
];

function namesReading(page: Page, asked: AskedNames, most: number, rows: Found): NamesReading {
  const decision = mayReadFigures(page.viewer);
  if (!decision.may) return { ...page, no: decision, list: null };
  const list = namesOf(asked, most, rows);
  return list ? { ...page, no: null, list } : { ...page, no: { because: "missing" }, list: null };
}

/** Null when there is no such list: of a confidential question, a filter, a version or an answer that is not there. */
function namesOf({ asked, filters, option, after }: AskedNames, most: number, rows: Found): NamesOf | null {
  const [[row], [item], choices, counted, stored, found] = rows;
  if (!row || item?.audience !== "members" || !["one", "many"].includes(item.kind)) return null;
  if (notOfferedFacts(asked.filters, factChoices(choices))) return null;
  const round = shownRound(row);
  const { edition } = asked;
  if (edition !== null && (round.state !== "published" || edition < 1 || edition > round.version))
    return null;
  const shown = filters.map((filter) => labelled(filter, choices));
  const tallies = [...asCounted(stored, keyOf(filters)).tallies, ...counted];
  const answer = factView(item, shown, { tallies, choices }).rows.find(({ key }) => key === option);
  if (!answer) return null;
  const next = nextAfter(found, after, most, row.counted);
  return { round, item, filters: shown, edition, answer, after, names: found.slice(0, most), next };
}

/** Where the next part begins; null at the end. A part also ends where it looked at enough organisations. */
export function nextAfter(
  found: readonly Pick<NameRow, "position">[],
  after: number,
  most: number,
  counted: number,
): number | null {
  if (found.length > most) return found[most - 1]?.position ?? null;
  return after + MOST_WALKED < counted ? after + MOST_WALKED : null;
}
