import ICAL from "ical.js";
import ical, { type VEvent } from "node-ical";
import { describe, expect, test } from "vitest";
import { agendaOf, type Invitation, invitationOf } from "../../functions/visits/invitation.ts";
import { formatMoment, readMoment } from "../../web/visits/moment.ts";

const NOW = Date.parse("2026-10-01T08:00:00Z");

const invitation = (fields: Partial<Invitation> = {}): Invitation => ({
  visitId: "0123456789abcdefghjk",
  sequence: 1,
  startsAt: Date.parse("2026-12-01T09:00:00Z"),
  endsAt: Date.parse("2026-12-01T14:30:00Z"),
  madeAt: NOW,
  summary: "Werkbezoek Wijkteam Waterrand bij Buurtkracht Lindestad",
  location: "Kade 1, Waterrand",
  description: "Thema: Preventie",
  url: "https://plein.example/werkbezoeken/bezoek/0123456789abcdefghjk",
  organizer: { name: "Vereniging van Proefteams", email: "plein@plein.example" },
  attendees: [
    { name: "Persoon gast", email: "gast@proef.example" },
    { name: "Persoon host", email: "host@proef.example" },
  ],
  ...fields,
});

/** What two independent parsers read from the same object. */
function readTwice(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content));
  const component = calendar.getFirstSubcomponent("vevent");
  if (!component) throw new Error("ical.js found no event");
  const event = new ICAL.Event(component);
  const parsed = Object.values(ical.sync.parseICS(content)).find((each) => each?.type === "VEVENT") as VEvent;
  return {
    method: calendar.getFirstPropertyValue("method"),
    status: component.getFirstPropertyValue("status"),
    uid: [event.uid, parsed.uid],
    sequence: [event.sequence, Number(parsed.sequence)],
    startsAt: [event.startDate.toJSDate().getTime(), parsed.start.getTime()],
    endsAt: [event.endDate.toJSDate().getTime(), parsed.end?.getTime()],
    summary: [event.summary, parsed.summary],
    location: [event.location, parsed.location],
    description: [event.description, parsed.description],
    organizer: component.getFirstProperty("organizer"),
    attendees: component.getAllProperties("attendee"),
  };
}

/** Begin and end as ical.js works them out from the zone's rules in the object itself, not from a name it knows. */
function zonedByItsOwnRules(content: string): number[] {
  const calendar = new ICAL.Component(ICAL.parse(content));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone") as ICAL.Component);
  const event = calendar.getFirstSubcomponent("vevent");
  return ["dtstart", "dtend"].map((name) => {
    const time = event?.getFirstPropertyValue(name) as ICAL.Time;
    time.zone = zone;
    return time.toUnixTime() * 1000;
  });
}

describe("an invitation as two parsers read it", () => {
  test("carries a fixed UID, its sequence, moment, place and people", () => {
    const read = readTwice(invitationOf(invitation(), "REQUEST"));
    expect(read.method).toBe("REQUEST");
    expect(read.status).toBe("CONFIRMED");
    expect(read.uid).toEqual(Array(2).fill("0123456789abcdefghjk@wijkteamplein"));
    expect(read.sequence).toEqual([1, 1]);
    expect(read.startsAt).toEqual(Array(2).fill(Date.parse("2026-12-01T09:00:00Z")));
    expect(read.endsAt).toEqual(Array(2).fill(Date.parse("2026-12-01T14:30:00Z")));
    expect(read.location).toEqual(Array(2).fill("Kade 1, Waterrand"));
    expect(String(read.organizer?.getFirstValue()).toLowerCase()).toBe("mailto:plein@plein.example");
    expect(read.attendees.map((each) => String(each.getFirstValue()).toLowerCase())).toEqual([
      "mailto:gast@proef.example",
      "mailto:host@proef.example",
    ]);
    for (const attendee of read.attendees) {
      expect(attendee.getParameter("rsvp")).toBe("TRUE");
      expect(attendee.getParameter("partstat")).toBe("NEEDS-ACTION");
    }
  });

  test("is taken back by a CANCEL of the same UID with a higher sequence", () => {
    const asked = readTwice(invitationOf(invitation(), "REQUEST"));
    const cancelled = readTwice(invitationOf(invitation({ sequence: 2 }), "CANCEL"));
    expect(cancelled.method).toBe("CANCEL");
    expect(cancelled.status).toBe("CANCELLED");
    expect(cancelled.uid).toEqual(asked.uid);
    expect(cancelled.sequence).toEqual([2, 2]);
  });

  test("survives accents, signs with a meaning, line ends, emoji and long texts", () => {
    const hard = {
      summary: `Café; één, "twee" \\ drie: ${"lang ".repeat(60)}🏡`.trim(),
      location: "Sint-Jansstraat 5; 's-Hertogenbosch, Súdwest-Fryslân",
      description: `Regel één\nRegel twee; met, tekens \\ en\n\n${"ë🏡".repeat(200)}`,
    };
    const content = invitationOf(invitation(hard), "REQUEST");
    const read = readTwice(content);
    expect(read.summary).toEqual([hard.summary, hard.summary]);
    expect(read.location).toEqual([hard.location, hard.location]);
    expect(read.description).toEqual([hard.description, hard.description]);
    const lines = content.split("\r\n");
    expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(content.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  test("cannot be broken open by a name", () => {
    const name = 'Jan "Evil"\r\nATTENDEE:mailto:x@x.example; Vries, de: 1';
    const read = readTwice(
      invitationOf(invitation({ attendees: [{ name, email: "jan@proef.example" }] }), "REQUEST"),
    );
    expect(read.attendees).toHaveLength(1);
    expect(read.attendees[0]?.getParameter("cn")).toBe(
      "Jan 'Evil' ATTENDEE:mailto:x@x.example; Vries, de: 1",
    );
  });

  test.each([
    ["the day winter time begins", "2026-10-25", "2026-10-25T09:00:00Z", "2026-10-25T14:30:00Z"],
    ["the day before", "2026-10-24", "2026-10-24T08:00:00Z", "2026-10-24T13:30:00Z"],
    ["the day summer time begins", "2027-03-28", "2027-03-28T08:00:00Z", "2027-03-28T13:30:00Z"],
    ["the day before that", "2027-03-27", "2027-03-27T09:00:00Z", "2027-03-27T14:30:00Z"],
  ])("starts at ten on the clock in Amsterdam on %s", (_day, datum, start, end) => {
    const read = readMoment({ datum, van: "10:00", tot: "15:30" }, NOW);
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const content = invitationOf(invitation(read.moment), "REQUEST");
    const both = readTwice(content);
    expect(both.startsAt).toEqual(Array(2).fill(Date.parse(start)));
    expect(both.endsAt).toEqual(Array(2).fill(Date.parse(end)));
    expect(formatMoment(read.moment)).toContain("10.00 – 15.30 uur");
    // The object says the time on the clock, with the zone and its rules beside it.
    expect(content).toContain(`DTSTART;TZID=Europe/Amsterdam:${datum.replaceAll("-", "")}T100000\r\n`);
    expect(content).toContain(`DTEND;TZID=Europe/Amsterdam:${datum.replaceAll("-", "")}T153000\r\n`);
    expect(zonedByItsOwnRules(content)).toEqual([Date.parse(start), Date.parse(end)]);
  });

  test.each([
    ["in the first hour of winter time that comes once", "2026-10-25T02:00:00Z", "20261025T030000"],
    ["in the last minute of summer time", "2026-10-24T23:59:00Z", "20261025T015900"],
    ["in the first hour of summer time", "2027-03-28T01:00:00Z", "20270328T030000"],
    ["in the last minute of winter time", "2027-03-28T00:59:00Z", "20270328T015900"],
  ])("%s the clock and the moment agree", (_when, start, clock) => {
    const startsAt = Date.parse(start);
    const content = invitationOf(invitation({ startsAt, endsAt: startsAt + 3_600_000 }), "REQUEST");
    expect(content).toContain(`DTSTART;TZID=Europe/Amsterdam:${clock}`);
    expect(zonedByItsOwnRules(content)[0]).toBe(startsAt);
  });

  test("stamps in UTC, and never with a property that the standard does not know", () => {
    const lines = invitationOf(invitation(), "REQUEST").replaceAll("\r\n ", "").split("\r\n");
    expect(lines).toContain("DTSTAMP:20261001T080000Z");
    const names = lines.filter(Boolean).map((line) => line.split(/[:;]/)[0]);
    expect(names.filter((name) => name?.startsWith("TIMEZONE"))).toEqual([]);
    expect(names.filter((name) => name === "BEGIN")).toHaveLength(5);
  });

  test("shows what each attendee answered", () => {
    const attendees = (["accepted", "tentative", "declined", "needs_action"] as const).map((status) => ({
      name: status,
      email: `${status}@proef.example`,
      status,
    }));
    const read = readTwice(invitationOf(invitation({ attendees }), "REQUEST"));
    expect(read.attendees.map((each) => each.getParameter("partstat"))).toEqual([
      "ACCEPTED",
      "TENTATIVE",
      "DECLINED",
      "NEEDS-ACTION",
    ]);
  });

  test("without anybody's address is what a calendar may fetch by itself", () => {
    const content = agendaOf([invitation(), invitation({ visitId: "ander" })], "Mijn werkbezoeken");
    expect(content).not.toMatch(/ATTENDEE|ORGANIZER|mailto/i);
    const parsed = Object.values(ical.sync.parseICS(content)).filter((each) => each?.type === "VEVENT");
    expect(parsed).toHaveLength(2);
    const calendar = new ICAL.Component(ICAL.parse(content));
    expect(calendar.getAllSubcomponents("vevent")).toHaveLength(2);
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  });
});
