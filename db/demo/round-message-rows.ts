import type { outbox, roundExtensions, roundMessageRecipients, roundMessages } from "../schema/tables.ts";
import { demoMembers } from "./association.ts";
import { namedContactOf } from "./contact-rows.ts";
import { inProgressIn2026 } from "./participation.ts";
import { demoPeople, editorOf, signatoryOf } from "./people.ts";
import { roundRows } from "./round-rows.ts";
import { onWorkday } from "./workdays.ts";

const DAY_MS = 86_400_000;
const ROUND = "round-2026";
const INVITATION = "uitnodiging-2026";
const INVITED_AT = onWorkday("2026-11-02", 0, "08:03");
const subject = "Vragenlijst 2026 staat open";

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const closesOn = (now: Date): string => roundRows(now).find(({ id }) => id === ROUND)?.closesOn ?? "";

/** An invitation that was sent, a reminder that waits for its day, and one that is still a concept. */
export function roundMessageRows(now: Date): (typeof roundMessages.$inferInsert)[] {
  const row = { roundId: ROUND, createdBy: "bureau", createdAt: INVITED_AT - 3 * DAY_MS };
  const text =
    "Dag,\n\nDe vragenlijst van {organisatie} is nog niet klaar. Wat je al invulde, staat er nog.\n\nInvullen kan tot en met {sluitdatum}.";
  return [
    {
      ...row,
      id: INVITATION,
      kind: "invitation",
      subject,
      text: "Dag,\n\nDe vragenlijst staat open voor {organisatie}. Je kunt haar samen met collega's invullen.\n\nInvullen kan tot en met {sluitdatum}.",
      scheduledOn: "2026-11-02",
      state: "sent",
      sentAt: INVITED_AT + 2 * 60_000,
      revision: 2,
    },
    {
      ...row,
      id: "herinnering-2026-1",
      kind: "reminder",
      subject: "Nog open: vragenlijst 2026",
      text,
      scheduledOn: later(closesOn(now), -14),
      state: "scheduled",
      revision: 2,
    },
    {
      ...row,
      id: "herinnering-2026-2",
      kind: "reminder",
      subject: "Nog drie dagen: vragenlijst 2026",
      text,
      scheduledOn: later(closesOn(now), -3),
      state: "draft",
    },
  ];
}

const reachedAt = (slug: string): string[] => {
  const named = namedContactOf(slug);
  return named ? [named] : [editorOf(slug), signatoryOf(slug)];
};
const mailOf = (personId: string): string => `${INVITATION}-${personId}`;

/** Everybody who got the invitation. */
export const roundRecipientRows = (): (typeof roundMessageRecipients.$inferInsert)[] =>
  demoMembers.flatMap(({ slug }) =>
    reachedAt(slug).map((personId) => ({
      messageId: INVITATION,
      personId,
      memberId: slug,
      outboxId: mailOf(personId),
      queuedAt: INVITED_AT,
    })),
  );

/** The one invitation that came back: somebody works elsewhere by now. */
export function bouncedMailRows(): (typeof outbox.$inferInsert)[] {
  const slug = demoMembers.find((member) => reachedAt(member.slug).length === 1)?.slug ?? "";
  const [personId = ""] = reachedAt(slug);
  const person = demoPeople.find(({ id }) => id === personId);
  return [
    {
      id: mailOf(personId),
      toEmail: person?.email ?? "",
      subject,
      text: "De vragenlijst staat open.",
      html: "<p>De vragenlijst staat open.</p>",
      createdAt: INVITED_AT,
      dueAt: INVITED_AT,
      attempts: 1,
      sentAt: INVITED_AT + 60_000,
      bouncedAt: INVITED_AT + 5 * 60_000,
      lastError: "550 5.1.1 Dit postvak bestaat niet",
      noticeKind: "round_message",
    },
  ];
}

/** One organisation has two weeks more. */
export function extensionRows(now: Date): (typeof roundExtensions.$inferInsert)[] {
  const slug = inProgressIn2026[1]?.slug;
  return slug
    ? [
        {
          roundId: ROUND,
          memberId: slug,
          until: later(closesOn(now), 14),
          reason: "De directeur is ziek en tekent later.",
          givenBy: "bureau",
          givenAt: onWorkday("2026-11-16", 0, "11:20"),
        },
      ]
    : [];
}
