import { Hono } from "hono";
import { etag } from "hono/etag";
import { paths } from "../../web/paths.ts";
import { siteAddress } from "../accounts/mail-address.ts";
import type { Env } from "../http/env.ts";
import { fault } from "../http/faults.tsx";
import { sha256 } from "../http/identifiers.ts";
import { readPage } from "../http/page.ts";
import { feedOwner, feedVisits } from "./feed-queries.ts";
import { agendaOf } from "./invitation.ts";
import { calendarSheet, calendarVisit } from "./visit-calendar.ts";

/** The visits of one person, for that person's own calendar program. The address is the key; nobody signs in. */
export const feedRoutes = new Hono<Env>();

feedRoutes.get(paths.calendarFeed(":file"), etag(), async (c) => {
  const [, token = ""] = /^([0-9a-z]{20})\.ics$/.exec(c.req.param("file") ?? "") ?? [];
  const tokenHash = await sha256(token);
  const { rows, ...page } = await readPage(
    c,
    (db) => [feedOwner(db, tokenHash), feedVisits(db, tokenHash, c.var.now)] as const,
  );
  const [[owner], visits] = rows;
  if (!owner) return fault(c, page, "missing");
  const events = visits.flatMap((visit) => {
    const url = `${siteAddress(c)}${paths.visit(visit.id)}`;
    const facts = { ...visit, note: "", url, association: page.frame.association };
    // Stamped with the last change, so that the same visits are the same file.
    return calendarVisit(facts, visit, calendarSheet(visit), visit.updatedAt) ?? [];
  });
  return c.body(agendaOf(events, `Werkbezoeken ${page.frame.association.name}`), 200, {
    "content-type": "text/calendar; charset=utf-8",
    "cache-control": "private, no-cache",
  });
});
