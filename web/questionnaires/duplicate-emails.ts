import { type ComposedMail, composeMail, type MailWords } from "../ui/mail.ts";

/** What the bureau did, for the sentence in the mail. */
const DONE = {
  ask: "Bekijk beide naast elkaar en kies per vraag welk antwoord blijft.",
  left: "Het bureau hield de eerste. De tweede vervalt: zij was nog niet ingediend.",
  merged:
    "Het bureau hield de eerste. Haar antwoorden staan klaar als nieuwe versie. Een tekenaar leest die na en dient haar in.",
  right: "Het bureau hield de tweede. De eerste telt niet meer mee.",
} as const;
export type Deed = keyof typeof DONE;

/** To editors and signatories: there are two responses, and what was or must be done with them. */
export function duplicateMail(
  association: MailWords["association"],
  words: { name: string; memberName: string; year: number; by: string; did: Deed },
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
