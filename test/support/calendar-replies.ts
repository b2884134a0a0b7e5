/** What an answer to an invitation says, whichever program sends it. */
export interface ReplyWords {
  uid: string;
  sequence: number;
  /** RFC 5545 form, such as 20261201T090000Z */
  stamp: string;
  partstat: string;
  attendee: string;
  from: string;
  to: string;
  method?: string;
  /** headers of the receiving server, above all others; left out: it found that the sender is who he says */
  received?: string[];
}

const receivedBy = ({ received, from }: ReplyWords): string[] =>
  received ?? [`Authentication-Results: mx.plein.example; dmarc=pass header.from=${from.split("@")[1]}`];

const crlf = (lines: readonly string[]): string => lines.join("\r\n");
const base64 = (text: string): string =>
  Buffer.from(text, "utf8").toString("base64").replace(/.{76}/g, "$&\r\n");
const quotedPrintable = (text: string): string =>
  text.replaceAll("=", "=3D").replace(/[^\r\n]{70}(?=[^\r\n])/g, "$&=\r\n");
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** As Outlook and Exchange send it: one alternative beside empty text, in base64, with a zone of their own. */
export function outlookReply(words: ReplyWords): Uint8Array {
  const calendar = crlf([
    "BEGIN:VCALENDAR",
    `METHOD:${words.method ?? "REPLY"}`,
    "PRODID:Microsoft Exchange Server 2010",
    "VERSION:2.0",
    "BEGIN:VTIMEZONE",
    "TZID:W. Europe Standard Time",
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    `ATTENDEE;PARTSTAT=${words.partstat};CN=Persoon Gast:mailto:${words.attendee}`,
    "COMMENT;LANGUAGE=nl-NL:\\n",
    `UID:${words.uid}`,
    "SUMMARY;LANGUAGE=nl-NL:Geaccepteerd: Werkbezoek",
    "DTSTART;TZID=W. Europe Standard Time:20261201T100000",
    "DTEND;TZID=W. Europe Standard Time:20261201T153000",
    "CLASS:PUBLIC",
    "PRIORITY:5",
    `DTSTAMP:${words.stamp}`,
    "TRANSP:OPAQUE",
    "STATUS:CONFIRMED",
    `SEQUENCE:${words.sequence}`,
    "LOCATION;LANGUAGE=nl-NL:Kade 1\\, Waterrand",
    "X-MICROSOFT-CDO-APPT-SEQUENCE:0",
    "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
  return bytes(
    crlf([
      ...receivedBy(words),
      `From: =?utf-8?Q?Persoon_Gast?= <${words.from}>`,
      `To: <${words.to}>`,
      "Subject: Geaccepteerd: Werkbezoek",
      "Date: Tue, 24 Nov 2026 09:00:00 +0000",
      "Message-ID: <AM0PR01@eurprd01.prod.outlook.example>",
      "MIME-Version: 1.0",
      'Content-Type: multipart/alternative; boundary="_000_AM0PR01"',
      "",
      "--_000_AM0PR01",
      'Content-Type: text/plain; charset="utf-8"',
      "Content-Transfer-Encoding: base64",
      "",
      "DQo=",
      "--_000_AM0PR01",
      `Content-Type: text/calendar; charset="utf-8"; method=${words.method ?? "REPLY"}`,
      "Content-Transfer-Encoding: base64",
      "",
      base64(calendar),
      "--_000_AM0PR01--",
      "",
    ]),
  );
}

/** As Google Calendar sends it: text, HTML and calendar, and the same calendar once more as a file. */
export function googleReply(words: ReplyWords): Uint8Array {
  const calendar = crlf([
    "BEGIN:VCALENDAR",
    "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    `METHOD:${words.method ?? "REPLY"}`,
    "BEGIN:VEVENT",
    "DTSTART:20261201T090000Z",
    "DTEND:20261201T143000Z",
    `DTSTAMP:${words.stamp}`,
    `ORGANIZER;CN=Vereniging van Proefteams:mailto:${words.to}`,
    `UID:${words.uid}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${words.partstat};RSVP`,
    ` =TRUE;CN=${words.attendee};X-NUM-GUESTS=0:mailto:${words.attendee}`,
    "CREATED:20261121T110001Z",
    "LAST-MODIFIED:20261124T090000Z",
    `SEQUENCE:${words.sequence}`,
    "STATUS:CONFIRMED",
    "SUMMARY:Werkbezoek",
    "TRANSP:OPAQUE",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
  return bytes(
    crlf([
      ...receivedBy(words),
      "MIME-Version: 1.0",
      "Reply-To: Persoon Gast <agenda-antwoord@google.example>",
      `Sender: Google Agenda <calendar-notification@google.example>`,
      "Message-ID: <calendar-0f6a@google.example>",
      "Date: Tue, 24 Nov 2026 09:00:00 +0000",
      "Subject: Afgewezen: Werkbezoek",
      `From: Persoon Gast <${words.from}>`,
      `To: ${words.to}`,
      'Content-Type: multipart/mixed; boundary="0000gmixed"',
      "",
      "--0000gmixed",
      'Content-Type: multipart/alternative; boundary="0000galt"',
      "",
      "--0000galt",
      'Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes',
      "",
      "Persoon Gast heeft de uitnodiging beantwoord.",
      "--0000galt",
      'Content-Type: text/html; charset="UTF-8"',
      "",
      "<p>Persoon Gast heeft de uitnodiging beantwoord.</p>",
      "--0000galt",
      `Content-Type: text/calendar; charset="UTF-8"; method=${words.method ?? "REPLY"}`,
      "Content-Transfer-Encoding: 7bit",
      "",
      calendar,
      "--0000galt--",
      "--0000gmixed",
      'Content-Type: application/ics; name="invite.ics"',
      'Content-Disposition: attachment; filename="invite.ics"',
      "Content-Transfer-Encoding: base64",
      "",
      base64(calendar),
      "--0000gmixed--",
      "",
    ]),
  );
}

/** As Apple's Calendar sends it: quoted-printable, the address also as a parameter. */
export function appleReply(words: ReplyWords): Uint8Array {
  const calendar = crlf([
    "BEGIN:VCALENDAR",
    "CALSCALE:GREGORIAN",
    "VERSION:2.0",
    `METHOD:${words.method ?? "REPLY"}`,
    "PRODID:-//Apple Inc.//macOS 14.5//EN",
    "BEGIN:VEVENT",
    "CREATED:20261124T085900Z",
    `ATTENDEE;CN="Persoon Gast";CUTYPE=INDIVIDUAL;EMAIL="${words.attendee}";PARTST`,
    ` AT=${words.partstat};ROLE=REQ-PARTICIPANT:mailto:${words.attendee}`,
    `UID:${words.uid}`,
    "DTEND;TZID=Europe/Amsterdam:20261201T153000",
    "SUMMARY:Werkbezoek",
    "LAST-MODIFIED:20261124T085959Z",
    `DTSTAMP:${words.stamp}`,
    "DTSTART;TZID=Europe/Amsterdam:20261201T100000",
    `SEQUENCE:${words.sequence}`,
    `ORGANIZER;CN="Vereniging van Proefteams":mailto:${words.to}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
  return bytes(
    crlf([
      ...receivedBy(words),
      `From: Persoon Gast <${words.from}>`,
      'Content-Type: multipart/alternative; boundary="Apple-Mail=_5A"',
      "Mime-Version: 1.0 (Mac OS X Mail 16.0)",
      "Subject: Persoon Gast heeft je uitnodiging beantwoord",
      "Message-Id: <5A@icloud.example>",
      "Date: Tue, 24 Nov 2026 10:00:00 +0100",
      `To: Vereniging van Proefteams <${words.to}>`,
      "",
      "--Apple-Mail=_5A",
      "Content-Type: text/plain; charset=us-ascii",
      "",
      "",
      "--Apple-Mail=_5A",
      `Content-Type: text/calendar; charset=utf-8; method=${words.method ?? "REPLY"}`,
      "Content-Transfer-Encoding: quoted-printable",
      "",
      quotedPrintable(calendar),
      "--Apple-Mail=_5A--",
      "",
    ]),
  );
}
