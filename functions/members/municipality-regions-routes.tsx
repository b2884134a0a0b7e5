import { type Context, Hono } from "hono";
import * as z from "zod";
import { REGION_KINDS } from "../../db/vocabulary.ts";
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
import { type RegionMembership, readRegions } from "./municipality-regions-import.ts";
import { regionsOn, storeRegions } from "./municipality-regions-queries.ts";

/** To which regions municipalities belong, from a table: previewed, then stored. */
export const municipalityRegionsRoutes = new Hono<Env>();

const STALE = "Dit formulier is niet compleet. Lees het bestand opnieuw in.";
const name = z.string().min(1).max(80);

/** What the form carries; anything else was not drawn by us. */
const carried = z
  .array(
    z.object({
      code: z.string().regex(/^GM\d{4}$/),
      kind: z.enum(REGION_KINDS),
      region: name,
      before: name.nullable(),
    }),
  )
  .min(1)
  .max(2000);

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
  const file = await readSentFile(c, "bestand");
  const table = file
    ? await readTable(file)
    : { ok: false as const, error: "Kies een bestand met gemeenten en regio's." };
  const read = table.ok ? readRegions(table.sheets, page.rows[0], page.rows[1], day) : table;
  if (!form.ok || !read.ok)
    return again({ ...(form.ok ? {} : form.errors), ...(read.ok ? {} : { bestand: read.error }) });
  const changing = read.rows.flatMap((row) =>
    row.outcome === "new" || row.outcome === "changed" ? [row] : [],
  );
  const memberships = JSON.stringify(
    changing.map(({ code, kind, region, before }) => ({ code, kind, region, before })),
  );
  return show(
    c,
    <RegionsPage frame={page.frame} typed={{ vanaf: [day] }} lines={read.rows} memberships={memberships} />,
  );
});

type RegionPage = Awaited<ReturnType<typeof readBarePage>> & { rows: readonly [unknown, RegionMembership[]] };

async function store(c: Context<Env>, page: RegionPage, day: string, typed: Typed) {
  const read = carried.safeParse(parsed(typed.regios?.[0] ?? ""));
  const held = new Map(page.rows[1].map(({ code, kind, region }) => [`${code} ${kind}`, region]));
  const isAsSeen = ({ code, kind, region, before }: RegionMembership & { before: string | null }) =>
    [before, region].includes(held.get(`${code} ${kind}`) ?? null);
  if (!read.success || !read.data.every(isAsSeen)) return refuse(c, page, { because: "stale", what: STALE });
  const by = { personId: page.viewer?.personId ?? "", now: c.var.now };
  await write(c, storeRegions(c.var.db, read.data, day, by));
  return c.redirect(`${paths.municipalities()}?melding=regios`, 303);
}

/** JSON that came with a form may be anything; what cannot be read is nothing. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
