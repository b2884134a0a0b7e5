import type { RoundMessageKind, RoundMessageState } from "../../db/vocabulary.ts";
import { type ComposedMail, composeMail, type MailWords } from "../ui/mail.ts";

export const MESSAGE_KIND_WORDS: Record<RoundMessageKind, string> = {
  invitation: "Uitnodiging",
  reminder: "Herinnering",
};

export const MESSAGE_STATE_WORDS: Record<RoundMessageState, string> = {
  draft: "Concept",
  scheduled: "Gepland",
  sending: "Gaat nu weg",
  sent: "Verzonden",
  cancelled: "Geannuleerd",
};

/** What may stand in a message; each organisation reads its own. */
export const PLACEHOLDERS = ["organisatie", "sluitdatum", "link"] as const;
export type MessageValues = Record<(typeof PLACEHOLDERS)[number], string>;

/** What stands between braces in a text and is no placeholder of ours: "{naam}". */
export function unknownPlaceholder(text: string): string | null {
  const known = PLACEHOLDERS.map((name) => `{${name}}`);
  return text.match(/\{[^{}]*\}/g)?.find((each) => !known.includes(each)) ?? null;
}

const filledIn = (text: string, values: MessageValues): string =>
  text.replace(/\{(organisatie|sluitdatum|link)\}/g, (_, name: keyof MessageValues) => values[name]);

/** A message as one organisation gets it. A blank line begins a paragraph. */
export function roundMail(
  association: MailWords["association"],
  { subject, text }: { subject: string; text: string },
  values: MessageValues,
): ComposedMail {
  return composeMail({
    subject: filledIn(subject, values),
    paragraphs: filledIn(text, values)
      .split(/\n\s*\n/)
      .map((each) => each.trim())
      .filter(Boolean),
    action: { label: "Open de vragenlijst", url: values.link },
    association,
  });
}

const TEXTS: Record<RoundMessageKind, (year: number) => { subject: string; text: string }> = {
  invitation: (year) => ({
    subject: `Vragenlijst ${year} staat open`,
    text: "Dag,\n\nDe vragenlijst staat open voor {organisatie}. Je kunt haar samen met collega's invullen. Vorige antwoorden staan klaar.\n\nInvullen kan tot en met {sluitdatum}.",
  }),
  reminder: (year) => ({
    subject: `Nog open: vragenlijst ${year}`,
    text: "Dag,\n\nDe vragenlijst van {organisatie} is nog niet klaar. Wat je al invulde, staat er nog.\n\nInvullen kan tot en met {sluitdatum}.",
  }),
};

export const proposedText = (kind: RoundMessageKind, year: number) => TEXTS[kind](year);

const DAY_MS = 86_400_000;
const earlier = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);

/** The usual plan: an invitation when the round opens, reminders 14 and 3 days before its end; no days gone by. */
export function proposedPlan(
  round: { year: number; opensOn: string; closesOn: string },
  today: string,
): { kind: RoundMessageKind; scheduledOn: string; subject: string; text: string }[] {
  const invited = round.opensOn > today ? round.opensOn : today;
  return [
    { kind: "invitation" as const, scheduledOn: invited },
    { kind: "reminder" as const, scheduledOn: earlier(round.closesOn, 14) },
    { kind: "reminder" as const, scheduledOn: earlier(round.closesOn, 3) },
  ]
    .filter(({ kind, scheduledOn }) => kind === "invitation" || scheduledOn > invited)
    .filter(({ scheduledOn }) => scheduledOn <= round.closesOn)
    .map((each) => ({ ...each, ...proposedText(each.kind, round.year) }));
}

/** To who answers for an organisation: it has more time. */
export function extensionMail(
  association: MailWords["association"],
  words: { name: string; memberName: string; year: number; until: string; reason: string },
  url: string,
): ComposedMail {
  return composeMail({
    subject: `Uitstel voor de vragenlijst ${words.year}`,
    paragraphs: [
      `Dag ${words.name},`,
      `${words.memberName} heeft uitstel. Jullie kunnen invullen en ondertekenen tot en met ${words.until}.`,
      `Reden: ${words.reason}`,
    ],
    action: { label: "Open de vragenlijst", url },
    association,
  });
}
