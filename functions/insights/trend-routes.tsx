import { type Context, Hono } from "hono";
import type { Database } from "../../db/client.ts";
import { TrendPage } from "../../web/insights/trend-page.tsx";
import { paths } from "../../web/paths.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import { addressOf } from "./address.ts";
import { exportNoted } from "./queries.ts";
import { conceptIn } from "./reading.ts";
import { mayTakeTrend } from "./taking.ts";
import { trendIn, trendStatements } from "./trend-reading.ts";
import { trendSheet } from "./trend-sheet.ts";

export const trendRoutes = new Hono<Env>();

trendRoutes.get(paths.trend(":concept"), async (c) => {
  const concept = conceptIn(c);
  const { rows, ...page } = await readPage(c, (db) => trendStatements(db, concept));
  const { no, trend } = trendIn(page, concept, rows);
  return no ? refuse(c, page, no) : show(c, <TrendPage frame={page.frame} trend={trend} />);
});

for (const format of ["csv", "xlsx"] as const)
  trendRoutes.get(paths.trendExport(":concept", format), async (c) => {
    const { page, read } = await trendToTakeAway(c);
    if (read.no) return refuse(c, page, read.no);
    if (read.trend.rounds.length === 0) return refuse(c, page, { because: "missing" });
    const sheet = trendSheet(read.trend, addressOf(c, paths.trend(read.trend.concept)));
    return format === "csv" ? sendCsv(c, sheet) : sendExcel(c, sheet);
  });

async function trendToTakeAway(c: Context<Env>) {
  const concept = conceptIn(c);
  const { rows, ...page } = await readPage(c, (db: Database, scope) => [
    exportNoted(db, scope, `ontwikkeling/${concept}`, mayTakeTrend(concept, scope.personId)),
    ...trendStatements(db, concept),
  ]);
  const [, ...trendRows] = rows;
  return { page, read: trendIn(page, concept, trendRows) };
}
