import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { type AgendaFilters, agendaContract } from "../../web/visits/agenda-contract.ts";
import { AgendaPage } from "../../web/visits/agenda-page.tsx";
import { filterWords } from "../../web/visits/agenda-words.ts";
import { PublicAgendaPage } from "../../web/visits/public-agenda-page.tsx";
import { siteAddress } from "../accounts/mail-address.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readQuery } from "../http/form.ts";
import { readPage, show } from "../http/page.ts";
import { agendaDays, publicDays, publicVisits } from "./agenda-queries.ts";
import { agendaNotes, agendaSheet } from "./agenda-sheet.ts";
import { isInMonth, monthToShow, periodOf } from "./calendar-month.ts";
import { provinces, sharedThemes } from "./offer-queries.ts";
import { mayBrowse } from "./policy.ts";
import { publicCalendar } from "./public-calendar.ts";

export const agendaRoutes = new Hono<Env>();

function filtersOf(c: Context<Env>): AgendaFilters {
  const read = parseForm(agendaContract, readQuery(c));
  return read.ok ? read.value : agendaContract.parse({});
}

async function readAgenda(c: Context<Env>) {
  const filters = filtersOf(c);
  const { now } = c.var;
  const period = periodOf(filters.maand, now);
  const { rows, ...page } = await readPage(
    c,
    (db) => [agendaDays(db, period, filters, now), sharedThemes(db), provinces(db)] as const,
  );
  const [found, themes, places] = rows;
  const month = monthToShow(
    filters.maand,
    now,
    found.map(({ startsAt }) => startsAt),
  );
  const days = found.filter(isInMonth(month));
  return { ...page, filters, month, days, themes, provinces: places.map(({ province }) => province) };
}

agendaRoutes.get(paths.visitAgenda(), async (c) => {
  const page = await readAgenda(c);
  const decision = mayBrowse(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  return show(c, <AgendaPage {...page} />);
});

for (const format of ["csv", "xlsx"] as const)
  agendaRoutes.get(paths.visitAgendaExport(format), async (c) => {
    const page = await readAgenda(c);
    const decision = mayBrowse(page.viewer);
    if (!decision.may) return refuse(c, page, decision);
    const sheet = agendaSheet(page.days);
    if (format === "csv") return sendCsv(c, sheet);
    const notes = agendaNotes(filterWords(page), page.days.length, c.var.now);
    return sendExcel(c, { ...sheet, notes });
  });

agendaRoutes.get(paths.publicAgenda(), async (c) => {
  const { now } = c.var;
  const { maand } = filtersOf(c);
  const period = periodOf(maand, now);
  const { rows, frame } = await readPage(
    c,
    (db) => [publicDays(db, period, now), publicVisits(db, period)] as const,
  );
  const month = monthToShow(
    maand,
    now,
    rows.flat().map(({ startsAt }) => startsAt),
  );
  const days = rows[0].filter(isInMonth(month));
  const visits = rows[1].filter(isInMonth(month));
  return show(c, <PublicAgendaPage {...{ frame, month, days, visits }} />);
});

/** How far ahead a calendar that reads along looks, and how far back. */
const AHEAD_MS = 400 * 86_400_000;
const BACK_MS = 31 * 86_400_000;

agendaRoutes.get(paths.publicAgendaCalendar(), async (c) => {
  const { now } = c.var;
  const period = { from: now - BACK_MS, until: now + AHEAD_MS };
  const { rows, frame } = await readPage(c, (db) => [publicDays(db, period, now)] as const);
  const calendar = publicCalendar(rows[0], frame.association.name, siteAddress(c));
  return c.body(calendar, 200, { "content-type": "text/calendar; charset=utf-8" });
});
