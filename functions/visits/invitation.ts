import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";

export interface InvitationPerson {
  name: string;
  email: string;
}

/** All that a calendar must know of an agreed visit. */
export interface Invitation {
  visitId: string;
  /** rises with every invitation of this visit that leaves, cancellation included */
  sequence: number;
  startsAt: number;
  endsAt: number;
  /** when this object is made, milliseconds since 1970 */
  madeAt: number;
  summary: string;
  location: string;
  description: string;
  url: string;
  /** the platform's own address: a calendar refuses an invitation that its reader sent himself */
  organizer: InvitationPerson;
  attendees: readonly InvitationPerson[];
}

export type InvitationMethod = "REQUEST" | "CANCEL" | "PUBLISH";

/** Stays the same for ever, also when the platform moves to another address: calendars find the event by it. */
const invitationUid = (visitId: string): string => `${visitId}@wijkteamplein`;

/**
 * An iCalendar object (RFC 5545) with one event; the method is that of RFC 5546. Times are in UTC, so that
 * no reader needs a definition of Dutch summer time; every calendar shows them in its own zone.
 */
export function calendarOf(invitation: Invitation, method: InvitationMethod): string {
  const calendar = ical({
    prodId: { company: "wijkteamplein", product: "werkbezoeken", language: "NL" },
    method: ICalCalendarMethod[method],
  });
  const event = calendar.createEvent({
    id: invitationUid(invitation.visitId),
    sequence: invitation.sequence,
    stamp: new Date(invitation.madeAt),
    start: new Date(invitation.startsAt),
    end: new Date(invitation.endsAt),
    summary: plain(invitation.summary),
    location: plain(invitation.location),
    description: invitation.description,
    url: invitation.url,
    organizer: addressee(invitation.organizer),
    status: method === "CANCEL" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  for (const person of invitation.attendees)
    event.createAttendee({
      ...addressee(person),
      role: ICalAttendeeRole.REQ,
      type: ICalAttendeeType.INDIVIDUAL,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: method === "REQUEST",
    });
  return calendar.toString();
}

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

// A parameter value cannot hold a double quote in any way (RFC 5545, 3.2), nor a control character.
const addressee = ({ name, email }: InvitationPerson): InvitationPerson => ({
  name: plain(name).replaceAll('"', "'"),
  email,
});
