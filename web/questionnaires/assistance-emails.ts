import { formatDateTime, formatTime } from "../ui/dutch.ts";
import { type ComposedMail, composeMail, type MailWords } from "../ui/mail.ts";

/** To the editors: the bureau fills in for their organisation, for whom and until when. */
export function assistanceMail(
  association: MailWords["association"],
  words: {
    name: string;
    memberName: string;
    helper: string;
    caller: string;
    year: number;
    startedAt: number;
    endsAt: number;
  },
  url: string,
): ComposedMail {
  return composeMail({
    subject: `Het bureau vult de vragenlijst van ${words.year} mee in`,
    paragraphs: [
      `Dag ${words.name},`,
      `${words.helper} van het bureau vult telefonisch in namens ${words.memberName}. Aan de lijn is: ${words.caller}.`,
      `Begonnen: ${formatDateTime(words.startedAt)}\nStopt vanzelf: ${formatTime(words.endsAt)} uur`,
      "Bij elk antwoord staat dat het bureau het invulde. Jullie kunnen alles nog veranderen. De tekenaar ondertekent.",
      "Klopt dit niet? Bel of mail ons dan meteen.",
    ],
    action: { label: "Antwoorden bekijken", url },
    association,
  });
}
