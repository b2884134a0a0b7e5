import ICAL from "ical.js";
import ical, { type VEvent } from "node-ical";
import { expect } from "vitest";

/** A calendar object as two parsers read it, with what a calendar program decides by. */
export function readCalendar(content: string | null) {
  const calendar = new ICAL.Component(ICAL.parse(content ?? ""));
  const event = calendar.getFirstSubcomponent("vevent") as ICAL.Component;
  const other = Object.values(ical.sync.parseICS(content ?? "")).find(
    (each) => each?.type === "VEVENT",
  ) as VEvent;
  expect(other.uid).toBe(event.getFirstPropertyValue("uid"));
  expect(Number(other.sequence)).toBe(event.getFirstPropertyValue("sequence"));
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: other.uid,
    sequence: Number(other.sequence),
    organizer: String(event.getFirstPropertyValue("organizer")),
    attendees: event
      .getAllProperties("attendee")
      .map((each) => String(each.getFirstValue()).replace(/^mailto:/i, "")),
    startsAt: other.start.getTime(),
  };
}
