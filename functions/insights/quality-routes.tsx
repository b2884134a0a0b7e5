import { type Context, Hono } from "hono";
import type { Database } from "../../db/client.ts";
import { QualityPage } from "../../web/insights/quality-page.tsx";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam, formatDay } from "../../web/ui/dutch.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { type Page, readPage, show } from "../http/page.ts";
import { EVERYBODY } from "./asked-figure.ts";
import { boardLines } from "./board-lines.ts";
import { type BoardRow, responseBoard } from "./board-queries.ts";
import { type TallyRow, talliesOf } from "./fact-queries.ts";
import { asCounted, type StoredFactRow, storedFacts } from "./fact-stored-queries.ts";
import { qualityItems, qualitySheet } from "./quality-lines.ts";
import { mayReadQuality } from "./quality-policy.ts";
import * as qualityQueries from "./quality-queries.ts";
import { exportNoted, type ItemRow, itemsOf, type RoundRow, roundOf } from "./queries.ts";
import { shownRound, yearIn } from "./reading.ts";
import { type ReleasedCellRow, releasedCells } from "./release-queries.ts";
import { isResearcher } from "./research-statement-queries.ts";

export const qualityRoutes = new Hono<Env>();

qualityRoutes.get(paths.quality(":year"), async (c) => {
  const year = yearIn(c);
  const { rows, ...page } = await readPage(c, (db) => statementsOf(db, year, c.var.now));
  const quality = qualityOf(page, rows);
  if (quality.no) return refuse(c, page, quality.no);
  return show(c, <QualityPage frame={page.frame} {...quality} today={dayInAmsterdam(c.var.now)} />);
});

for (const format of ["csv", "xlsx"] as const)
  qualityRoutes.get(paths.qualityExport(":year", format), async (c) => {
    const { page, quality } = await qualityToTakeAway(c);
    if (quality.no) return refuse(c, page, quality.no);
    const sheet = qualitySheet(quality.quality, quality.round, formatDay(c.var.now));
    return format === "csv" ? sendCsv(c, sheet) : sendExcel(c, sheet);
  });

async function qualityToTakeAway(c: Context<Env>) {
  const year = yearIn(c);
  const { rows, ...page } = await readPage(c, (db, scope) => [
    exportNoted(db, scope, `${year}/kwaliteit`, isResearcher(scope)),
    ...statementsOf(db, year, c.var.now),
  ]);
  const [, ...read] = rows;
  return { page, quality: qualityOf(page, read) };
}

const statementsOf = (db: Database, year: number, now: number) =>
  [
    roundOf(db, year),
    itemsOf(db, year, null),
    storedFacts(db, year, null, null, [EVERYBODY]),
    talliesOf(db, { year, version: null, filters: [] }, null),
    releasedCells(db, year, null, null, [EVERYBODY]),
    responseBoard(db, year),
    qualityQueries.profileAges(db, year, now),
    qualityQueries.outliers(db, year),
    qualityQueries.hasEarlierRound(db, year),
    qualityQueries.otherTexts(db, year),
  ] as const;

type Rows = readonly [
  RoundRow[],
  ItemRow[],
  StoredFactRow[],
  TallyRow[],
  ReleasedCellRow[],
  BoardRow[],
  qualityQueries.ProfileFieldRow[],
  qualityQueries.OutlierRow[],
  { year: number }[],
  qualityQueries.OtherTextRow[],
];

function qualityOf(page: Page, rows: Rows) {
  const decision = mayReadQuality(page.viewer);
  if (!decision.may) return { no: decision };
  const [[row], items, stored, counted, cells, board, fields, outliers, [earlier], others] = rows;
  if (!row) return { no: { because: "missing" as const } };
  const tallies = [...asCounted(stored, EVERYBODY).tallies, ...counted];
  const quality = {
    items: qualityItems(items, tallies, row.state === "published" ? cells : []),
    board: boardLines(board, row.closesOn),
    fields,
    outliers,
    earlierYear: earlier?.year ?? null,
    others,
  };
  return { no: null, round: shownRound(row), quality };
}
