import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam, formatDateTime } from "../../web/ui/dutch.ts";
import { type MapFilters, mapContract } from "../../web/visits/agenda-contract.ts";
import { MAP_KINDS, MapPage } from "../../web/visits/map-page.tsx";
import type { MapLine } from "../../web/visits/map-seen.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readQuery } from "../http/form.ts";
import { readPage, show } from "../http/page.ts";
import type { Sheet } from "../http/spreadsheet.ts";
import { mapOffers, memberPlaces } from "./map-queries.ts";
import { mapOf } from "./map-reading.ts";
import { sharedThemes } from "./offer-queries.ts";
import { mayBrowse } from "./policy.ts";
import { ownVisits } from "./visit-queries.ts";

export const mapRoutes = new Hono<Env>();

function filtersOf(c: Context<Env>): MapFilters {
  const read = parseForm(mapContract, readQuery(c));
  return read.ok ? read.value : mapContract.parse({});
}

/** The association's staff has no visits of its own: to them the map shows open offers. */
async function readMap(c: Context<Env>) {
  const filters = filtersOf(c);
  const { rows, ...page } = await readPage(
    c,
    (db, scope) =>
      [memberPlaces(db), mapOffers(db, filters, c.var.now), ownVisits(db, scope), sharedThemes(db)] as const,
  );
  const [places, offers, visits, themes] = rows;
  const theme = themes.find(({ slug }) => slug === filters.thema)?.name;
  const map = mapOf(
    filters.toon === "bezoeken" ? [] : offers,
    filters.toon === "aanbod" ? [] : visits.filter(({ themeName }) => !theme || themeName === theme),
    places,
  );
  return { ...page, filters, themes, ...map };
}

mapRoutes.get(paths.visitMap(), async (c) => {
  const page = await readMap(c);
  const decision = mayBrowse(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  return show(c, <MapPage {...page} />);
});

const sheetOf = (lines: readonly MapLine[]): Sheet => ({
  fileName: "kaart-werkbezoeken",
  columns: [
    { label: "Soort", kind: "text" },
    { label: "Wat", kind: "text" },
    { label: "Wie", kind: "text" },
    { label: "Plaats", kind: "text" },
    { label: "Datum", kind: "date" },
  ],
  rows: lines.map((line) => [
    MAP_KINDS[line.kind],
    line.what,
    line.who,
    line.place,
    line.startsAt === null ? null : dayInAmsterdam(line.startsAt),
  ]),
});

for (const format of ["csv", "xlsx"] as const)
  mapRoutes.get(paths.visitMapExport(format), async (c) => {
    const page = await readMap(c);
    const decision = mayBrowse(page.viewer);
    if (!decision.may) return refuse(c, page, decision);
    const sheet = sheetOf(page.lines);
    if (format === "csv") return sendCsv(c, sheet);
    const { toon, thema } = page.filters;
    const filter = [toon, thema].filter(Boolean).join("; ") || "geen";
    return sendExcel(c, {
      ...sheet,
      notes: [
        ["Kaart van de werkbezoeken", "open aanbod, en bezoeken van de eigen organisatie"],
        ["Peilmoment", formatDateTime(c.var.now)],
        ["Filter", filter],
        ["Aantal regels (n)", sheet.rows.length],
        ["Plaats", "de gemeente met de meeste inwoners waar de organisatie werkt"],
      ],
    });
  });
