import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { type OwnVisitsFilters, ownVisitsContract } from "../../web/visits/agenda-contract.ts";
import { MyVisitsPage } from "../../web/visits/my-visits-page.tsx";
import { OwnCalendarPage, ownItems } from "../../web/visits/own-calendar-page.tsx";
import { ownVisitsWords } from "../../web/visits/own-visits-words.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readQuery } from "../http/form.ts";
import { readPage, show } from "../http/page.ts";
import { isInMonth, monthToShow } from "./calendar-month.ts";
import { mayReadHostDay } from "./day-policy.ts";
import { mayReadDrafts } from "./draft-policy.ts";
import { maySetHost } from "./host-policy.ts";
import { groupVisits } from "./my-visits.ts";
import { filterVisits, yearOf } from "./my-visits-filter.ts";
import { ownOffers, sharedThemes } from "./offer-queries.ts";
import { mayOffer, mayReadOwn } from "./policy.ts";
import { ownVisits } from "./visit-queries.ts";
import { visitNotes, visitSheet } from "./visit-sheet.ts";

export const myVisitsRoutes = new Hono<Env>();

function filtersOf(c: Context<Env>): OwnVisitsFilters {
  const read = parseForm(ownVisitsContract, readQuery(c));
  return read.ok ? read.value : ownVisitsContract.parse({});
}

async function readOwnPage(c: Context<Env>) {
  const filters = filtersOf(c);
  const { rows, ...page } = await readPage(
    c,
    (db, scope) => [ownVisits(db, scope), ownOffers(db, scope), sharedThemes(db)] as const,
  );
  const [all, offers, themes] = rows;
  const visits = filterVisits(all, filters, page.viewer?.member?.memberId ?? "", themes);
  const years = [...new Set(all.map(yearOf))].sort().reverse();
  return { ...page, filters, visits, all, offers, themes, years };
}

myVisitsRoutes.get(paths.myVisits(), async (c) => {
  const page = await readOwnPage(c);
  const { viewer, frame, filters, offers, themes, years } = page;
  const decision = mayReadOwn(viewer);
  if (!decision.may || !viewer?.member)
    return refuse(c, page, decision.may ? { because: "forbidden" } : decision);
  const { memberId, memberName } = viewer.member;
  const groups = groupVisits(page.visits, memberId, c.var.now);
  const may = {
    offer: mayOffer(viewer).may,
    drafts: mayReadDrafts(viewer).may,
    host: maySetHost(viewer).may,
  };
  return show(
    c,
    <MyVisitsPage
      {...{ frame, memberId, memberName, groups, offers, filters, themes, years, may }}
      total={page.all.length}
    />,
  );
});

myVisitsRoutes.get(paths.myVisitsCalendar(), async (c) => {
  const page = await readOwnPage(c);
  const { viewer, frame, all, offers } = page;
  const decision = mayReadOwn(viewer);
  if (!decision.may || !viewer?.member)
    return refuse(c, page, decision.may ? { because: "forbidden" } : decision);
  const { memberId, memberName } = viewer.member;
  const items = ownItems({ memberId, visits: all, offers });
  const starts = items.map(({ startsAt }) => startsAt);
  const month = monthToShow(c.req.query("maand") ?? "", c.var.now, starts);
  const mayReadDays = mayReadHostDay(viewer).may;
  const seen = {
    memberId,
    memberName,
    month,
    visits: all,
    items: items.filter(isInMonth(month)),
    mayReadDays,
  };
  return show(c, <OwnCalendarPage frame={frame} {...seen} />);
});

for (const format of ["csv", "xlsx"] as const)
  myVisitsRoutes.get(paths.myVisitsExport(format), async (c) => {
    const page = await readOwnPage(c);
    const { viewer } = page;
    const decision = mayReadOwn(viewer);
    if (!decision.may || !viewer?.member)
      return refuse(c, page, decision.may ? { because: "forbidden" } : decision);
    const sheet = visitSheet(page.visits, viewer.member.memberId);
    const filter = ownVisitsWords(page.filters, page.themes).map(({ label }) => label);
    return format === "csv"
      ? sendCsv(c, sheet)
      : sendExcel(c, {
          ...sheet,
          notes: visitNotes(viewer.member.memberName, sheet.rows.length, c.var.now, filter),
        });
  });
