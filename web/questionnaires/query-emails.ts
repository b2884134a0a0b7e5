import { type ComposedMail, composeMail, type MailWords } from "../ui/mail.ts";

/** To who asked: the learning group explained the question, and everybody reads it now. */
export function explainedMail(
  association: MailWords["association"],
  words: { name: string; year: number; shortName: string; text: string; answer: string },
  url: string,
): ComposedMail {
  const { name, year, shortName, text, answer } = words;
  return composeMail({
    subject: `Uitleg bij '${shortName}'`,
    paragraphs: [
      `Dag ${name},`,
      `Je vroeg om uitleg bij '${shortName}' in de vragenlijst van ${year}:\n${text}`,
      `De leergroep antwoordt:\n${answer}`,
      "De uitleg staat nu voor alle leden onder de vraag. Jouw naam en organisatie staan er niet bij.",
    ],
    action: { label: "Naar de vraag", url },
    association,
  });
}
