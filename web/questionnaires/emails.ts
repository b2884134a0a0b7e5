import { dayInAmsterdam, formatDate, formatDateTime, formatDay } from "../ui/dutch.ts";
import { type ComposedMail, composeMail, type MailWords } from "../ui/mail.ts";

type Association = MailWords["association"];

/** Stands for the number until the database has handed it out; see `fillInMail`. */
export const REFERENCE_PLACEHOLDER = "{{nummer}}";

/** To each signatory: the answers wait for a signature. */
export function readyMail(
  association: Association,
  words: {
    name: string;
    memberName: string;
    year: number;
    title: string;
    closesOn: string;
    by: string;
    now: number;
  },
  url: string,
): ComposedMail {
  return composeMail({
    subject: `Vragenlijst ${words.year} staat klaar om te ondertekenen`,
    paragraphs: [
      `Dag ${words.name},`,
      `${words.by} heeft de vragenlijst '${words.title}' ingevuld namens ${words.memberName}.`,
      "De antwoorden tellen pas mee als jij ze indient. Lees ze na en onderteken ze.",
      words.closesOn >= dayInAmsterdam(words.now)
        ? `De ronde sluit op ${formatDate(words.closesOn)}.`
        : "De ronde is al gesloten. Late antwoorden tellen mee in de volgende versie van het rapport.",
    ],
    action: { label: "Controleren en indienen", url },
    association,
  });
}

/** To who signed: the confirmation, with a copy of all answers. */
export function signedMail(
  association: Association,
  words: {
    name: string;
    memberName: string;
    year: number;
    title: string;
    signedAt: number;
    referenceOn: string;
    /** the answers, one paragraph a question */
    copy: readonly string[];
    /** what is otherwise than in the version before; null for a first version */
    changes: readonly string[] | null;
  },
  url: string,
): ComposedMail {
  return composeMail({
    subject: `Vragenlijst ${words.year} is ingediend`,
    paragraphs: [
      `Dag ${words.name},`,
      `Je hebt de antwoorden op '${words.title}' ingediend namens ${words.memberName}.`,
      `Nummer: ${REFERENCE_PLACEHOLDER}\nIngediend: ${formatDateTime(words.signedAt)}\nPeildatum: ${formatDay(words.referenceOn)}`,
      "De antwoorden tellen nu mee. Verbeteren kan zolang de ronde antwoorden aanneemt.",
      ...(words.changes === null
        ? []
        : words.changes.length === 0
          ? ["Er is niets anders dan in de versie ervoor."]
          : ["Dit is anders dan in de versie ervoor:", ...words.changes]),
      "Jullie antwoorden:",
      ...words.copy,
    ],
    action: { label: "Bevestiging en kopie bekijken", url },
    association,
  });
}
