import type { Context } from "hono";
import { addedColleagueMail, removedColleagueMail } from "../../web/visits/calendar-emails.ts";
import type { Side } from "../../web/visits/moves.ts";
import type { Env } from "../http/env.ts";
import { newId } from "../http/identifiers.ts";
import type { Viewer } from "../http/session.ts";
import type { Message } from "../mail/port.ts";
import type { Invited } from "./participants.ts";
import { calendarSheet, calendarsFor, calendarVisit } from "./visit-calendar.ts";
import { factsFrom, siteOf } from "./visit-mail.ts";
import type { VisitRow } from "./visit-queries.ts";
import type { VisitPageRows } from "./visit-reading.ts";

/**
 * The mail to one colleague who was added (REQUEST) or taken off (CANCEL), with the calendar object in it. Null for
 * a visit without a moment, which has nothing for a calendar.
 */
export function mailToColleague(
  c: Context<Env>,
  page: VisitPageRows,
  visit: VisitRow,
  viewer: Viewer,
  colleague: Invited,
  going: readonly Invited[],
  method: "REQUEST" | "CANCEL",
): Message | null {
  const site = siteOf(c, page.frame);
  const told = { ...visit, calendarSequence: visit.calendarSequence + 1 };
  const facts = factsFrom(site, told, "");
  const sheet = calendarSheet(visit);
  const event = calendarVisit(facts, told, sheet, site.now);
  if (!event) return null;
  const side: Side = colleague.side;
  const words = {
    ...facts,
    name: colleague.name,
    side,
    by: { name: viewer.name, email: viewer.email },
    sheet,
  };
  const mail = method === "REQUEST" ? addedColleagueMail(words) : removedColleagueMail(words);
  const calendar = calendarsFor(site, event, [colleague], going, method).get(colleague.email) ?? null;
  return { id: newId(), to: colleague.email, ...mail, calendar };
}
