import type { Reminder } from "../../db/visit-vocabulary.ts";
import { countOf } from "../ui/dutch.ts";
import { type ComposedMail, composeMail, type MailWords } from "../ui/mail.ts";
import { formatMoment } from "./moment.ts";
import type { Side } from "./moves.ts";

interface VisitWords {
  name: string;
  side: Side;
  guestName: string;
  hostName: string;
  startsAt: number | null;
  endsAt: number | null;
  association: MailWords["association"];
}

/** To the last one of a side whose calendar said no: the visit itself still stands. */
export function lastOneOutMail(words: VisitWords, url: string): ComposedMail {
  const { side, guestName, hostName, association } = words;
  const other = side === "guest" ? hostName : guestName;
  return composeMail({
    subject: `Je agenda zei nee, maar ${other} rekent op je`,
    paragraphs: [
      `Dag ${words.name},`,
      `In je agenda heb je het werkbezoek van ${guestName} bij ${hostName} afgewezen. Namens jullie komt nu niemand meer.`,
      `Het bezoek staat nog: ${formatMoment(words)}.`,
      "Gaat het niet door? Zeg het dan af op de pagina van het bezoek, met een reden. Dan weet de ander het ook.",
    ],
    action: { label: "Bekijk het bezoek", url },
    association,
  });
}

const WHEN: Record<Reminder, string> = { week_before: "Over een week", day_before: "Morgen" };

/** A week or a day before the visit: when and where, what is good to know, and for the host who comes. */
export function reminderMail(
  kind: Reminder,
  words: VisitWords & {
    location: string;
    seats: number;
    learningQuestion: string;
    /** the practical sheet as text; "" when the host told nothing */
    sheet: string;
    going: readonly { side: Side; name: string; note: string }[];
  },
  url: string,
): ComposedMail {
  const { side, guestName, hostName, location, sheet, association } = words;
  const isHost = side === "host";
  const when = WHEN[kind];
  return composeMail({
    subject: `${when}: werkbezoek ${isHost ? `van ${guestName}` : `bij ${hostName}`}`,
    paragraphs: [
      `Dag ${words.name},`,
      isHost ? `${when} komt ${guestName} op bezoek.` : `${when} ga je op bezoek bij ${hostName}.`,
      [
        `Wanneer: ${formatMoment(words)}`,
        ...(location ? [`Waar: ${location}`] : []),
        `Leervraag: ${words.learningQuestion}`,
      ].join("\n"),
      ...(isHost ? [visitorLines(words)] : sheet ? [`Goed om te weten:\n${sheet}`] : []),
      "Gaat het niet door? Laat het meteen weten op de pagina van het bezoek.",
    ],
    action: { label: isHost ? "Bekijk de dag" : "Bekijk het bezoek", url },
    association,
  });
}

function visitorLines({
  seats,
  going,
}: {
  seats: number;
  going: readonly { side: Side; name: string; note: string }[];
}): string {
  const guests = going.filter(({ side }) => side === "guest");
  return [
    `Er komen ${countOf(seats, "bezoeker", "bezoekers")}.`,
    ...guests.map(({ name, note }) => (note ? `${name}: ${note}` : name)),
  ].join("\n");
}

interface ColleagueWords extends Omit<VisitWords, "name"> {
  name: string;
  /** who added or removed this person */
  by: { name: string; email: string };
  location: string;
}

/** To a colleague who was added; the invitation for the calendar goes along. There may be no account to sign in. */
export function addedColleagueMail(words: ColleagueWords & { sheet: string }): ComposedMail {
  const { side, guestName, hostName, by, location, sheet, association } = words;
  const subject =
    side === "guest" ? `Je gaat mee op bezoek bij ${hostName}` : `Je ontvangt ${guestName} op bezoek`;
  return composeMail({
    subject,
    paragraphs: [
      `Dag ${words.name},`,
      `${by.name} heeft je toegevoegd aan het werkbezoek van ${guestName} bij ${hostName}. De uitnodiging voor je agenda zit bij deze mail.`,
      [`Wanneer: ${formatMoment(words)}`, ...(location ? [`Waar: ${location}`] : [])].join("\n"),
      ...(sheet ? [`Goed om te weten:\n${sheet}`] : []),
      `Kun je niet? Zeg nee in je agenda, of mail ${by.email}.`,
    ],
    association,
  });
}

/** To a colleague who was taken off the visit again. */
export function removedColleagueMail(words: ColleagueWords): ComposedMail {
  const { guestName, hostName, by, association } = words;
  return composeMail({
    subject: `Je staat niet meer bij het werkbezoek: ${words.side === "guest" ? hostName : guestName}`,
    paragraphs: [
      `Dag ${words.name},`,
      `${by.name} heeft je weggehaald bij het werkbezoek van ${guestName} bij ${hostName}. Met deze mail verdwijnt het uit je agenda.`,
      `Klopt dit niet? Mail ${by.email}.`,
    ],
    association,
  });
}
