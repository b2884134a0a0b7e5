import type { SQL } from "drizzle-orm";
import type { Context } from "hono";
import type { Statement } from "../../db/client.ts";
import { paths } from "../../web/paths.ts";
import { REFERENCE_PLACEHOLDER, readyMail, signedMail } from "../../web/questionnaires/emails.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { siteAddress } from "../accounts/mail-address.ts";
import type { Env } from "../http/env.ts";
import { newId, sha256 } from "../http/identifiers.ts";
import type { Viewer } from "../http/session.ts";
import { queueNotice } from "../mail/notice.ts";
import { fillInMail, queueMail } from "../mail/outbox.ts";
import type { ResponseRow, RoundRow } from "./round-view.ts";
import { lastDayOf } from "./round-window.ts";
import type { KeptAnswer } from "./section-save.ts";
import type { ChoiceRow, ItemRow } from "./section-view.ts";
import { referenceOf, type Transition } from "./transition-queries.ts";
import { changesOf, copyOf } from "./version-copy.ts";

interface Asking {
  viewer: Viewer;
  memberName: string;
  round: RoundRow;
  signatories: readonly { id: string; name: string; email: string }[];
  association: { name: string; contactEmail: string; contactPhone: string };
  transition: Pick<Transition, "responseId" | "now">;
  /** how often a signatory sent this version back */
  turn: number;
}

interface MailOccasion extends Omit<Asking, "turn"> {
  response: ResponseRow;
  transition: Transition;
  answers: SignedAnswers;
}

/** What is asked with its answers, and those of the version before. */
export interface SignedAnswers {
  asked: readonly ItemRow[];
  choices: readonly ChoiceRow[];
  previous: readonly (KeptAnswer & { concept: string })[];
}

/** One message for one person about one transition: sent twice at once, it is the same message. */
export const messageId = async (...parts: (string | number)[]): Promise<string> =>
  (await sha256(parts.join(" "))).slice(0, 20);

/**
 * The statements that mail each signatory that the answers wait for a signature: once a version, and once more
 * each time after a signatory sent it back, however often it is made ready in between.
 */
export async function readyMails(c: Context<Env>, occasion: Asking, onlyIf: SQL): Promise<Statement[]> {
  const { viewer, memberName, round, signatories, association, transition, turn } = occasion;
  const { responseId, now } = transition;
  const url = `${siteAddress(c)}${paths.questionnaireCheck(round.year)}`;
  // Statements run as soon as they are awaited, so the ids come first and the statements are never promised.
  const ids = await Promise.all(signatories.map(({ id }) => messageId("ready", responseId, turn, id)));
  return signatories.map(({ name, email }, at) => {
    const words = { ...round, closesOn: lastDayOf(round), name, memberName, by: viewer.name, now };
    const mail = readyMail(association, words, url);
    return queueNotice(
      c.var.db,
      { id: ids[at] ?? newId(), to: email, kind: "signature", mail, url },
      now,
      onlyIf,
    );
  });
}

/** The statements that mail a copy of the confirmation to who signed, with the number it got in this batch. */
export async function signedMails(
  c: Context<Env>,
  occasion: MailOccasion,
  onlyIf: SQL,
): Promise<Statement[]> {
  const { viewer, memberName, round, association, transition } = occasion;
  const { responseId, now } = transition;
  const { db } = c.var;
  const id = await messageId("signed", responseId, viewer.personId);
  const url = `${siteAddress(c)}${paths.questionnaireReceipt(round.year)}`;
  const { asked, choices, previous } = occasion.answers;
  const day = dayInAmsterdam(now);
  const copy = copyOf(asked, choices, day);
  const changes = occasion.response.version > 1 ? changesOf(asked, previous, choices, day) : null;
  const words = { ...round, name: viewer.name, memberName, signedAt: now, copy, changes };
  const message = { id, to: viewer.email, calendar: null, ...signedMail(association, words, url) };
  return [
    queueMail(db, message, now, onlyIf),
    fillInMail(db, id, REFERENCE_PLACEHOLDER, referenceOf(responseId)),
  ];
}
