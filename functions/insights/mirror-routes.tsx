import { type Context, Hono } from "hono";
import { MirrorPage } from "../../web/insights/mirror-page.tsx";
import { paths } from "../../web/paths.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import { addressOf } from "./address.ts";
import { EVERYBODY } from "./asked-figure.ts";
import { mediansOf, talliesOf } from "./fact-queries.ts";
import { asCounted, storedFacts } from "./fact-stored-queries.ts";
import { figuresOf } from "./figures.ts";
import { mirrorItems } from "./mirror-items.ts";
import { groupYear, ownAnswers, ownResponse } from "./mirror-queries.ts";
import { keptBack, mayReadMirror, seesOwnConfidential } from "./policy.ts";
import { choiceLabels, itemsOf, roundOf, themesOf } from "./queries.ts";
import { shownRound, yearIn } from "./reading.ts";
import { editionsOf, releasedCells } from "./release-queries.ts";

export const mirrorRoutes = new Hono<Env>();

mirrorRoutes.get(paths.insightMirror(":year"), async (c) => {
  const { viewer, frame, own, group, items } = await readMirror(c);
  const decision = mayReadMirror(viewer);
  if (!viewer || !decision.may)
    return refuse(c, { viewer, frame }, decision.may ? { because: "anonymous" } : decision);
  if (!own) return refuse(c, { viewer, frame }, { because: "missing" });
  const address = addressOf(c, paths.insightMirror(own.year));
  return show(c, <MirrorPage frame={frame} own={own} group={group} items={items} address={address} />);
});

/** Own signed answers and the figures of the group, all items, in one round trip. */
async function readMirror(c: Context<Env>) {
  const year = yearIn(c);
  const beside = groupYear(year);
  const everybody = { year: beside, version: null, filters: [] };
  const { viewer, frame, rows } = await readPage(c, (db, scope) => [
    ownResponse(db, scope, year),
    ownAnswers(db, scope, year),
    itemsOf(db, year, null),
    choiceLabels(db),
    roundOf(db, beside),
    itemsOf(db, beside, null),
    themesOf(db, beside, null),
    talliesOf(db, everybody, null),
    mediansOf(db, everybody, null),
    storedFacts(db, beside, null, null, [EVERYBODY]),
    releasedCells(db, beside, null, null, [EVERYBODY]),
    editionsOf(db, beside),
  ]);
  const [
    [own],
    answers,
    ownItems,
    choices,
    [groupRow],
    groupItems,
    themes,
    counted,
    countedMedians,
    storedRows,
    cells,
    editions,
  ] = rows;
  const stored = asCounted(storedRows, EVERYBODY);
  const tallies = [...stored.tallies, ...counted];
  const group = groupRow ? shownRound(groupRow) : null;
  const counts = {
    items: groupItems,
    choices,
    themes,
    tallies,
    allTallies: tallies,
    medians: [...stored.medians, ...countedMedians],
    cells,
    editions,
  };
  const figures = group
    ? figuresOf(counts, {
        filters: [],
        withheld: ({ audience }, isReleased) => keptBack(audience, { state: group.state, isReleased }),
        factEdition: { number: group.version, on: group.publishedOn ?? group.closesOn },
        factEditions: group.version,
      })
    : [];
  const seesConfidential = viewer !== null && seesOwnConfidential(viewer);
  const items = mirrorItems(ownItems, answers, figures, choices, seesConfidential);
  return { viewer, frame, own: own ?? null, group, items };
}
