import { type Context, Hono } from "hono";
import { CONTACT_ROLE_WORDS } from "../../web/accounts/open-work-words.ts";
import {
  CONTACT_FILTERS,
  type ContactFilterKey,
  ContactListPage,
} from "../../web/members/contact-list-page.tsx";
import { paths } from "../../web/paths.ts";
import { dayInAmsterdam, formatDay } from "../../web/ui/dutch.ts";
import { exportLogged } from "../accounts/bureau-queries.ts";
import { pageOf, pagesFor } from "../accounts/paging.ts";
import { mayManage } from "../accounts/policy.ts";
import { sendCsv } from "../http/csv.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import * as queries from "./contact-person-queries.ts";

/** The bureau's list of contacts. */
export const contactListRoutes = new Hono<Env>();

const A_PAGE = 60;

const filterIn = (c: Context<Env>): ContactFilterKey =>
  (Object.keys(CONTACT_FILTERS) as ContactFilterKey[]).find(
    (key) => CONTACT_FILTERS[key].word === (c.req.query("stand") ?? ""),
  ) ?? "all";
const listed = (filter: ContactFilterKey) => (filter === "missing" ? "all" : filter);

contactListRoutes.get(paths.contactList(), async (c) => {
  const filter = filterIn(c);
  const { now } = c.var;
  const page = await readPage(c, (db) => [
    queries.contactList(db, listed(filter), now),
    queries.membersWithoutContact(db, dayInAmsterdam(now)),
  ]);
  const decision = mayManage(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const [all, missing] = page.rows;
  const at = pageOf(c.req.query("pagina"));
  const place = { page: at, pages: pagesFor(all.length, A_PAGE), total: all.length };
  const contacts = all.slice((at - 1) * A_PAGE, at * A_PAGE);
  return show(c, <ContactListPage frame={page.frame} {...{ filter, contacts, missing }} {...place} />);
});

for (const format of ["csv", "xlsx"] as const)
  contactListRoutes.get(paths.contactListExport(format), async (c) => {
    const filter = filterIn(c);
    const page = await readPage(c, (db, scope) => [
      exportLogged(db, scope, "contactpersonen"),
      queries.contactList(db, listed(filter), c.var.now, 10_000),
    ]);
    const decision = mayManage(page.viewer);
    if (!decision.may) return refuse(c, page, decision);
    const sheet = sheetOf(page.rows[1], CONTACT_FILTERS[filter].label, c.var.now);
    return format === "csv" ? sendCsv(c, sheet) : sendExcel(c, sheet);
  });

function sheetOf(rows: readonly queries.ContactRow[], filter: string, now: number) {
  const text = (label: string) => ({ label, kind: "text" as const });
  const day = (label: string) => ({ label, kind: "date" as const });
  return {
    fileName: "contactpersonen",
    columns: [
      ...["Organisatie", "Waarvoor", "Naam", "Mailadres", "Telefoon"].map(text),
      ...["Sinds", "Bevestigd op", "Gevraagd op"].map(day),
      ...["Niet bevestigd", "Mail"].map(text),
    ],
    rows: rows.map((row) => [
      row.memberName,
      CONTACT_ROLE_WORDS[row.role],
      row.name,
      row.email,
      row.phone ?? "",
      row.since,
      dayInAmsterdam(row.confirmedAt),
      row.askedAt === null ? null : dayInAmsterdam(row.askedAt),
      row.isStale ? "ja" : "nee",
      row.isBounced ? "komt niet aan" : "komt aan",
    ]),
    notes: [
      ["Stand van", formatDay(now)],
      ["Filter", filter],
      ["Aantal", rows.length],
      ["Niet bevestigd", "Dertig dagen na de mail met de vraag kwam er nog geen antwoord."],
    ] as const,
  };
}
