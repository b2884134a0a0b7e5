import { countOf, dayInAmsterdam, formatDate, formatDaysUntil, formatList } from "../ui/dutch.ts";
import { type ComposedMail, composeMail, type MailWords } from "../ui/mail.ts";

type Association = MailWords["association"];

interface Waiting {
  name: string;
  memberName: string;
  year: number;
  title: string;
  closesOn: string;
  now: number;
}

/** Until when a signature is possible, in one sentence. */
const untilWhen = ({ closesOn, now }: { closesOn: string; now: number }): string =>
  closesOn >= dayInAmsterdam(now)
    ? `De ronde sluit op ${formatDate(closesOn)}, ${formatDaysUntil(closesOn, now)}.`
    : "De ronde is al gesloten. Late antwoorden tellen mee in de volgende versie van het rapport.";

/** To each signatory, three days after the first mail. */
export function signatureReminderMail(association: Association, words: Waiting, url: string): ComposedMail {
  return composeMail({
    subject: `Herinnering: onderteken de vragenlijst van ${words.year}`,
    paragraphs: [
      `Dag ${words.name},`,
      `De antwoorden van ${words.memberName} op '${words.title}' wachten nog op jouw handtekening.`,
      "Klopt er iets niet? Stuur vragen dan terug, met een reden per vraag.",
      untilWhen(words),
      "Dit is de laatste mail hierover.",
    ],
    action: { label: "Controleren en indienen", url },
    association,
  });
}

/** To who fills in: which sections came back. No answers and no reasons: those stand behind the sign-in. */
export function returnedMail(
  association: Association,
  words: {
    name: string;
    memberName: string;
    by: string;
    year: number;
    sections: readonly { title: string; questions: number }[];
  },
  url: string,
): ComposedMail {
  const parts = words.sections.map(
    ({ title, questions }) => `${title} (${countOf(questions, "vraag", "vragen")})`,
  );
  return composeMail({
    subject: `Vragenlijst ${words.year} kwam terug van de tekenaar`,
    paragraphs: [
      `Dag ${words.name},`,
      `${words.by} las de antwoorden van ${words.memberName} en stuurde vragen terug.`,
      `Kijk opnieuw naar ${formatList(parts)}.`,
      "De reden staat bij elke vraag. Is een sectie weer klaar, geef dat dan aan. De tekenaar krijgt daarna vanzelf een mail.",
    ],
    action: { label: "Teruggestuurde vragen bekijken", url },
    association,
  });
}
