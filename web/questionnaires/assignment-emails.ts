import { countOf, formatDate } from "../ui/dutch.ts";
import { type ComposedMail, composeMail, type MailWords } from "../ui/mail.ts";

export interface AssignmentWords {
  name: string;
  email: string;
  memberName: string;
  by: string;
  year: number;
  title: string;
  /** title of the section */
  section: string;
  items: number;
  minutes: number;
  dueOn: string;
  message: string;
  association: MailWords["association"];
}

const effort = ({ items, minutes, dueOn }: AssignmentWords): string =>
  `Hoe lang: ${countOf(items, "vraag", "vragen")}, ongeveer ${countOf(minutes, "minuut", "minuten")}.\nTot wanneer: ${formatDate(dueOn)}.`;

const signingIn = ({ email }: AssignmentWords): string =>
  `Je hebt geen wachtwoord nodig. Log in met ${email}, dan krijg je een code per mail.`;

/** To a colleague: a section of the questionnaire to fill in. */
export function assignedMail(words: AssignmentWords, url: string): ComposedMail {
  const { name, by, memberName, title, year, section, message, association } = words;
  return composeMail({
    subject: `Vul jij '${section}' in?`,
    paragraphs: [
      `Dag ${name},`,
      `${by} vraagt jou een deel van de vragenlijst '${title}' ${year} in te vullen, namens ${memberName}.`,
      `Jouw deel: ${section}.\n${effort(words)}`,
      ...(message ? [`${by} schrijft erbij:\n${message}`] : []),
      "De rest van de vragenlijst kun je lezen. Je hoeft niets te ondertekenen.",
      signingIn(words),
    ],
    action: { label: "Naar jouw deel", url },
    association,
  });
}

/** The one reminder of it. */
export function assignmentReminderMail(words: AssignmentWords, url: string): ComposedMail {
  const { name, by, section, title, year, association } = words;
  return composeMail({
    subject: `Herinnering: '${section}' wacht op jou`,
    paragraphs: [
      `Dag ${name},`,
      `${by} vroeg jou '${section}' in te vullen, een deel van '${title}' ${year}. Het is nog niet klaar.`,
      effort(words),
      "Lukt het niet? Geef het deel dan terug op de pagina zelf. Dan kan een collega verder.",
      signingIn(words),
    ],
    action: { label: "Naar jouw deel", url },
    association,
  });
}
