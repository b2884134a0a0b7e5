import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam, formatDay, formatPercentage } from "../../web/ui/dutch.ts";
import { type NetworkFilter, networkFilter } from "../../web/visits/network-filter.ts";
import { NetworkPage } from "../../web/visits/network-page.tsx";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readQuery } from "../http/form.ts";
import { readPage, show } from "../http/page.ts";
import type { Sheet } from "../http/spreadsheet.ts";
import { layOut } from "./network-layout.ts";
import {
  drawnNodes,
  drawnTies,
  type NetworkTotals,
  networkTotals,
  type TieRow,
  ties,
  visitYears,
} from "./network-queries.ts";
import { sharedThemes } from "./offer-queries.ts";
import { mayBrowse } from "./policy.ts";

export const networkRoutes = new Hono<Env>();

const PAGE_SIZE = 50;
const NOTHING: NetworkTotals = {
  ...{ visits: 0, directions: 0, pairs: 0, mutual: 0 },
  ...{ organisations: 0, reached: 0, members: 0, newPairs: 0 },
};

function filterOf(c: Context<Env>): NetworkFilter {
  const read = parseForm(networkFilter, readQuery(c));
  return read.ok ? read.value : networkFilter.parse({});
}

networkRoutes.get(paths.network(), async (c) => {
  const filter = filterOf(c);
  const { now } = c.var;
  const newIn = filter.jaar || dayInAmsterdam(now).slice(0, 4);
  const { rows, ...page } = await readPage(
    c,
    (db) =>
      [
        sharedThemes(db),
        visitYears(db),
        drawnNodes(db, filter),
        drawnTies(db, filter),
        ties(db, filter, { size: PAGE_SIZE, at: filter.pagina - 1 }),
        networkTotals(db, filter, newIn, now),
      ] as const,
  );
  const decision = mayBrowse(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const [themes, years, nodes, lines, pairs, [totals = NOTHING]] = rows;
  const shown = {
    ...{ filter, themes, totals, newIn, now, ties: pairs },
    years: years.map(({ year }) => year),
    picture: layOut(nodes, lines),
    pages: Math.ceil(totals.directions / PAGE_SIZE),
  };
  return show(c, <NetworkPage frame={page.frame} {...shown} />);
});

for (const format of ["csv", "xlsx"] as const)
  networkRoutes.get(paths.networkExport(format), async (c) => {
    const filter = filterOf(c);
    const { now } = c.var;
    const { rows, ...page } = await readPage(
      c,
      (db) =>
        [
          ties(db, filter),
          networkTotals(db, filter, filter.jaar || dayInAmsterdam(now).slice(0, 4), now),
        ] as const,
    );
    const decision = mayBrowse(page.viewer);
    if (!decision.may) return refuse(c, page, decision);
    const sheet = sheetOf(rows[0]);
    if (format === "csv") return sendCsv(c, sheet);
    return sendExcel(c, { ...sheet, notes: notesOf(filter, rows[1][0] ?? NOTHING, now) });
  });

const sheetOf = (pairs: readonly TieRow[]): Sheet => ({
  fileName: "netwerk-van-werkbezoeken",
  columns: [
    { label: "Gast", kind: "text" },
    { label: "Gastheer", kind: "text" },
    { label: "Keer", kind: "number" },
    { label: "Laatste keer", kind: "date" },
    { label: "Over en weer", kind: "text" },
  ],
  rows: pairs.map((tie) => [
    tie.guestName,
    tie.hostName,
    tie.count,
    dayInAmsterdam(tie.lastAt),
    tie.isMutual ? "ja" : "nee",
  ]),
});

const notesOf = (filter: NetworkFilter, totals: NetworkTotals, now: number) =>
  [
    ["Peildatum", formatDay(now)],
    ["Thema", filter.thema || "alle thema's"],
    ["Jaar", filter.jaar || "alle jaren"],
    ["Aantal bezoeken", totals.visits],
    ["Aantal paren", totals.pairs],
    ["Paren over en weer", totals.mutual],
    ["Wederkerigheid", formatPercentage(totals.mutual / Math.max(1, totals.pairs), 0)],
    ["Leden die gast of gastheer waren", `${totals.reached} van ${totals.members}`],
    ["Nieuwe paren in het jaar", totals.newPairs],
    ["Bron van de definitie", "Wasserman en Faust, Social Network Analysis (1994), hoofdstuk 13"],
  ] as const;
