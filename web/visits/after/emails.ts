import { type ComposedMail, composeMail } from "../../ui/mail.ts";
import { CHECK_WORDS, type CheckDays } from "./labels.ts";

interface Told {
  guestName: string;
  hostName: string;
  url: string;
  association: { name: string; contactEmail: string; contactPhone: string };
}

/** Two days after a visit, to each side: three questions. */
export function lookBackMail(told: Told, side: "guest" | "host"): ComposedMail {
  const other = side === "guest" ? told.hostName : told.guestName;
  return composeMail({
    subject: `Hoe was het werkbezoek met ${other}?`,
    paragraphs: [
      `${told.guestName} was op bezoek bij ${told.hostName}. Kijk je even terug?`,
      "Het zijn drie korte vragen, ongeveer 5 minuten. Het andere team leest jullie antwoorden, anderen niet.",
      "Ging het bezoek niet door? Laat dat dan weten op de pagina van het bezoek.",
    ],
    action: { label: "Kijk terug op het bezoek", url: told.url },
    association: told.association,
  });
}

/** To the owner of an action, 90 and 270 days after the visit. */
export function actionCheckMail(told: Told & { action: string }, days: CheckDays): ComposedMail {
  return composeMail({
    subject: `Hoe staat het met jullie actie, ${CHECK_WORDS[days]}?`,
    paragraphs: [
      `Na het werkbezoek van ${told.guestName} bij ${told.hostName} spraken jullie één actie af.`,
      `Jullie actie: ${told.action}`,
      "Vertel of zij is toegepast, deels of niet. Dat kost ongeveer 1 minuut.",
    ],
    action: { label: "Vertel hoe het ermee staat", url: told.url },
    association: told.association,
  });
}

export type LessonOccasion = "proposed" | "approved" | "change_asked";

/** About a lesson: to the host when it waits, to the guest when the host answered. */
export function lessonMail(
  occasion: LessonOccasion,
  told: Told & { title: string; reason: string },
): ComposedMail {
  const words = {
    proposed: {
      subject: `Een les over jullie team: kijk je mee?`,
      paragraphs: [
        `${told.guestName} schreef op wat andere teams van jullie kunnen leren: ${told.title}.`,
        "Pas als jullie haar goedkeuren, kunnen anderen de les lezen.",
      ],
      label: "Lees de les",
    },
    approved: {
      subject: `${told.hostName} keurde jullie les goed`,
      paragraphs: [`Jullie les staat nu open voor alle leden: ${told.title}.`],
      label: "Bekijk de les",
    },
    change_asked: {
      subject: `${told.hostName} vraagt een aanpassing in jullie les`,
      paragraphs: [`Het gaat om de les: ${told.title}.`, `Wat er anders moet: ${told.reason}`],
      label: "Pas de les aan",
    },
  }[occasion];
  return composeMail({
    subject: words.subject,
    paragraphs: words.paragraphs,
    action: { label: words.label, url: told.url },
    association: told.association,
  });
}
