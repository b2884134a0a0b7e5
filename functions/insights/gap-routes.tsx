import { type Context, Hono } from "hono";
import {
  perspectivesContract,
  removalContract,
  statementContract,
  WHOLE_MEASUREMENT,
} from "../../web/insights/gap-contract.ts";
import { NewPerspectivesPage, NewStatementPage } from "../../web/insights/gap-form-pages.tsx";
import { GapListPage } from "../../web/insights/gap-list-page.tsx";
import { GapPage } from "../../web/insights/gap-page.tsx";
import { GapRemovalPage } from "../../web/insights/gap-removal-page.tsx";
import { paths } from "../../web/paths.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readBarePage, readPage, show, write } from "../http/page.ts";
import { addressOf } from "./address.ts";
import { gapFile } from "./gap-file.ts";
import { gapOf } from "./gap-perspectives.ts";
import { mayAddPerspectives } from "./gap-policy.ts";
import {
  perspectivesAdded,
  perspectivesById,
  perspectivesList,
  perspectivesRemoved,
  statementAdded,
  statementsOf,
} from "./gap-queries.ts";
import { mayReadFigures } from "./policy.ts";

export const gapRoutes = new Hono<Env>();

const SAID: Partial<Record<string, string>> = { opgeslagen: "Opgeslagen.", weggehaald: "Weggehaald." };

const saidIn = (c: Context<Env>) => SAID[c.req.query("melding") ?? ""];

gapRoutes.get(paths.perspectives(), async (c) => {
  const { rows, ...page } = await readPage(c, (db) => [perspectivesList(db)]);
  const decision = mayReadFigures(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const mayAdd = mayAddPerspectives(page.viewer).may;
  return show(c, <GapListPage frame={page.frame} measurements={rows[0]} mayAdd={mayAdd} said={saidIn(c)} />);
});

// Before the id: "nieuw" is none, but it would fit its place.
gapRoutes.get(paths.newPerspectives(), async (c) => {
  const page = await readBarePage(c);
  const decision = mayAddPerspectives(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  return show(c, <NewPerspectivesPage frame={page.frame} typed={{ id: [newId()] }} />);
});

gapRoutes.post(paths.newPerspectives(), async (c) => {
  const page = await readBarePage(c);
  const read = parseForm(perspectivesContract, await readForm(c));
  const decision = mayAddPerspectives(page.viewer);
  if (!decision.may) return refuse(c, page, decision, read.typed);
  if (!read.ok)
    return show(c, <NewPerspectivesPage frame={page.frame} typed={read.typed} errors={read.errors} />, 422);
  const { id: typedId, titel, gemeten, bron, eerste, tweede } = read.value;
  const id = isId(typedId) ? typedId : newId();
  const measurement = { id, title: titel, measuredOn: gemeten, source: bron, createdAt: c.var.now };
  const sides = { firstPerspective: eerste ?? "team", secondPerspective: tweede ?? "front_field" };
  const createdBy = page.viewer?.personId ?? "";
  await write(c, perspectivesAdded(c.var.db, { ...measurement, ...sides, createdBy }));
  return c.redirect(`${paths.perspectiveGap(id)}?melding=opgeslagen`, 303);
});

gapRoutes.get(paths.perspectiveGap(":id"), async (c) => {
  const { page, shown } = await readPerspectives(c);
  const decision = mayReadFigures(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  if (!shown) return refuse(c, page, { because: "missing" });
  const mayAdd = mayAddPerspectives(page.viewer).may;
  return show(c, <GapPage frame={page.frame} shown={shown} mayAdd={mayAdd} said={saidIn(c)} />);
});

for (const format of ["csv", "xlsx"] as const)
  gapRoutes.get(paths.perspectiveExport(":id", format), async (c) => {
    const { page, shown } = await readPerspectives(c);
    const decision = mayReadFigures(page.viewer);
    if (!decision.may) return refuse(c, page, decision);
    if (!shown) return refuse(c, page, { because: "missing" });
    const sheet = gapFile(shown, addressOf(c, paths.perspectiveGap(shown.id)));
    return format === "csv" ? sendCsv(c, sheet) : sendExcel(c, sheet);
  });

gapRoutes.get(paths.perspectiveStatement(":id"), async (c) => {
  const { page, shown } = await readPerspectives(c);
  const decision = mayAddPerspectives(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  if (!shown) return refuse(c, page, { because: "missing" });
  return show(c, <NewStatementPage frame={page.frame} shown={shown} typed={{}} />);
});

gapRoutes.post(paths.perspectiveStatement(":id"), async (c) => {
  const { page, shown } = await readPerspectives(c);
  const read = parseForm(statementContract, await readForm(c));
  const decision = mayAddPerspectives(page.viewer);
  if (!decision.may) return refuse(c, page, decision, read.typed);
  if (!shown) return refuse(c, page, { because: "missing" });
  const again = (errors: Record<string, string>) =>
    show(c, <NewStatementPage frame={page.frame} shown={shown} typed={read.typed} errors={errors} />, 422);
  if (!read.ok) return again(read.errors);
  const { begrip: concept, stelling: wording, eerste_aantallen, tweede_aantallen } = read.value;
  const added = { concept, wording, firstCounts: eerste_aantallen, secondCounts: tweede_aantallen };
  const statement = { measurementId: shown.id, ...added };
  const [rows, , standing] = await write(
    c,
    statementAdded(c.var.db, statement, c.var.now, page.viewer?.personId ?? ""),
  );
  // The second click of two finds its own statement; another one of this concept stands in the way.
  const isThere = standing.some((one) => one.concept === concept && one.wording === wording);
  if (rows.length === 0 && !isThere)
    return again({ begrip: "Dit begrip staat er al. Kies een ander woord." });
  return c.redirect(`${paths.perspectiveGap(shown.id)}?melding=opgeslagen`, 303);
});

gapRoutes.get(paths.perspectiveRemoval(":id"), async (c) => {
  const { page, shown } = await readPerspectives(c);
  const decision = mayAddPerspectives(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  if (!shown) return refuse(c, page, { because: "missing" });
  return show(c, <GapRemovalPage frame={page.frame} shown={shown} />);
});

gapRoutes.post(paths.perspectiveRemoval(":id"), async (c) => {
  const { page, shown } = await readPerspectives(c);
  const read = parseForm(removalContract, await readForm(c));
  const decision = mayAddPerspectives(page.viewer);
  if (!decision.may) return refuse(c, page, decision, read.typed);
  if (!shown) return refuse(c, page, { because: "missing" });
  if (!read.ok) return show(c, <GapRemovalPage {...{ ...page, shown, ...read }} />, 422);
  const isWhole = read.value.wat === WHOLE_MEASUREMENT;
  const concept = isWhole ? null : read.value.wat.replace("stelling-", "");
  const by = page.viewer?.personId ?? "";
  await write(c, perspectivesRemoved(c.var.db, { id: shown.id, concept, at: c.var.now, by }));
  const next = isWhole ? paths.perspectives() : paths.perspectiveGap(shown.id);
  return c.redirect(`${next}?melding=weggehaald`, 303);
});

/** A measurement with its gaps; the counts themselves stay here. */
async function readPerspectives(c: Context<Env>) {
  const id = c.req.param("id") ?? "";
  const { rows, ...page } = await readPage(c, (db) => [perspectivesById(db, id), statementsOf(db, id)]);
  const [[row], statements] = rows;
  if (!row) return { page, shown: null };
  const { title, measuredOn, source, firstPerspective: first, secondPerspective: second } = row;
  return { page, shown: { id, title, measuredOn, source, first, second, gaps: statements.map(gapOf) } };
}
