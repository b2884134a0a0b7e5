import { type Context, Hono } from "hono";
import { InhabitantsPage, InhabitantsPreviewPage } from "../../web/members/inhabitants-page.tsx";
import { inhabitantsContract } from "../../web/members/municipality-words.ts";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { readTypedDay } from "../../web/ui/typed-day.ts";
import { mayManage } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { readBarePage, readPage, show, write } from "../http/page.ts";
import { readSentFile, readTable } from "../http/table-reading.ts";
import {
  type CountedMunicipality,
  figuresToConfirm,
  readConfirmed,
  readInhabitants,
} from "./inhabitants-import.ts";
import { storeInhabitants } from "./inhabitants-queries.ts";
import { countedMunicipalities } from "./municipality-queries.ts";

/** Inhabitants on a reference date, from a table: first what would change, and stored only after that. */
export const inhabitantsRoutes = new Hono<Env>();

const NO_FILE = "Kies een bestand met gemeenten en inwoners.";
const OVERTAKEN = "De aantallen veranderden intussen. Lees het bestand opnieuw in.";

inhabitantsRoutes.get(paths.inhabitantsImport(), async (c) => {
  const page = await readBarePage(c);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  return show(c, <InhabitantsPage frame={page.frame} />);
});

inhabitantsRoutes.post(paths.inhabitantsImport(), async (c) => {
  const typed = await readForm(c);
  const day = readTypedDay(typed.peildatum?.[0] ?? "") ?? "";
  const page = await readPage(c, (db) => [countedMunicipalities(db, day)]);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision, typed);
  const form = parseForm(inhabitantsContract(dayInAmsterdam(c.var.now)), typed);
  const again = (errors: FieldErrors) =>
    show(c, <InhabitantsPage frame={page.frame} {...{ typed, errors }} />, 422);
  if (typed.actie?.[0] === "vastleggen" && form.ok) return store(c, page, form.value.peildatum, typed);
  const read = await readFile(c, page.rows[0], day);
  if (!form.ok || !read.ok)
    return again({ ...(form.ok ? {} : form.errors), ...(read.ok ? {} : { bestand: read.error }) });
  const shown = { lines: read.rows, missing: read.missing, figures: figuresToConfirm(read.rows) };
  return show(c, <InhabitantsPreviewPage frame={page.frame} referenceOn={form.value.peildatum} {...shown} />);
});

async function readFile(c: Context<Env>, registry: readonly CountedMunicipality[], referenceOn: string) {
  const file = await readSentFile(c, "bestand");
  if (!file) return { ok: false, error: NO_FILE } as const;
  const table = await readTable(file);
  return table.ok ? readInhabitants(table.sheets, registry, referenceOn) : table;
}

async function store(
  c: Context<Env>,
  page: Awaited<ReturnType<typeof readBarePage>>,
  day: string,
  typed: Typed,
) {
  const figures = readConfirmed(typed.cijfers?.[0] ?? "");
  if (!figures) return refuse(c, page, { because: "stale", what: OVERTAKEN });
  const by = { personId: page.viewer?.personId ?? "", now: c.var.now };
  const [, , [held]] = await write(c, storeInhabitants(c.var.db, figures, day, by));
  if (held?.holding !== figures.length) return refuse(c, page, { because: "stale", what: OVERTAKEN });
  return c.redirect(`${paths.municipalities()}?melding=inwoners`, 303);
}
