import { Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { UsePage } from "../../web/questionnaires/use-page.tsx";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import { YEAR } from "./overview-routes.tsx";
import { mayReadAnswers, seesVisitDrafts } from "./policy.ts";
import * as queries from "./queries.ts";
import { roundView } from "./round-view.ts";
import { usePromises, usesOfAnswers } from "./use-queries.ts";

/** "Wat is er met ons antwoord gebeurd": of the organisation's own signed answers, and of nobody else's. */
export const useRoutes = new Hono<Env>();

useRoutes.get(paths.questionnaireUse(YEAR), async (c) => {
  const year = Number(c.req.param("year"));
  const page = await readPage(c, (db, scope) => [
    queries.roundOfYear(db, scope, year),
    queries.signedResponse(db, scope, year),
    usesOfAnswers(db, scope, year),
    usePromises(db, year),
  ]);
  const { viewer, frame, rows } = page;
  const [[round], [response = null], uses, promises] = rows;
  const decision = mayReadAnswers(viewer, round);
  if (!decision.may) return refuse(c, page, decision);
  if (!round) return refuse(c, page, { because: "missing" });
  const props = { frame, round: roundView(round, c.var.now), response, uses, promises };
  const seesDrafts = seesVisitDrafts(viewer);
  return show(c, <UsePage {...props} seesDrafts={seesDrafts} />);
});
