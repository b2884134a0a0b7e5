import { type Context, Hono } from "hono";
import { IMPORT_KINDS, IMPORT_OUTCOMES } from "../../db/vocabulary.ts";
import { ImportCheckPage } from "../../web/members/import-check-page.tsx";
import { ImportPage } from "../../web/members/import-page.tsx";
import {
  IMPORT_KIND_WORDS,
  importContract,
  NO_FILE,
  OUTCOME_WORDS,
  runContract,
} from "../../web/members/import-words.ts";
import { paths } from "../../web/paths.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import * as accounts from "../accounts/import-queries.ts";
import { pageOf, pagesFor } from "../accounts/paging.ts";
import { mayManage } from "../accounts/policy.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { type Decision, refuse, refused } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { readSentFile, readTable } from "../http/table-reading.ts";
import type { Page } from "../http/viewer.ts";
import { exampleSheet, rowsSheet } from "./import-file.ts";
import { readForImport } from "./import-planning.ts";
import { formsToCompare } from "./import-queries.ts";
import { MOST_IMPORT_ROWS } from "./import-table.ts";
import { runStatements } from "./import-writing.ts";

const PAGE_SIZE = 50;

/** The bureau reads members and people in from a table: look first, then take over. */
export const importRoutes = new Hono<Env>();

type Latest = Awaited<ReturnType<typeof accounts.latestImports>>;

function draw(c: Context<Env>, { frame }: Page, latest: Latest, typed: Typed, errors?: FieldErrors) {
  const kind = typed.soort?.[0] ?? "";
  const page = <ImportPage frame={frame} id={newId()} kind={kind} latest={latest} errors={errors} />;
  return show(c, page, errors ? 422 : 200);
}

importRoutes.get(paths.imports(), async (c) => {
  const { rows, ...page } = await readPage(c, (db) => [accounts.latestImports(db)]);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  return draw(c, page, rows[0], { soort: [c.req.query("soort") ?? ""] });
});

importRoutes.post(paths.imports(), async (c) => {
  const read = parseForm(importContract, await readForm(c));
  const file = await readSentFile(c, "bestand");
  const table = file ? await readTable(file) : { ok: false as const, error: NO_FILE };
  const kind = read.ok ? read.value.soort : null;
  const { page, plan } = await readForImport(c, kind, table.ok ? table.sheets : []);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision, read.typed);
  const planned = table.ok ? plan() : table;
  if (!planned.ok) return draw(c, page, [], read.typed, { ...faultsOf(read), bestand: planned.error });
  if (!read.ok) return draw(c, page, [], read.typed, read.errors);
  const id = isId(read.value.id) ? read.value.id : newId();
  const sent = { id, kind: read.value.soort, fileName: file?.name.slice(0, 100) ?? "" };
  const by = page.viewer?.personId ?? "";
  await write(c, accounts.keepImport(c.var.db, { ...sent, by, now: c.var.now }, planned.rows));
  return c.redirect(paths.importCheck(id), 303);
});

const faultsOf = (read: { ok: true } | { ok: false; errors: FieldErrors }): FieldErrors =>
  read.ok ? {} : read.errors;

for (const kind of IMPORT_KINDS)
  importRoutes.get(paths.importExample(IMPORT_KIND_WORDS[kind].address), async (c) => {
    const { rows, ...page } = await readPage(c, (db) => [formsToCompare(db)]);
    const decision = mayManage(page.viewer);
    return decision.may ? sendExcel(c, exampleSheet(kind, rows[0])) : refuse(c, page, decision);
  });

const mayLook = (page: Page, found: boolean): Decision => {
  const decision = mayManage(page.viewer);
  return decision.may && !found ? refused("missing") : decision;
};

/** A table with a page of its rows, all or those with one outcome. */
async function readCheck(c: Context<Env>) {
  const id = c.req.param("id") ?? "";
  const shown = IMPORT_OUTCOMES.find((each) => OUTCOME_WORDS[each].address === c.req.query("toon")) ?? null;
  const at = pageOf(c.req.query("pagina"));
  const part = { outcome: shown, limit: PAGE_SIZE, offset: (at - 1) * PAGE_SIZE };
  const { rows, ...page } = await readPage(c, (db) => [
    accounts.oneImport(db, id),
    accounts.importCounts(db, id),
    accounts.rowsOfImport(db, id, part),
  ]);
  const [[table], counts, listed] = rows;
  const found = counts.reduce((sum, { outcome, rows: n }) => sum + (!shown || outcome === shown ? n : 0), 0);
  return { page, table, counts, rows: listed, place: { shown, page: at, pages: pagesFor(found, PAGE_SIZE) } };
}

importRoutes.get(paths.importCheck(":id"), async (c) => {
  const { page, table, counts, rows, place } = await readCheck(c);
  const decision = mayLook(page, table !== undefined);
  if (!decision.may || !table) return refuse(c, page, decision.may ? { because: "missing" } : decision);
  return show(c, <ImportCheckPage frame={page.frame} {...{ table, counts, rows }} {...place} />);
});

importRoutes.post(paths.importRun(":id"), async (c) => {
  const id = c.req.param("id") ?? "";
  const read = parseForm(runContract, await readForm(c));
  const { rows, ...page } = await readPage(c, (db) => [
    accounts.oneImport(db, id),
    accounts.newcomersOf(db, id),
  ]);
  const [[table], newcomers] = rows;
  const decision = mayLook(page, table !== undefined);
  if (!decision.may || !table)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, read.typed);
  // Written before, by a second click or somebody else: the page says what came of it.
  if (table.writtenAt === null)
    await write(c, runStatements(c, page, table, read.ok && read.value.welkom ? newcomers : []));
  return c.redirect(paths.importCheck(id), 303);
});

for (const format of ["csv", "xlsx"] as const)
  importRoutes.get(paths.importExport(":id", format), async (c) => {
    const id = c.req.param("id") ?? "";
    const { rows, ...page } = await readPage(c, (db) => [
      accounts.oneImport(db, id),
      accounts.rowsOfImport(db, id, { outcome: null, limit: MOST_IMPORT_ROWS, offset: 0 }),
    ]);
    const [[table], listed] = rows;
    const decision = mayLook(page, table !== undefined);
    if (!decision.may || !table) return refuse(c, page, decision.may ? { because: "missing" } : decision);
    const sheet = rowsSheet(table, listed);
    return format === "csv" ? sendCsv(c, sheet) : sendExcel(c, sheet);
  });
