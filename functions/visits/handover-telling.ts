import type { DueWork } from "../http/due-work.ts";
import { newId } from "../http/identifiers.ts";
import type { MailOfMove } from "./move-mail.ts";
import { participants } from "./move-plan.ts";
import type { ParticipantRow } from "./participant-queries.ts";
import { invitedTo } from "./participants.ts";
import type { UntoldEvent } from "./telling-queries.ts";
import { calendarSheet, calendarsFor, calendarVisit } from "./visit-calendar.ts";
import { factsFrom, visitMessages } from "./visit-mail.ts";
import type { PersonRow } from "./visit-people.ts";

/**
 * The mail about an agreed visit that went to a colleague: an invitation with the new name to everybody who comes,
 * and out of the calendar with it for who left.
 */
export function mailAboutHandover(
  { origin, mailFrom, replyAddress, now }: DueWork,
  event: UntoldEvent,
  guests: readonly PersonRow[],
  hosts: readonly PersonRow[],
  rows: readonly ParticipantRow[],
): MailOfMove {
  const site = { origin, mailFrom, replyAddress, now, association: event.association };
  const facts = factsFrom(site, event, "");
  const sheet = calendarSheet(event);
  const calendar = calendarVisit(facts, event, sheet, now);
  if (!calendar) return { messages: [], invited: [] };
  const people = [...guests, ...hosts];
  const invited = invitedTo(participants(guests, hosts, null), people, rows);
  const calendars = calendarsFor(site, calendar, invited, invited, "REQUEST");
  return {
    messages: [
      ...visitMessages("handover", { ...facts, sheet }, invited, calendars),
      ...visitMessages("handed_over", facts, leaverOf(event), leaverCalendars(event, calendar, site)),
    ],
    invited,
  };
}

/** Who handed over, while that person still has an address. */
const leaverOf = ({ leaverName, leaverEmail, leaverSide }: UntoldEvent) =>
  leaverEmail ? [{ side: leaverSide, name: leaverName ?? "", email: leaverEmail }] : [];

function leaverCalendars(
  event: UntoldEvent,
  calendar: NonNullable<ReturnType<typeof calendarVisit>>,
  site: Parameters<typeof calendarsFor>[0],
) {
  const gone = leaverOf(event).map((reader) => ({
    ...reader,
    id: newId(),
    personId: null,
    note: "",
    status: "needs_action" as const,
    isMain: false,
    // The key of the invitation that it takes back, so that the calendar knows the organiser.
    replyKey: event.leaverKey ?? newId(),
  }));
  return calendarsFor(site, calendar, gone, gone, "CANCEL");
}
