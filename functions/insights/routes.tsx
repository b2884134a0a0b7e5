import { Hono } from "hono";
import { figureQuery } from "../../web/insights/figure-filter.ts";
import { ItemPage } from "../../web/insights/item-page.tsx";
import { NotOfferedPage } from "../../web/insights/not-offered-page.tsx";
import { RoundPage } from "../../web/insights/round-page.tsx";
import { RoundsPage } from "../../web/insights/rounds-page.tsx";
import { RulesPage } from "../../web/insights/rules-page.tsx";
import { paths } from "../../web/paths.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { readBarePage, readPage, show } from "../http/page.ts";
import { addressOf } from "./address.ts";
import { apiRoutes } from "./api-routes.tsx";
import { exampleAttack } from "./example-attack.ts";
import { factNamesRoutes } from "./fact-names-routes.tsx";
import { sheetOf } from "./figure-sheet.ts";
import { gapRoutes } from "./gap-routes.tsx";
import { mayBeInterpreted, mayInterpret } from "./interpretation-policy.ts";
import { interpretationRoutes, shownInterpretation } from "./interpretation-routes.tsx";
import { mirrorRoutes } from "./mirror-routes.tsx";
import { openedRoutes } from "./opened-routes.tsx";
import { mayReadFigures, mayReadMirror, mayReadResponseBoard } from "./policy.ts";
import { roundsWithFigures } from "./queries.ts";
import { conceptIn, readFigures, readFiguresToTakeAway, readInterpreted } from "./reading.ts";
import { mayResearch } from "./research-policy.ts";
import { trendRoutes } from "./trend-routes.tsx";

export const insightsRoutes = new Hono<Env>();

// Before the year: "uitleg" and "api" are no years, but they would fit its place.
insightsRoutes.get(paths.insightRules(), async (c) => {
  const { frame } = await readBarePage(c);
  return show(c, <RulesPage frame={frame} example={exampleAttack()} />);
});
insightsRoutes.route("/", apiRoutes);
insightsRoutes.route("/", trendRoutes);
insightsRoutes.route("/", gapRoutes);
insightsRoutes.route("/", interpretationRoutes);
insightsRoutes.route("/", mirrorRoutes);
insightsRoutes.route("/", openedRoutes);
insightsRoutes.route("/", factNamesRoutes);

insightsRoutes.get(paths.insights(), async (c) => {
  const { viewer, frame, rows } = await readPage(c, (db) => [roundsWithFigures(db)]);
  const decision = mayReadFigures(viewer);
  if (!decision.may) return refuse(c, { viewer, frame }, decision);
  const sees = { seesBoard: mayReadResponseBoard(viewer).may, seesMirror: mayReadMirror(viewer).may };
  return show(c, <RoundsPage frame={frame} rounds={rows[0]} {...sees} />);
});

insightsRoutes.get(paths.insight(":year"), async (c) => {
  const { no, round, figures, ...page } = await readFigures(c, null);
  if (no) return refuse(c, page, no);
  const sees = {
    seesBoard: mayReadResponseBoard(page.viewer).may,
    seesMirror: mayReadMirror(page.viewer).may,
    seesResearch: mayResearch(page.viewer).may,
  };
  return show(c, <RoundPage frame={page.frame} round={round} figures={figures} {...sees} />);
});

insightsRoutes.get(paths.insightItem(":year", ":concept"), async (c) => {
  const { reading, text, ...beside } = await readInterpreted(c, conceptIn(c));
  const { no, round, figures, choices, edition, instead, frame, viewer } = reading;
  if (no) return refuse(c, { frame, viewer }, no);
  const [figure] = figures;
  const page = { frame, round, figure, choices, edition, ...beside };
  if (instead)
    return show(c, <NotOfferedPage {...page} {...instead} />, instead.because === "too_many" ? 422 : 404);
  const query = figureQuery(figure.view.filters, figure.edition?.number ?? null);
  const address = addressOf(c, `${paths.insightItem(round.year, figure.concept)}${query}`);
  const interpreted = {
    shown: shownInterpretation(text, figure, round),
    mayWrite: mayInterpret(viewer).may && mayBeInterpreted(round, figure).may,
    isSaved: c.req.query("melding") === "duiding",
  };
  return show(c, <ItemPage {...page} address={address} interpreted={interpreted} />);
});

for (const format of ["csv", "xlsx"] as const)
  insightsRoutes.get(paths.insightExport(":year", ":concept", format), async (c) => {
    const { reading, text } = await readFiguresToTakeAway(c, conceptIn(c));
    const { no, round, figures, instead, ...page } = reading;
    if (no) return refuse(c, page, no);
    const [figure] = figures;
    if (figure.withheld || instead) return refuse(c, page, { because: "missing" });
    const query = figureQuery(figure.view.filters, figure.edition?.number ?? null);
    const address = addressOf(c, `${paths.insightItem(round.year, figure.concept)}${query}`);
    const sheet = sheetOf(figure, round, address, shownInterpretation(text, figure, round));
    return format === "csv" ? sendCsv(c, sheet) : sendExcel(c, sheet);
  });
