import { countOf } from "../ui/dutch.ts";
import { type ComposedMail, composeMail } from "../ui/mail.ts";
import type { VisitMailFacts } from "./emails.ts";
import { formatMoment, type VisitMoment } from "./moment.ts";

const about = ({ guestName, hostName }: VisitMailFacts): string =>
  `Het gaat over het werkbezoek van ${guestName} bij ${hostName}.`;

/** A message in the conversation of a visit, for the other side. */
export function messageMail(
  facts: VisitMailFacts,
  { name, organisation, text }: { name: string; organisation: string; text: string },
): ComposedMail {
  return composeMail({
    subject: `Bericht van ${organisation} over het werkbezoek`,
    paragraphs: [`${name} van ${organisation} schrijft:`, text, about(facts)],
    action: { label: "Beantwoord het bericht", url: facts.url },
    association: facts.association,
  });
}

/** New moments on the table, for the other side. */
export function datesMail(
  facts: VisitMailFacts,
  { organisation, moments }: { organisation: string; moments: readonly VisitMoment[] },
): ComposedMail {
  return composeMail({
    subject: `${organisation} stelt momenten voor`,
    paragraphs: [
      `${organisation} stelt momenten voor. Laat weten wat past.`,
      moments.map((moment) => `- ${formatMoment(moment)}`).join("\n"),
      about(facts),
    ],
    action: { label: "Bekijk de momenten", url: facts.url },
    association: facts.association,
  });
}

/** What the other side said about the moments on the table. */
export function answersMail(
  facts: VisitMailFacts,
  { organisation, answers }: { organisation: string; answers: readonly (VisitMoment & { label: string })[] },
): ComposedMail {
  return composeMail({
    subject: `${organisation} laat weten wat past`,
    paragraphs: [
      `${organisation} heeft gezegd welke momenten passen.`,
      answers.map((answer) => `- ${formatMoment(answer)}: ${answer.label.toLowerCase()}`).join("\n"),
      about(facts),
    ],
    action: { label: "Bekijk de momenten", url: facts.url },
    association: facts.association,
  });
}

/** Too few people for a day: the host decides. */
export function minimumMail(
  offer: { title: string; startsAt: number | null; endsAt: number | null; seatsMin: number; taken: number },
  url: string,
  association: VisitMailFacts["association"],
): ComposedMail {
  return composeMail({
    subject: "Te weinig aanmeldingen: gaat het bezoek door?",
    paragraphs: [
      `Voor ${offer.title} komen nu ${countOf(offer.taken, "persoon", "personen")}. Jullie vroegen er minstens ${offer.seatsMin}.`,
      `Wanneer: ${formatMoment(offer)}`,
      "Laat het doorgaan of zeg de hele dag af. De gasten krijgen dan bericht.",
    ],
    action: { label: "Beslis over deze dag", url },
    association,
  });
}
