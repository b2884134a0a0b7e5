import { Hono } from "hono";
import { ItemPage } from "../../web/insights/item-page.tsx";
import { RoundPage } from "../../web/insights/round-page.tsx";
import { RoundsPage } from "../../web/insights/rounds-page.tsx";
import { paths } from "../../web/paths.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import { addressOf } from "./address.ts";
import { boardRoutes } from "./board-routes.tsx";
import { sheetOf } from "./figure-sheet.ts";
import { mayReadFigures, mayReadResponseBoard } from "./policy.ts";
import { roundsWithFigures } from "./queries.ts";
import { conceptIn, readFigures, readFiguresToTakeAway } from "./reading.ts";

export const insightsRoutes = new Hono<Env>();

insightsRoutes.get(paths.insights(), async (c) => {
  const page = await readPage(c, (db) => [roundsWithFigures(db)]);
  const decision = mayReadFigures(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const seesBoard = mayReadResponseBoard(page.viewer).may;
  return show(c, <RoundsPage frame={page.frame} rounds={page.rows[0]} seesBoard={seesBoard} />);
});

insightsRoutes.get(paths.insight(":year"), async (c) => {
  const { no, round, figures, ...page } = await readFigures(c, null);
  if (no) return refuse(c, page, no);
  const seesBoard = mayReadResponseBoard(page.viewer).may;
  return show(c, <RoundPage frame={page.frame} round={round} figures={figures} seesBoard={seesBoard} />);
});

insightsRoutes.get(paths.insightItem(":year", ":concept"), async (c) => {
  const { no, round, figures, ...page } = await readFigures(c, conceptIn(c));
  if (no) return refuse(c, page, no);
  const address = addressOf(c, paths.insightItem(round.year, figures[0].concept));
  return show(c, <ItemPage frame={page.frame} round={round} figure={figures[0]} address={address} />);
});

for (const format of ["csv", "xlsx"] as const)
  insightsRoutes.get(paths.insightExport(":year", ":concept", format), async (c) => {
    const { no, round, figures, ...page } = await readFiguresToTakeAway(c, conceptIn(c));
    if (no) return refuse(c, page, no);
    const [figure] = figures;
    if (figure.withheld) return refuse(c, page, { because: "missing" });
    const sheet = sheetOf(figure, round, addressOf(c, paths.insightItem(round.year, figure.concept)));
    return format === "csv" ? sendCsv(c, sheet) : sendExcel(c, sheet);
  });

insightsRoutes.route("/", boardRoutes);
