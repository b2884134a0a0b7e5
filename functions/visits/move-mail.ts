import type { Context } from "hono";
import { isLateCancellation } from "../../web/visits/late.ts";
import type { Side, VisitMove } from "../../web/visits/moves.ts";
import type { Env } from "../http/env.ts";
import type { Viewer } from "../http/session.ts";
import { hostStays, invitationMethod, participants } from "./move-plan.ts";
import { type Invited, invitedTo } from "./participants.ts";
import { calendarSheet, calendarsFor, calendarVisit } from "./visit-calendar.ts";
import { factsFrom, type Reader, siteOf, type VisitMessage, visitMessages } from "./visit-mail.ts";
import type { PersonRow } from "./visit-people.ts";
import type { VisitRow } from "./visit-queries.ts";
import type { VisitPageRows } from "./visit-reading.ts";
import type { Move } from "./visit-writes.ts";

/** What leaves with a move. `invited`: who holds an invitation to the moment that it brings; else nobody. */
export interface MailOfMove {
  messages: VisitMessage[];
  invited: readonly Invited[];
}

/** The messages that leave with a move, in the same batch as the move itself. */
export function mailOfMove(
  c: Context<Env>,
  page: VisitPageRows,
  visit: VisitRow,
  move: VisitMove,
  side: Side,
  viewer: Viewer & { member: NonNullable<Viewer["member"]> },
  plan: Move,
): MailOfMove {
  const hostName = side === "host" && plan.host ? viewer.member.memberName : visit.hostMemberName;
  const told = {
    ...visit,
    ...plan.moment,
    hostMemberName: hostName,
    calendarSequence: visit.calendarSequence + (plan.sendsInvitation ? 1 : 0),
  };
  const isLate = move === "cancellation" && isLateCancellation(visit, plan.now);
  const site = siteOf(c, page.frame);
  const facts = { ...factsFrom(site, told, plan.note), isLate };
  const acting =
    side === "host" && hostStays(visit, page.hosts) ? null : { side, name: viewer.name, email: viewer.email };
  const both = participants(page.guests, page.hosts, acting);
  if (visit.state === "awaiting_approval") {
    const guests = both.filter((reader) => reader.side === "guest" && reader.email !== viewer.email);
    const asked =
      plan.to === "requested" ? page.hosts.map((host) => ({ side: "host" as const, ...host })) : [];
    // What is withdrawn before it left is nobody's business but the guest's own.
    const messages = [
      ...visitMessages(move, facts, move === "withdrawal" ? [] : guests, null),
      ...visitMessages("request", facts, asked, null),
    ];
    return { messages, invited: [] };
  }
  const method = plan.sendsInvitation ? invitationMethod(plan.to) : null;
  const sheet = calendarSheet(visit);
  const event = method && calendarVisit(facts, told, sheet, site.now);
  if (!event)
    return { messages: visitMessages(move, facts, otherSide(page, visit, side), null), invited: [] };
  const people = [
    ...page.guests,
    ...page.hosts,
    { id: viewer.personId, name: viewer.name, email: viewer.email },
  ];
  const invited = invitedTo(both, people, page.participants);
  const calendars = calendarsFor(site, event, invited, invited, method);
  const words = method === "REQUEST" ? { ...facts, sheet } : facts;
  const messages = visitMessages(move, words, invited, calendars);
  return { messages, invited: method === "REQUEST" ? invited : [] };
}

/** Who hears it when one side says something: the other one. */
export const otherSide = (
  page: Pick<VisitPageRows, "guests" | "hosts">,
  visit: VisitRow,
  side: Side,
): Reader[] =>
  side === "guest"
    ? askedHosts(visit, page.hosts)
    : page.guests.map(({ name, email }) => ({ side: "guest", name, email }));

/** The host person of a visit, or all hosts of the organisation while there is none. */
function askedHosts(visit: { hostPersonId: string | null }, hosts: readonly PersonRow[]): Reader[] {
  const asked = hosts.filter(({ id }) => id === visit.hostPersonId);
  return (asked.length > 0 ? asked : hosts).map(({ name, email }) => ({ side: "host", name, email }));
}
