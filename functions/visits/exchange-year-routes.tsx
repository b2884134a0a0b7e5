import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { formatDay } from "../../web/ui/dutch.ts";
import { exchangeFilter, STANDINGS } from "../../web/visits/exchange-filter.ts";
import { CAUSE_LABELS } from "../../web/visits/exchange-seen.ts";
import { ExchangeYearPage } from "../../web/visits/exchange-year-page.tsx";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readQuery } from "../http/form.ts";
import { readPage, show } from "../http/page.ts";
import type { Sheet } from "../http/spreadsheet.ts";
import { mayRunExchange } from "./exchange-policy.ts";
import { countProposals, exchanges, type ProposalRow, proposalsOf } from "./exchange-queries.ts";

export const exchangeYearRoutes = new Hono<Env>();

const PAGE_SIZE = 50;

/** The exchange of the year in the address with its proposals; all of them for a file, else one page. */
async function readYear(c: Context<Env>, isFile: boolean) {
  const year = Number(/^\d{4}$/.exec(c.req.param("jaar") ?? "")?.[0] ?? 0);
  const read = parseForm(exchangeFilter, readQuery(c));
  const filter = read.ok ? read.value : exchangeFilter.parse({});
  const part = isFile ? undefined : { size: PAGE_SIZE, at: filter.pagina - 1 };
  const { rows, ...page } = await readPage(
    c,
    (db) => [exchanges(db), proposalsOf(db, year, filter, part), countProposals(db, year, filter)] as const,
  );
  const exchange = rows[0].find((each) => each.year === year);
  const run = mayRunExchange(page.viewer);
  const decision = run.may && !exchange ? ({ may: false, because: "missing" } as const) : run;
  return { ...page, filter, exchange, proposals: rows[1], count: rows[2][0]?.count ?? 0, decision };
}

exchangeYearRoutes.get(paths.exchangeYear(":jaar{[0-9]+}"), async (c) => {
  const { exchange, filter, proposals, count, decision, ...page } = await readYear(c, false);
  if (!decision.may || !exchange) return refuse(c, page, decision.may ? { because: "missing" } : decision);
  const pages = Math.ceil(count / PAGE_SIZE);
  const isNew = c.req.query("melding") === "gemaakt";
  return show(
    c,
    <ExchangeYearPage {...{ frame: page.frame, exchange, filter, proposals, count, pages, isNew }} />,
  );
});

for (const format of ["csv", "xlsx"] as const)
  exchangeYearRoutes.get(paths.exchangeExport(":jaar", format), async (c) => {
    const { exchange, filter, proposals, decision, ...page } = await readYear(c, true);
    if (!decision.may || !exchange) return refuse(c, page, decision.may ? { because: "missing" } : decision);
    const sheet = sheetOf(exchange.year, proposals);
    if (format === "csv") return sendCsv(c, sheet);
    const notes = [
      ["Ruilbeurs", exchange.year],
      ["Gemaakt op", formatDay(exchange.computedAt)],
      [
        "Filter",
        filter.stand === "" ? "alle voorstellen" : STANDINGS[filter.stand as keyof typeof STANDINGS],
      ],
      ["Aantal regels", proposals.length],
      ["Eerlijk verdeeld", "eerst zo veel mogelijk teams één bezoek, daarna pas een tweede"],
      ["Beurt", "1 is het eerste bezoek van dit team in deze ruilbeurs"],
    ] as const;
    return sendExcel(c, { ...sheet, notes });
  });

function sheetOf(year: number, proposals: readonly ProposalRow[]): Sheet {
  return {
    fileName: `ruilbeurs-${year}`,
    columns: [
      { label: "Gast", kind: "text" },
      { label: "Thema", kind: "text" },
      { label: "Gastheer", kind: "text" },
      { label: "Aanbod", kind: "text" },
      { label: "Beurt", kind: "number" },
      { label: "Stand", kind: "text" },
      { label: "Waarom geen gastheer", kind: "text" },
    ],
    rows: proposals.map((each) => [
      each.guestName,
      each.themeName,
      each.hostName,
      each.offerTitle,
      each.wave,
      STANDINGS[each.standing],
      each.cause && CAUSE_LABELS[each.cause],
    ]),
  };
}
