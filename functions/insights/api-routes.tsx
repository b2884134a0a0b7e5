import { sql } from "drizzle-orm";
import { type Context, Hono } from "hono";
import { figuresQuery } from "../../web/insights/api-contract.ts";
import { ApiGuidePage } from "../../web/insights/api-guide-page.tsx";
import { paths } from "../../web/paths.ts";
import type { Env } from "../http/env.ts";
import { readBarePage, readPage, show } from "../http/page.ts";
import { addressOf } from "./address.ts";
import { apiAnswer } from "./api-answer.ts";
import { apiDescription } from "./api-description.ts";
import { factsAnswer } from "./api-facts.ts";
import { type AskedCells, cellCount, cellsAfter, sizesOfRound } from "./api-queries.ts";
import { EVERYBODY } from "./asked-figure.ts";
import { withMiddle } from "./fact-counts.ts";
import { mediansOf, talliesOf } from "./fact-queries.ts";
import { asCounted, storedFacts } from "./fact-stored-queries.ts";
import { keptBack, mayReadFigures } from "./policy.ts";
import { choiceLabels, exportNoted, itemsOf, roundOf, themesOf } from "./queries.ts";
import { shownRound, yearIn } from "./reading.ts";
import { editionsOf } from "./release-queries.ts";
import { mayTakeFacts, mayTakeReleases } from "./taking.ts";

export const apiRoutes = new Hono<Env>();

const FAULTS = {
  anonymous: [401, "Log in met een browser en stuur de sessie mee. Zie /inzicht/api."],
  forbidden: [403, "Je hoort niet bij een lidorganisatie of bij de vereniging. Vraag het bureau om toegang."],
  unknown: [404, "Dit adres is er niet. Kijk op /inzicht/api welke er wel zijn."],
  method: [405, "Dit adres kun je alleen lezen, met GET."],
  missing: [404, "Van deze ronde of vraag zijn geen cijfers vrijgegeven. Kijk op /inzicht welke er zijn."],
} as const;

const refuseApi = (c: Context<Env>, because: keyof typeof FAULTS) =>
  c.json({ fout: FAULTS[because][1] }, FAULTS[because][0]);

apiRoutes.get(paths.apiFigures(":year"), async (c) => {
  const asked = figuresQuery.safeParse(c.req.query());
  const { vraag = null, na, aantal, versie = null } = asked.data ?? { na: undefined, aantal: 1 };
  const wanted = { year: yearIn(c), concept: vraag, edition: versie };
  const { viewer, round, cells, ...lists } = await readCells(c, wanted, na ?? -1, aantal, asked.success);
  const decision = mayReadFigures(viewer);
  if (!decision.may) return refuseApi(c, decision.because === "anonymous" ? "anonymous" : "forbidden");
  if (!asked.success) return c.json({ fout: asked.error.issues[0]?.message ?? "" }, 422);
  const isKept = !round || keptBack("confidential", { ...round, isReleased: true });
  if (isKept || cells.length === 0) return refuseApi(c, "missing");
  const answer = apiAnswer(round, cells, { edition: versie, most: aantal }, lists);
  return c.json(answer, 200, answer.volgende ? { link: `<${answer.volgende}>; rel="next"` } : {});
});

apiRoutes.get(paths.apiFacts(":year"), async (c) => {
  const year = yearIn(c);
  const { rows, viewer } = await readPage(c, (db, scope) => [
    exportNoted(db, scope, `${year}/api/feiten`, mayTakeFacts(year, scope.personId)),
    roundOf(db, year),
    itemsOf(db, year, null),
    choiceLabels(db),
    storedFacts(db, year, null, null, [EVERYBODY]),
    talliesOf(db, { year, version: null, filters: [] }, null),
    mediansOf(db, { year, version: null, filters: [] }, null),
  ]);
  const [, [round], items, choices, stored, counted, middles] = rows;
  const decision = mayReadFigures(viewer);
  if (!decision.may) return refuseApi(c, decision.because === "anonymous" ? "anonymous" : "forbidden");
  if (!round) return refuseApi(c, "missing");
  const facts = asCounted(stored, EVERYBODY);
  const tallies = [...facts.tallies, ...counted];
  const medians = [...facts.medians, ...middles.map(withMiddle)];
  const { version } = shownRound(round);
  return c.json(factsAnswer(round, items, { tallies, choices, medians }, { version, now: c.var.now }));
});

/** One part of the cells, in one round trip. Who reads is noted in the log, once an hour. */
async function readCells(c: Context<Env>, wanted: AskedCells, after: number, most: number, isAsked: boolean) {
  const { year, concept, edition } = wanted;
  const { rows, viewer } = await readPage(c, (db, scope) => {
    const onlyIf = isAsked ? mayTakeReleases(wanted, after, scope) : sql`0`;
    return [
      exportNoted(db, scope, `${year}/api/${concept ?? "alle"}`, onlyIf),
      roundOf(db, year),
      cellsAfter(db, wanted, after, most + 1),
      itemsOf(db, year, null),
      choiceLabels(db),
      themesOf(db, year, null),
      editionsOf(db, year),
      sizesOfRound(db, wanted),
      cellCount(db, year, edition),
    ];
  });
  const [, rounds, cells, items, choices, themes, editions, sizes, [counted]] = rows;
  const total = Number(counted?.count ?? 0);
  return { viewer, round: rounds[0], cells, items, choices, themes, editions, sizes, total };
}

apiRoutes.get(paths.apiDescription(), async (c) => {
  const { frame } = await readBarePage(c);
  return c.json(apiDescription(frame.association.name, frame.version));
});

apiRoutes.get(paths.apiGuide(), async (c) => {
  const { frame } = await readBarePage(c);
  return show(c, <ApiGuidePage frame={frame} origin={addressOf(c, "")} />);
});

// A program that mistypes gets its answer in JSON too.
for (const path of [paths.apiFigures(":year"), paths.apiFacts(":year"), paths.apiDescription()])
  apiRoutes.all(path, (c) => {
    c.header("allow", "GET, HEAD");
    return refuseApi(c, "method");
  });
apiRoutes.all("/api/*", (c) => refuseApi(c, "unknown"));
