import { type Context, Hono } from "hono";
import { RegionsPage } from "../../web/members/municipality-regions-page.tsx";
import { regionsContract } from "../../web/members/municipality-words.ts";
import { paths } from "../../web/paths.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { readTypedDay } from "../../web/ui/typed-day.ts";
import { mayManage } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { readBarePage, readPage, show, write } from "../http/page.ts";
import { readSentFile, readTable } from "../http/table-reading.ts";
import { countedMunicipalities } from "./municipality-queries.ts";
import {
  membershipsToConfirm,
  type RegionMembership,
  readConfirmedRegions,
  readRegions,
} from "./municipality-regions-import.ts";
import { regionsOn, storeRegions } from "./municipality-regions-queries.ts";

/** To which regions municipalities belong, from a table: previewed, then stored. */
export const municipalityRegionsRoutes = new Hono<Env>();

const NO_FILE = "Kies een bestand met gemeenten en regio's.";
const STALE = "Dit formulier is niet compleet. Lees het bestand opnieuw in.";
municipalityRegionsRoutes.get(paths.regionsImport(), async (c) => {
  const page = await readBarePage(c);
  const decision = mayManage(page.viewer);
  return decision.may ? show(c, <RegionsPage frame={page.frame} />) : refuse(c, page, decision);
});

municipalityRegionsRoutes.post(paths.regionsImport(), async (c) => {
  const typed = await readForm(c);
  const day = readTypedDay(typed.vanaf?.[0] ?? "") ?? "";
  const page = await readPage(c, (db) => [countedMunicipalities(db, day), regionsOn(db, day)]);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision, typed);
  const form = parseForm(regionsContract, typed);
  const again = (errors: FieldErrors) =>
    show(c, <RegionsPage frame={page.frame} {...{ typed, errors }} />, 422);
  if (typed.actie?.[0] === "vastleggen" && form.ok) return store(c, page, day, typed);
  const read = await readFile(c, page.rows, day);
  if (!form.ok || !read.ok)
    return again({ ...(form.ok ? {} : form.errors), ...(read.ok ? {} : { bestand: read.error }) });
  const shown = { lines: read.rows, memberships: membershipsToConfirm(read.rows) };
  return show(c, <RegionsPage frame={page.frame} typed={{ vanaf: [day] }} {...shown} />);
});

type Rows = readonly [Awaited<ReturnType<typeof countedMunicipalities>>, RegionMembership[]];

async function readFile(c: Context<Env>, [registry, held]: Rows, day: string) {
  const file = await readSentFile(c, "bestand");
  if (!file) return { ok: false, error: NO_FILE } as const;
  const table = await readTable(file);
  return table.ok ? readRegions(table.sheets, registry, held, day) : table;
}

type RegionPage = Awaited<ReturnType<typeof readBarePage>> & { rows: Rows };

async function store(c: Context<Env>, page: RegionPage, day: string, typed: Typed) {
  const read = readConfirmedRegions(typed.regios?.[0] ?? "");
  const held = new Map(page.rows[1].map(({ code, kind, region }) => [`${code} ${kind}`, region]));
  const isAsSeen = read?.every(({ code, kind, region, before }) =>
    [before, region].includes(held.get(`${code} ${kind}`) ?? ""),
  );
  if (!read || !isAsSeen) return refuse(c, page, { because: "stale", what: STALE });
  const by = { personId: page.viewer?.personId ?? "", now: c.var.now };
  await write(c, storeRegions(c.var.db, read, day, by));
  return c.redirect(`${paths.municipalities()}?melding=regios`, 303);
}
