import type { Context } from "hono";
import { isLateCancellation } from "../../web/visits/late.ts";
import type { Side, VisitMove } from "../../web/visits/moves.ts";
import type { Env } from "../http/env.ts";
import type { Viewer } from "../http/session.ts";
import { hostStays, invitationMethod, participants } from "./move-plan.ts";
import { mailFacts, type Reader, type VisitMessage, visitCalendar, visitMessages } from "./visit-mail.ts";
import type { PersonRow } from "./visit-people.ts";
import type { VisitRow } from "./visit-queries.ts";
import type { VisitPageRows } from "./visit-reading.ts";
import type { Move } from "./visit-writes.ts";

/** The messages that leave with a move, in the same batch as the move itself. */
export function messagesOfMove(
  c: Context<Env>,
  page: VisitPageRows,
  visit: VisitRow,
  move: VisitMove,
  side: Side,
  viewer: Viewer & { member: NonNullable<Viewer["member"]> },
  plan: Move,
): VisitMessage[] {
  const hostName = side === "host" && plan.host ? viewer.member.memberName : visit.hostMemberName;
  const told = {
    ...visit,
    ...plan.moment,
    hostMemberName: hostName,
    calendarSequence: visit.calendarSequence + (plan.sendsInvitation ? 1 : 0),
  };
  const isLate = move === "cancellation" && isLateCancellation(visit, plan.now);
  const facts = { ...mailFacts(c, page.frame, told, plan.note), isLate };
  const acting =
    side === "host" && hostStays(visit, page.hosts) ? null : { side, name: viewer.name, email: viewer.email };
  const both = participants(page.guests, page.hosts, acting);
  if (visit.state === "awaiting_approval") {
    const guests = both.filter((reader) => reader.side === "guest" && reader.email !== viewer.email);
    const asked =
      plan.to === "requested" ? page.hosts.map((host) => ({ side: "host" as const, ...host })) : [];
    // What is withdrawn before it left is nobody's business but the guest's own.
    return [
      ...visitMessages(move, facts, move === "withdrawal" ? [] : guests, null),
      ...visitMessages("request", facts, asked, null),
    ];
  }
  const method = plan.sendsInvitation ? invitationMethod(plan.to) : null;
  const content = method && visitCalendar(c, page.frame, told, both, method);
  const calendar = method && content ? { method, content } : null;
  return visitMessages(move, facts, readersOf(visit, method !== null, side, both, page.hosts), calendar);
}

/**
 * Who gets mail: both sides when something lands in or leaves the calendar, else only the other side. Until a
 * host person has answered, and once that person left, all hosts of the organisation are asked.
 */
function readersOf(
  visit: { hostPersonId: string | null },
  toBoth: boolean,
  side: Side,
  both: readonly Reader[],
  hosts: readonly PersonRow[],
): Reader[] {
  if (toBoth) return [...both];
  if (side === "host") return both.filter((reader) => reader.side === "guest");
  return askedHosts(visit, hosts);
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
