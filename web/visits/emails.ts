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
  /** a cancellation shortly before the day */
  isLate?: boolean;
  /** the practical sheet as text, where the mail brings an invitation; "" when there is nothing to tell */
  sheet?: string;
  url: string;
  association: { name: string; contactEmail: string; contactPhone: string };
}

interface Words {
  subject: string;
  first: string;
  action: string;
}

/**
 * Mail that begins a visit is about the request, or asks approval for it first; most other mail is about a move.
 * The rest the clock sends: what happened to several groups at once.
 */
export type VisitOccasion =
  | "request"
  | "approval_request"
  | "queued"
  | "promotion"
  | "handover"
  | "handed_over"
  | VisitMove;

const other = (facts: VisitMailFacts, reader: Side) =>
  reader === "guest" ? facts.hostName : facts.guestName;

const WORDS: Partial<Record<VisitOccasion, (facts: VisitMailFacts, reader: Side) => Words>> = {
  request: ({ guestName }) => ({
    subject: `${guestName} wil bij jullie op bezoek`,
    first: `${guestName} vraagt een werkbezoek bij jullie aan. Laat weten of het past.`,
    action: "Beantwoord de aanvraag",
  }),
  approval_request: ({ guestName, hostName }) => ({
    subject: "Werkbezoek: jouw akkoord is nodig",
    first: `Een collega van ${guestName} wil op werkbezoek${hostName ? ` bij ${hostName}` : ""}. Geef akkoord of laat weten waarom niet.`,
    action: "Bekijk de aanvraag",
  }),
  handover: () => ({
    subject: "Werkbezoek: een collega neemt het over",
    first:
      "Dit bezoek is overgedragen aan een collega. De afspraak blijft staan. De uitnodiging noemt wie er komt.",
    action: "Bekijk het bezoek",
  }),
  handed_over: () => ({
    subject: "Je werkbezoek is overgedragen",
    first: "Dit bezoek is overgedragen aan een collega. Het gaat uit je agenda.",
    action: "Bekijk het bezoek",
  }),
  approval: ({ hostName }) => ({
    subject: "Akkoord: je werkbezoek is aangevraagd",
    first: `Je leidinggevende gaf akkoord. De aanvraag is nu bij ${hostName || "de andere teams"}.`,
    action: "Bekijk de aanvraag",
  }),
  disapproval: () => ({
    subject: "Geen akkoord voor je werkbezoek",
    first: "Je leidinggevende gaf geen akkoord. De aanvraag is niet verstuurd.",
    action: "Bekijk de aanvraag",
  }),
  confirmation: ({ guestName }) => ({
    subject: `${guestName} heeft het bezoek bevestigd`,
    first: `${guestName} komt zeker op de afgesproken dag.`,
    action: "Bekijk het bezoek",
  }),
  waitlisting: ({ hostName }) => ({
    subject: `Op de wachtlijst bij ${hostName}`,
    first: `De dag bij ${hostName} zit vol. Jullie staan op de wachtlijst. Komt er plek voor jullie groep, dan krijgen jullie die vanzelf.`,
    action: "Bekijk je plaats",
  }),
  queued: (facts, reader) => ({
    subject:
      reader === "guest"
        ? `Op de wachtlijst bij ${facts.hostName}`
        : `${facts.guestName} staat op de wachtlijst`,
    first:
      reader === "guest"
        ? `De dag bij ${facts.hostName} zit vol. Komt er plek voor jullie groep, dan krijgen jullie die vanzelf.`
        : `${facts.guestName} wil komen op een dag die vol zit. De groep staat op de wachtlijst. Je hoeft niets te doen.`,
    action: "Bekijk de aanvraag",
  }),
  promotion: (facts, reader) => ({
    subject:
      reader === "guest"
        ? `Jullie hebben een plek bij ${facts.hostName}`
        : `${facts.guestName} heeft een plek`,
    first: `Er is plek voor ${facts.guestName} bij ${facts.hostName}. De uitnodiging voor je agenda zit bij deze mail.`,
    action: "Bekijk het bezoek",
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
    first: `Het werkbezoek van ${facts.guestName} bij ${facts.hostName} is verplaatst. De nieuwe uitnodiging voor je agenda zit bij deze mail.${reader === "guest" ? " Bevestig dat jullie op de nieuwe dag komen." : ""}`,
    action: "Bekijk het bezoek",
  }),
  cancellation: (facts, reader) => ({
    subject: `Werkbezoek geannuleerd: ${other(facts, reader)}`,
    first: `Het werkbezoek van ${facts.guestName} bij ${facts.hostName} gaat niet door. Met deze mail verdwijnt het uit je agenda.${facts.isLate ? " Dit is kort van tevoren." : ""}`,
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
WORDS.date_choice = WORDS.agreement;

const NOTE_LABELS: Partial<Record<VisitOccasion, string>> = {
  decline: "Reden",
  disapproval: "Reden",
  cancellation: "Reden",
};

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
      // Who receives wrote it himself.
      ...(reader === "guest" && facts.sheet ? [`Goed om te weten:\n${facts.sheet}`] : []),
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
