import { countOf } from "../ui/dutch.ts";
import { type ComposedMail, composeMail } from "../ui/mail.ts";
import { formatMoment } from "./moment.ts";
import type { Side, VisitMove } from "./moves.ts";

/** What a mail about a visit can mention. Names of organisations; of people only where both sides know them. */
export interface VisitMailFacts {
  guestName: string;
  /** the host organisation; there is none before somebody invites */
  hostName: string;
  themeName: string;
  learningQuestion: string;
  seats: number;
  startsAt: number | null;
  endsAt: number | null;
  location: string;
  /** reason or message that came with the move; "" when there is none */
  note: string;
  url: string;
  association: { name: string; contactEmail: string; contactPhone: string };
}

interface Words {
  subject: string;
  first: string;
  action: string;
}

/** Mail that begins a visit is about the request; all other mail is about a move. */
export type VisitOccasion = "request" | VisitMove;

const other = (facts: VisitMailFacts, reader: Side) =>
  reader === "guest" ? facts.hostName : facts.guestName;

const WORDS: Partial<Record<VisitOccasion, (facts: VisitMailFacts, reader: Side) => Words>> = {
  request: ({ guestName }) => ({
    subject: `${guestName} wil bij jullie op bezoek`,
    first: `${guestName} vraagt een werkbezoek bij jullie aan. Laat weten of het past.`,
    action: "Beantwoord de aanvraag",
  }),
  invitation: ({ hostName }) => ({
    subject: `${hostName} nodigt jullie uit`,
    first: `${hostName} las jullie open vraag en nodigt jullie uit. Laat weten of het past.`,
    action: "Bekijk de uitnodiging",
  }),
  acceptance: (facts, reader) => ({
    subject: `Werkbezoek afgesproken met ${other(facts, reader)}`,
    first: `Het werkbezoek van ${facts.guestName} bij ${facts.hostName} is afgesproken. De uitnodiging voor je agenda zit bij deze mail.`,
    action: "Bekijk het bezoek",
  }),
  rescheduling: (facts, reader) => ({
    subject: `Werkbezoek verplaatst: ${other(facts, reader)}`,
    first: `Het werkbezoek van ${facts.guestName} bij ${facts.hostName} is verplaatst. De nieuwe uitnodiging voor je agenda zit bij deze mail.`,
    action: "Bekijk het bezoek",
  }),
  cancellation: (facts, reader) => ({
    subject: `Werkbezoek geannuleerd: ${other(facts, reader)}`,
    first: `Het werkbezoek van ${facts.guestName} bij ${facts.hostName} gaat niet door. Met deze mail verdwijnt het uit je agenda.`,
    action: "Bekijk het bezoek",
  }),
  decline: ({ hostName }) => ({
    subject: `${hostName} kan jullie niet ontvangen`,
    first: `${hostName} kan jullie nu niet ontvangen. Hieronder lees je de reden.`,
    action: "Bekijk de aanvraag",
  }),
  counter_proposal: (facts, reader) => ({
    subject: `Voorstel voor een dag van ${other(facts, reader)}`,
    first: `${other(facts, reader)} stelt een dag voor. Laat weten of die past.`,
    action: "Beantwoord het voorstel",
  }),
  withdrawal: ({ guestName }) => ({
    subject: `${guestName} trekt de aanvraag in`,
    first: `${guestName} trekt de aanvraag voor een werkbezoek in. Je hoeft niets meer te doen.`,
    action: "Bekijk de aanvraag",
  }),
};
WORDS.agreement = WORDS.acceptance as NonNullable<typeof WORDS.acceptance>;

const NOTE_LABELS: Partial<Record<VisitOccasion, string>> = { decline: "Reden", cancellation: "Reden" };

/** The mail about this occasion for one side, or null when nobody needs to be told. */
export function visitMail(occasion: VisitOccasion, facts: VisitMailFacts, reader: Side): ComposedMail | null {
  const words = WORDS[occasion]?.(facts, reader);
  if (!words) return null;
  return composeMail({
    subject: words.subject,
    paragraphs: [
      words.first,
      ...(facts.note ? [`${NOTE_LABELS[occasion] ?? "Bericht"}: ${facts.note}`] : []),
      factLines(facts),
    ],
    action: { label: words.action, url: facts.url },
    association: facts.association,
  });
}

function factLines(facts: VisitMailFacts): string {
  return [
    `Thema: ${facts.themeName}`,
    `Leervraag: ${facts.learningQuestion}`,
    `Aantal: ${countOf(facts.seats, "persoon", "personen")}`,
    `Wanneer: ${formatMoment(facts)}`,
    ...(facts.location ? [`Waar: ${facts.location}`] : []),
  ].join("\n");
}

/** What stands in the calendar: the line in the week view, and the text when it is opened. */
export function calendarWords(
  facts: VisitMailFacts,
  practical: string,
): { summary: string; description: string } {
  return {
    summary: `Werkbezoek ${facts.guestName} bij ${facts.hostName}`,
    description: [
      `Thema: ${facts.themeName}`,
      `Leervraag: ${facts.learningQuestion}`,
      `${countOf(facts.seats, "bezoeker", "bezoekers")}`,
      ...(practical ? ["", practical] : []),
      "",
      `Alles over dit bezoek: ${facts.url}`,
    ].join("\n"),
  };
}
