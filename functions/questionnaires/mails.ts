import type { SQL } from "drizzle-orm";
import type { Context } from "hono";
import type { Statement } from "../../db/client.ts";
import { paths } from "../../web/paths.ts";
import { REFERENCE_PLACEHOLDER, readyMail, signedMail } from "../../web/questionnaires/emails.ts";
import { siteAddress } from "../accounts/mail-address.ts";
import type { Env } from "../http/env.ts";
import { newId, sha256 } from "../http/identifiers.ts";
import type { Viewer } from "../http/session.ts";
import { fillInMail, queueMail } from "../mail/outbox.ts";
import type { ResponseRow, RoundRow } from "./round-view.ts";
import { referenceOf, type Transition } from "./transition-queries.ts";

interface MailOccasion {
  viewer: Viewer;
  memberName: string;
  round: RoundRow;
  response: ResponseRow;
  signatories: readonly { id: string; name: string; email: string }[];
  association: { name: string; contactEmail: string; contactPhone: string };
  transition: Transition;
}

/** One message for one person about one transition: sent twice at once, it is the same message. */
const messageId = async (...parts: (string | number)[]): Promise<string> =>
  (await sha256(parts.join(" "))).slice(0, 20);

/** The statements that mail each signatory that the answers wait for a signature. */
export async function readyMails(c: Context<Env>, occasion: MailOccasion, onlyIf: SQL): Promise<Statement[]> {
  const { viewer, memberName, round, signatories, association, transition } = occasion;
  const { responseId, now } = transition;
  const url = `${siteAddress(c)}${paths.questionnaireCheck(round.year)}`;
  // Statements run as soon as they are awaited, so the ids come first and the statements are never promised.
  const ids = await Promise.all(signatories.map(({ id }) => messageId("ready", responseId, now, id)));
  return signatories.map(({ name, email }, at) => {
    const mail = readyMail(association, { ...round, name, memberName, by: viewer.name, now }, url);
    const message = { id: ids[at] ?? newId(), to: email, calendar: null, ...mail };
    return queueMail(c.var.db, message, now, onlyIf);
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
  const words = { ...round, name: viewer.name, memberName, signedAt: now };
  const message = { id, to: viewer.email, calendar: null, ...signedMail(association, words, url) };
  return [
    queueMail(db, message, now, onlyIf),
    fillInMail(db, id, REFERENCE_PLACEHOLDER, referenceOf(responseId)),
  ];
}
