import { countOf } from "../ui/dutch.ts";
import { type ComposedMail, composeMail, type MailWords } from "../ui/mail.ts";

type Association = MailWords["association"];

/** The code to sign in with. `url` only fills the code in; null leaves the link out. */
export function signInMail(association: Association, code: string, url: string | null): ComposedMail {
  return composeMail({
    subject: `${code} is je code voor ${association.name}`,
    paragraphs: [
      `Je code is ${code}.`,
      "Typ deze code in het venster waar je je mailadres invulde. De code werkt een kwartier en maar één keer.",
      "Heb je geen code gevraagd? Dan hoef je niets te doen. Zonder jouw code komt niemand binnen.",
    ],
    action: url ? { label: "Vul de code voor mij in", url } : undefined,
    association,
  });
}

/** For somebody whom the bureau added. */
export function welcomeMail(
  association: Association,
  person: { name: string; email: string; memberName: string | null; roles: string },
  url: string,
): ComposedMail {
  const behalf = person.memberName ? ` namens ${person.memberName}` : "";
  return composeMail({
    subject: `Welkom bij ${association.name}`,
    paragraphs: [
      `Dag ${person.name},`,
      `Het bureau heeft je toegevoegd als ${person.roles}${behalf}.`,
      `Inloggen doe je met dit mailadres: ${person.email}. Je krijgt dan een code per mail.`,
    ],
    action: { label: "Ga naar het inloggen", url },
    association,
  });
}

/** The mail of the day: every notice since the one before, each with the address of its page. */
export function digestMail(
  association: Association,
  name: string,
  entries: readonly { subject: string; url: string }[],
  settingsUrl: string,
): ComposedMail {
  const count = countOf(entries.length, "melding", "meldingen");
  return composeMail({
    subject: `${count} van ${association.name}`,
    paragraphs: [
      `Dag ${name},`,
      "Dit gebeurde er sinds je vorige dagmail.",
      ...entries.map(({ subject, url }) => `${subject}\n${url}`),
    ],
    action: { label: "Kies hoe je meldingen krijgt", url: settingsUrl },
    association,
  });
}
