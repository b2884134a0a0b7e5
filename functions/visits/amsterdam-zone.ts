/** The zone in which every visit is planned. */
export const ZONE = "Europe/Amsterdam";

/**
 * The rules of Dutch time as a calendar reads them (RFC 5545, 3.6.5): summer time from the last Sunday of March
 * at 02.00 until the last Sunday of October at 03.00, as Directive 2000/84/EC has it since 1996. Stands in every
 * object, because a reader may not know the zone by its name.
 */
export const VTIMEZONE = [
  "BEGIN:VTIMEZONE",
  `TZID:${ZONE}`,
  `X-LIC-LOCATION:${ZONE}`,
  "BEGIN:DAYLIGHT",
  "TZNAME:CEST",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "DTSTART:19960331T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZNAME:CET",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
].join("\r\n");
