import { type ComposedMail, composeMail, type MailWords } from "../ui/mail.ts";

/** What the bureau did, for the sentence in the mail. */
const DONE = {
  ask: "Bekijk beide naast elkaar en kies per vraag welk antwoord blijft.",
  left: "Het bureau hield de eerste. Moet een tekenaar die opnieuw indienen, dan staat zij klaar als nieuwe versie.",
  right: "Het bureau hield de tweede. De eerste telt niet meer mee.",
} as const;

/** To editors and signatories: there are two responses, and what was or must be done with them. */
export function duplicateMail(
  association: MailWords["association"],
  words: { name: string; memberName: string; year: number; by: string; did: keyof typeof DONE },
  url: string,
): ComposedMail {
  return composeMail({
    subject: `Twee inzendingen voor de vragenlijst van ${words.year}`,
    paragraphs: [
      `Dag ${words.name},`,
      `${words.memberName} heeft twee inzendingen voor de vragenlijst van ${words.year}. In de cijfers telt er één.`,
      DONE[words.did],
      `${words.by} van het bureau las geen meningen of open antwoorden van jullie. Beide inzendingen blijven te lezen.`,
    ],
    action: { label: "Inzendingen bekijken", url },
    association,
  });
}
