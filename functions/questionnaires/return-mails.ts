import type { SQL } from "drizzle-orm";
import type { Context } from "hono";
import type { Statement } from "../../db/client.ts";
import type { Frame } from "../../web/frame.ts";
import { paths } from "../../web/paths.ts";
import { returnedMail } from "../../web/questionnaires/signature-emails.ts";
import { siteAddress } from "../accounts/mail-address.ts";
import type { Env } from "../http/env.ts";
import type { Viewer } from "../http/session.ts";
import { queueNotice } from "../mail/notice.ts";
import { messageId } from "./mails.ts";
import type { Transition } from "./transition-queries.ts";

interface Returned {
  viewer: Viewer;
  frame: Frame;
  round: { year: number };
  sections: readonly { id: string; title: string }[];
  items: readonly { id: string; sectionId: string }[];
  reasons: readonly { itemId: string }[];
  workers: readonly { id: string; name: string; email: string }[];
}

/** The statements that tell everybody who fills in which sections came back. */
export async function returnedMails(
  c: Context<Env>,
  { viewer, frame, round, sections, items, reasons, workers }: Returned,
  { responseId, now }: Transition,
  onlyIf: SQL,
): Promise<Statement[]> {
  const sent = new Set(reasons.map(({ itemId }) => itemId));
  const parts = sections.flatMap(({ id, title }) => {
    const questions = items.filter((item) => item.sectionId === id && sent.has(item.id)).length;
    return questions > 0 ? [{ title, questions }] : [];
  });
  const url = `${siteAddress(c)}${paths.questionnaireReturned(round.year)}`;
  const ids = await Promise.all(workers.map(({ id }) => messageId("returned", responseId, now, id)));
  const words = { memberName: viewer.member?.memberName ?? "", by: viewer.name, ...round, sections: parts };
  return workers.map(({ name, email }, at) => {
    const mail = returnedMail(frame.association, { ...words, name }, url);
    const notice = { id: ids[at] ?? "", to: email, kind: "signature" as const, mail, url };
    return queueNotice(c.var.db, notice, now, onlyIf);
  });
}
