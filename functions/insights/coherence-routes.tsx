import { type Context, Hono } from "hono";
import type { StoredCoherence } from "../../db/schema/insights-coherence.ts";
import type { ShownCoherence } from "../../web/insights/coherence.ts";
import { CoherencePage, NoCoherencePage } from "../../web/insights/coherence-page.tsx";
import type { ShownRound } from "../../web/insights/shown-figure.ts";
import { paths } from "../../web/paths.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import { addressOf } from "./address.ts";
import { coherenceFile } from "./coherence-file.ts";
import { seesConfidentialCoherence } from "./coherence-policy.ts";
import { type CoherenceRow, coherenceNoted, coherenceOf, shortNames } from "./coherence-queries.ts";
import { mayReadFigures } from "./policy.ts";
import { roundOf } from "./queries.ts";
import { shownRound, yearIn } from "./reading.ts";
import { finitePopulation } from "./statistics/middle.ts";

export const coherenceRoutes = new Hono<Env>();

coherenceRoutes.get(paths.coherence(":year"), async (c) => {
  const { page, year, no, shown } = await readCoherence(c, "");
  if (no) return refuse(c, page, no);
  if (!shown) return show(c, <NoCoherencePage frame={page.frame} year={year} />);
  return show(c, <CoherencePage frame={page.frame} shown={shown} />);
});

for (const format of ["csv", "xlsx"] as const)
  coherenceRoutes.get(paths.coherenceExport(":year", format), async (c) => {
    const { page, year, no, shown } = await readCoherence(c, `.${format}`);
    if (no) return refuse(c, page, no);
    if (!shown) return refuse(c, page, { because: "missing" });
    const sheet = coherenceFile(shown, addressOf(c, paths.coherence(year)));
    return format === "csv" ? sendCsv(c, sheet) : sendExcel(c, sheet);
  });

/** What this viewer may see of a round's coherences; page and files read the same, so they say the same. */
async function readCoherence(c: Context<Env>, ending: string) {
  const year = yearIn(c);
  const { rows, ...page } = await readPage(c, (db, scope) => [
    coherenceNoted(db, scope, year, `${year}/samenhang${ending}`),
    roundOf(db, year),
    coherenceOf(db, year),
    shortNames(db, year),
  ]);
  const [, [round], [coherence], names] = rows;
  const decision = mayReadFigures(page.viewer);
  const none = { page, year, shown: null };
  if (!decision.may) return { ...none, no: decision };
  if (round?.state !== "published") return { ...none, no: { because: "missing" } as const };
  if (!coherence) return { ...none, no: null };
  const seesScales = seesConfidentialCoherence(page.viewer);
  return { ...none, no: null, shown: shownCoherence(shownRound(round), coherence, names, seesScales) };
}

function shownCoherence(
  round: ShownRound,
  { edition, organisations, members, madeAt, body, shownEdition, shownBody }: CoherenceRow,
  names: readonly { concept: string; shortName: string }[],
  seesScales: boolean,
): ShownCoherence {
  const { facts } = JSON.parse(body) as StoredCoherence;
  // A later edition that may show none keeps what was shown: it says no more than is known already.
  const { scales, precision } = JSON.parse(shownBody ?? body) as StoredCoherence;
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
    scalesEdition: shownEdition ?? edition,
  };
}
