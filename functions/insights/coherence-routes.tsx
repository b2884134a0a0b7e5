import { Hono } from "hono";
import type { StoredCoherence } from "../../db/schema/insights-coherence.ts";
import type { ShownCoherence } from "../../web/insights/coherence.ts";
import { CoherencePage, NoCoherencePage } from "../../web/insights/coherence-page.tsx";
import type { ShownRound } from "../../web/insights/shown-figure.ts";
import { paths } from "../../web/paths.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import { seesConfidentialCoherence } from "./coherence-policy.ts";
import { type CoherenceRow, coherenceNoted, coherenceOf, shortNames } from "./coherence-queries.ts";
import { mayReadFigures } from "./policy.ts";
import { roundOf } from "./queries.ts";
import { shownRound, yearIn } from "./reading.ts";
import { finitePopulation } from "./statistics/middle.ts";

export const coherenceRoutes = new Hono<Env>();

coherenceRoutes.get(paths.coherence(":year"), async (c) => {
  const year = yearIn(c);
  const { rows, ...page } = await readPage(c, (db, scope) => [
    coherenceNoted(db, scope, year),
    roundOf(db, year),
    coherenceOf(db, year),
    shortNames(db, year),
  ]);
  const [, [round], [coherence], names] = rows;
  const decision = mayReadFigures(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  if (round?.state !== "published") return refuse(c, page, { because: "missing" });
  if (!coherence) return show(c, <NoCoherencePage frame={page.frame} year={year} />);
  const shown = shownCoherence(shownRound(round), coherence, names, seesConfidentialCoherence(page.viewer));
  return show(c, <CoherencePage frame={page.frame} shown={shown} />);
});

function shownCoherence(
  round: ShownRound,
  { edition, organisations, members, madeAt, body }: CoherenceRow,
  names: readonly { concept: string; shortName: string }[],
  seesScales: boolean,
): ShownCoherence {
  const { facts, scales, precision } = JSON.parse(body) as StoredCoherence;
  const { factor } = finitePopulation(organisations, Math.max(members, organisations));
  return {
    round,
    edition,
    madeAt,
    organisations,
    members: Math.max(members, organisations),
    factor,
    labels: {
      gemeenten: "Aantal gemeenten",
      inwoners: "Aantal inwoners",
      ...Object.fromEntries(names.map(({ concept, shortName }) => [concept, shortName])),
    },
    facts,
    scales: seesScales ? scales : null,
    precision,
  };
}
