import type { ContactRole } from "../../db/vocabulary.ts";
import { CONTACT_ROLE_WORDS, type OpenWork, openWorkWords } from "../accounts/open-work-words.ts";
import { formatList } from "../ui/dutch.ts";
import { type ComposedMail, composeMail, type MailWords } from "../ui/mail.ts";

type Association = MailWords["association"];

/** A mail lists so many things; the rest stands on the page. */
const MOST_LISTED = 15;

/** To who takes over: what is now theirs. */
export function handoverMail(
  association: Association,
  words: { name: string; from: string; memberName: string; work: readonly OpenWork[] },
  url: string,
): ComposedMail {
  const { work } = words;
  const listed = work.slice(0, MOST_LISTED).map((each) => `- ${openWorkWords(each)}`);
  const rest = work.length - listed.length;
  return composeMail({
    subject: `Je neemt werk over bij ${words.memberName}`,
    paragraphs: [
      `Dag ${words.name},`,
      `${words.from} droeg dit werk bij ${words.memberName} aan jou over:`,
      [...listed, ...(rest > 0 ? [`- en nog ${rest}`] : [])].join("\n"),
      "Log in met dit mailadres. Je krijgt dan een code, een wachtwoord is er niet.",
    ],
    action: { label: "Bekijk wat op je wacht", url },
    association,
  });
}

/** What we know of a contact, for the mail that asks whether it is right. */
export interface CheckedContact {
  memberName: string;
  roles: readonly ContactRole[];
}

/** Twice a year to each contact. The link leads to a page with a button: opening it changes nothing. */
export function contactCheckMail(
  association: Association,
  words: { name: string; email: string; phone: string | null; contacts: readonly CheckedContact[] },
  url: string,
): ComposedMail {
  return composeMail({
    subject: "Kloppen je contactgegevens nog?",
    paragraphs: [
      `Dag ${words.name},`,
      "Andere leden vinden jou als contactpersoon. Dit staat er nu:",
      [
        `Naam: ${words.name}`,
        `Mail: ${words.email}`,
        `Telefoon: ${words.phone ?? "niet ingevuld"}`,
        ...words.contacts.map(
          ({ memberName, roles }) =>
            `${memberName}: ${formatList(roles.map((role) => CONTACT_ROLE_WORDS[role].toLowerCase()))}`,
        ),
      ].join("\n"),
      "Klik op de link en kies 'Klopt nog' of pas het aan. Dat duurt een minuut.",
    ],
    action: { label: "Klopt nog, of aanpassen", url },
    association,
  });
}
