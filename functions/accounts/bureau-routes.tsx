import { type Context, Hono } from "hono";
import { AUDIT_ACTIONS } from "../../db/audit-vocabulary.ts";
import { type AuditFilter, AuditLogPage, type AuditRow } from "../../web/accounts/audit-log-page.tsx";
import { BureauPage } from "../../web/accounts/bureau-page.tsx";
import { ACTION_LABELS, BY_ITSELF, noticeFor } from "../../web/accounts/labels.ts";
import { paths } from "../../web/paths.ts";
import { formatDateTime } from "../../web/ui/dutch.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { readForm } from "../http/form.ts";
import { readBarePage, readPage, show, write } from "../http/page.ts";
import * as queries from "./bureau-queries.ts";
import { pageOf, pagesFor } from "./paging.ts";
import { mayManage } from "./policy.ts";

export const bureauRoutes = new Hono<Env>();

bureauRoutes.get(paths.bureau(), async (c) => {
  const page = await readPage(c, (db) => [
    queries.bureauCounts(db),
    queries.mailCounts(db),
    queries.failedMail(db),
    queries.allRounds(db),
  ]);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const [[counts], [mail], failedMail, rounds] = page.rows;
  if (!counts || !mail) throw new Error("A count over no rows still is one row.");
  const words = { counts, mail, failedMail, rounds, mailPort: mailPortOf(c) };
  return show(c, <BureauPage frame={page.frame} {...words} notice={noticeFor(c.req.query("melding"))} />);
});

function mailPortOf(c: Context<Env>): "set" | "missing" | "demo" {
  const { mail, settings } = c.var.platform;
  if (settings.isDemo) return "demo";
  return mail ? "set" : "missing";
}

bureauRoutes.post(paths.mailRetry(), async (c) => {
  const page = await readBarePage(c);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision, await readForm(c));
  await write(c, [queries.retryFailedMail(c.var.db, c.var.now)]);
  return c.redirect(`${paths.bureau()}?melding=mail-opnieuw`, 303);
});

bureauRoutes.get(paths.auditLog(), async (c) => {
  const filter = filterOf(c);
  const at = pageOf(c.req.query("pagina"));
  const size = queries.LOG_PAGE_SIZE;
  const page = await readPage(c, (db) => [
    queries.auditLog(db, filter, (at - 1) * size, size),
    queries.auditCount(db, filter),
  ]);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const [entries, [count]] = page.rows;
  const found = count?.found ?? 0;
  const place = { found, page: at, pages: pagesFor(found, size) };
  return show(c, <AuditLogPage frame={page.frame} filter={filter} entries={entries} {...place} />);
});

bureauRoutes.get(paths.auditLogExport("csv"), async (c) => {
  const read = await readLog(c);
  return read instanceof Response ? read : sendCsv(c, read);
});

bureauRoutes.get(paths.auditLogExport("xlsx"), async (c) => {
  const read = await readLog(c);
  return read instanceof Response ? read : sendExcel(c, read);
});

function filterOf(c: Context<Env>): AuditFilter {
  const asked = c.req.query("handeling");
  return {
    words: (c.req.query("wie") ?? "").trim().slice(0, 80),
    action: AUDIT_ACTIONS.find((action) => action === asked) ?? null,
  };
}

/** The log as a sheet, or the refusal. Taking it along is logged too. */
async function readLog(c: Context<Env>) {
  const filter = filterOf(c);
  const page = await readPage(c, (db, scope) => [
    queries.exportLogged(db, scope, "logboek"),
    queries.auditLog(db, filter, 0, queries.MOST_LOG_LINES),
  ]);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const [, entries] = page.rows;
  return {
    fileName: "logboek",
    columns: ["Wanneer", "Wie", "Namens", "Handeling", "Onderwerp"].map((label) => ({
      label,
      kind: "text" as const,
    })),
    rows: entries.map((entry: AuditRow) => [
      formatDateTime(entry.at),
      entry.personName ?? BY_ITSELF,
      entry.memberName,
      ACTION_LABELS[entry.action],
      entry.subject,
    ]),
    notes: [
      ["Opgehaald", formatDateTime(c.var.now)],
      ["Naam bevat", filter.words || "alles"],
      ["Handeling", filter.action ? ACTION_LABELS[filter.action] : "alle"],
      ["Aantal regels", entries.length],
      ["Betekenis", "Wie wat bekeek of veranderde. De inhoud van antwoorden staat er niet in."],
    ] as const,
  };
}
