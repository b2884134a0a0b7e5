import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";
import { Temporal } from "temporal-polyfill";
import type { Participation } from "../../db/visit-vocabulary.ts";
import { VTIMEZONE, ZONE } from "./amsterdam-zone.ts";

export interface InvitationPerson {
  name: string;
  email: string;
}

/** Somebody who is invited, with what that person's calendar answered so far. */
export interface Attendee extends InvitationPerson {
  status?: Participation;
}

/** What stands in a calendar about an agreed visit. */
export interface CalendarVisit {
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
}

export interface Invitation extends CalendarVisit {
  /** where answers go: an address of the platform, for a calendar refuses what its reader sent himself */
  organizer: InvitationPerson;
  attendees: readonly Attendee[];
}

const UID_SUFFIX = "@wijkteamplein";

/** Stays the same for ever, also when the platform moves to another address: calendars find the event by it. */
const invitationUid = (visitId: string): string => `${visitId}${UID_SUFFIX}`;

/** The visit that a UID is about; null when it is not one of ours. */
export const visitOfUid = (uid: string): string | null =>
  uid.endsWith(UID_SUFFIX) ? uid.slice(0, -UID_SUFFIX.length) : null;

const STATUSES: Record<Participation, ICalAttendeeStatus> = {
  needs_action: ICalAttendeeStatus.NEEDSACTION,
  accepted: ICalAttendeeStatus.ACCEPTED,
  tentative: ICalAttendeeStatus.TENTATIVE,
  declined: ICalAttendeeStatus.DECLINED,
};

/** An invitation (RFC 5545) to one visit, or its end; the method is that of RFC 5546. */
export function invitationOf(invitation: Invitation, method: "REQUEST" | "CANCEL"): string {
  const calendar = emptyCalendar(ICalCalendarMethod[method]);
  const event = addEvent(calendar, invitation);
  event.status(method === "CANCEL" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED);
  event.organizer(addressee(invitation.organizer));
  for (const person of invitation.attendees)
    event.createAttendee({
      name: addressee(person).name,
      email: person.email,
      role: ICalAttendeeRole.REQ,
      type: ICalAttendeeType.INDIVIDUAL,
      status: STATUSES[person.status ?? "needs_action"],
      rsvp: method === "REQUEST",
    });
  return calendar.toString();
}

/** Visits to look at, without anybody's address: a download, or what a calendar fetches by itself. */
export function agendaOf(visits: readonly CalendarVisit[], name?: string): string {
  const calendar = emptyCalendar(ICalCalendarMethod.PUBLISH);
  // Who subscribes gets a move within the hour, if the calendar program keeps to it.
  if (name) calendar.name(name).ttl(60 * 60);
  for (const visit of visits) addEvent(calendar, visit).status(ICalEventStatus.CONFIRMED);
  return calendar.toString();
}

const emptyCalendar = (method: ICalCalendarMethod): ICalCalendar =>
  ical({
    prodId: { company: "wijkteamplein", product: "werkbezoeken", language: "NL" },
    method,
    // Without a name for the whole calendar: with one, the library writes the stamp in local time, and that
    // must be UTC.
    timezone: { name: null, generator: () => VTIMEZONE },
  });

const addEvent = (calendar: ICalCalendar, visit: CalendarVisit) =>
  calendar.createEvent({
    id: invitationUid(visit.visitId),
    sequence: visit.sequence,
    stamp: new Date(visit.madeAt),
    start: onTheClock(visit.startsAt),
    end: onTheClock(visit.endsAt),
    timezone: ZONE,
    summary: plain(visit.summary),
    location: plain(visit.location),
    description: visit.description,
    url: visit.url,
  });

const onTheClock = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE);

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

// A parameter value cannot hold a double quote in any way (RFC 5545, 3.2), nor a control character.
const addressee = ({ name, email }: InvitationPerson): InvitationPerson => ({
  name: plain(name).replaceAll('"', "'"),
  email,
});
