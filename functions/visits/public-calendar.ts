import ical, { ICalCalendarMethod } from "ical-generator";
import { paths } from "../../web/paths.ts";
import type { PublicDayRow } from "./agenda-queries.ts";

/**
 * The public agenda as a calendar to subscribe to (RFC 5545, method PUBLISH). No organiser and no attendees: it
 * invites nobody and names nobody. Times in UTC; every calendar shows them in its own zone.
 *
 * @param site the address of this installation, without a slash at the end
 */
export function publicCalendar(days: readonly PublicDayRow[], associationName: string, site: string): string {
  const calendar = ical({
    prodId: { company: "wijkteamplein", product: "openbare agenda", language: "NL" },
    name: `Werkbezoeken – ${associationName}`,
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const day of days)
    calendar.createEvent({
      id: `${day.id}-openbaar@wijkteamplein`,
      sequence: day.revision,
      stamp: new Date(day.updatedAt),
      start: new Date(day.startsAt),
      ...(day.endsAt === null ? {} : { end: new Date(day.endsAt) }),
      summary: `${day.title} (${day.memberName})`.replace(/\s+/g, " "),
      location: day.location.replace(/\s+/g, " "),
      url: `${site}${paths.publicAgenda()}`,
    });
  return calendar.toString();
}
