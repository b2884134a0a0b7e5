import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { MyVisitsPage } from "../../web/visits/my-visits-page.tsx";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import { groupVisits } from "./my-visits.ts";
import { ownOffers } from "./offer-queries.ts";
import { mayOffer, mayReadOwn } from "./policy.ts";
import { ownVisits } from "./visit-queries.ts";
import { visitNotes, visitSheet } from "./visit-sheet.ts";

export const myVisitsRoutes = new Hono<Env>();

async function readOwnPage(c: Context<Env>) {
  const { rows, ...page } = await readPage(
    c,
    (db, scope) => [ownVisits(db, scope), ownOffers(db, scope)] as const,
  );
  return { ...page, visits: rows[0], offers: rows[1] };
}

myVisitsRoutes.get(paths.myVisits(), async (c) => {
  const page = await readOwnPage(c);
  const { viewer } = page;
  const decision = mayReadOwn(viewer);
  if (!decision.may || !viewer?.member)
    return refuse(c, page, decision.may ? { because: "forbidden" } : decision);
  const { memberId, memberName } = viewer.member;
  const groups = groupVisits(page.visits, memberId, c.var.now);
  const host = mayOffer(viewer).may;
  return show(
    c,
    <MyVisitsPage
      {...{ frame: page.frame, memberId, memberName, groups, offers: page.offers, mayOffer: host }}
    />,
  );
});

for (const format of ["csv", "xlsx"] as const)
  myVisitsRoutes.get(paths.myVisitsExport(format), async (c) => {
    const page = await readOwnPage(c);
    const { viewer } = page;
    const decision = mayReadOwn(viewer);
    if (!decision.may || !viewer?.member)
      return refuse(c, page, decision.may ? { because: "forbidden" } : decision);
    const sheet = visitSheet(page.visits, viewer.member.memberId);
    return format === "csv"
      ? sendCsv(c, sheet)
      : sendExcel(c, { ...sheet, notes: visitNotes(viewer.member.memberName, sheet.rows.length, c.var.now) });
  });
