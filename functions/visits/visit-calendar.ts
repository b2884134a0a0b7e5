import { calendarWords, type VisitMailFacts } from "../../web/visits/emails.ts";
import type { Message } from "../mail/port.ts";
import { keyedAddress } from "../mail/reply-address.ts";
import { type CalendarVisit, invitationOf } from "./invitation.ts";
import type { Invited } from "./participants.ts";

/** Who invites, and where answers go. */
export interface CalendarSender {
  association: { name: string };
  mailFrom: string;
  /** null: answers are not read, and go to the sender's address */
  replyAddress: string | null;
}

/** A visit as it stands in a calendar; null without a moment. `sheet` is what to know beforehand. */
export function calendarVisit(
  facts: VisitMailFacts,
  { id, calendarSequence }: { id: string; calendarSequence: number },
  sheet: string,
  madeAt: number,
): CalendarVisit | null {
  const { startsAt, endsAt, location, url } = facts;
  if (startsAt === null || endsAt === null) return null;
  return {
    visitId: id,
    sequence: calendarSequence,
    startsAt,
    endsAt,
    madeAt,
    location,
    url,
    ...calendarWords(facts, sheet),
  };
}

/**
 * The invitation of one reader, or its end. Everybody sees who else comes; only the address to answer to is this
 * reader's own. A REQUEST is about a new moment, so that nobody has answered it yet.
 */
export function invitationTo(
  sender: CalendarSender,
  visit: CalendarVisit,
  reader: Invited,
  all: readonly Invited[],
  method: "REQUEST" | "CANCEL",
): NonNullable<Message["calendar"]> {
  const { association, mailFrom, replyAddress } = sender;
  const email = replyAddress ? keyedAddress(replyAddress, reader.replyKey) : mailFrom;
  const organizer = { name: association.name, email };
  return { method, content: invitationOf({ ...visit, organizer, attendees: all }, method) };
}
