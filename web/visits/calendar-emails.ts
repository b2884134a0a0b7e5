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
