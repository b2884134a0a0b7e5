import { calendarWords, type VisitMailFacts } from "../../web/visits/emails.ts";
import { type PracticalSheet, sheetText } from "../../web/visits/practical-sheet.ts";
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

/** Every line is asked for, so that a statement that forgets one does not compile; null without an offer. */
type LooseSheet = { [Line in keyof PracticalSheet]: PracticalSheet[Line] | null };

/** The practical sheet of the offer of a visit as mail and calendars tell it; "" for a visit without an offer. */
export const calendarSheet = (visit: LooseSheet): string =>
  sheetText({
    practical: visit.practical ?? "",
    access: visit.access ?? "",
    parking: visit.parking ?? "",
    diet: visit.diet ?? "",
    safety: visit.safety ?? "",
    noPhotos: visit.noPhotos ?? "",
    language: visit.language ?? "dutch",
  });

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

/** What lands in or leaves the calendar of each reader, by address. */
export type Calendars = ReadonlyMap<string, NonNullable<Message["calendar"]>>;

/**
 * The invitation of each reader, or its end. Everybody sees who else comes; only the address to answer to is the
 * reader's own. A REQUEST is about a new moment: nobody has answered it yet.
 */
export function calendarsFor(
  sender: CalendarSender,
  visit: CalendarVisit,
  readers: readonly Invited[],
  all: readonly Invited[],
  method: "REQUEST" | "CANCEL",
): Calendars {
  const attendees = all.map(({ name, email }) => ({ name, email }));
  return new Map(
    readers.map(({ email, replyKey }) => {
      const organizer = { name: sender.association.name, email: answersTo(sender, replyKey) };
      return [email, { method, content: invitationOf({ ...visit, organizer, attendees }, method) }];
    }),
  );
}

const answersTo = ({ mailFrom, replyAddress }: CalendarSender, key: string): string =>
  replyAddress ? keyedAddress(replyAddress, key) : mailFrom;
