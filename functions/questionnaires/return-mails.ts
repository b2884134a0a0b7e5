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
import type { workersOf } from "./return-queries.ts";
import type { Transition } from "./transition-queries.ts";

interface Returned {
  viewer: Viewer;
  frame: Frame;
  round: { year: number };
  sections: readonly { id: string; title: string }[];
  items: readonly { id: string; sectionId: string }[];
  reasons: readonly { itemId: string }[];
  workers: Awaited<ReturnType<typeof workersOf>>;
}

/**
 * The statements that tell which sections came back: editors, and each colleague about the sections that were given to
 * that colleague. Who has none of them hears nothing.
 */
export async function returnedMails(
  c: Context<Env>,
  { viewer, frame, round, sections, items, reasons, workers }: Returned,
  { responseId, now }: Transition,
  onlyIf: SQL,
): Promise<Statement[]> {
  const sent = new Set(reasons.map(({ itemId }) => itemId));
  const parts = sections.flatMap(({ id, title }) => {
    const questions = items.filter((item) => item.sectionId === id && sent.has(item.id)).length;
    return questions > 0 ? [{ id, title, questions }] : [];
  });
  const told = workers.flatMap(({ isEditor, sectionIds, ...worker }) => {
    const given = new Set(JSON.parse(sectionIds) as string[]);
    const own = isEditor ? parts : parts.filter(({ id }) => given.has(id));
    return own.length > 0 ? [{ ...worker, sections: own }] : [];
  });
  const url = `${siteAddress(c)}${paths.questionnaireReturned(round.year)}`;
  const ids = await Promise.all(told.map(({ id }) => messageId("returned", responseId, now, id)));
  const words = { memberName: viewer.member?.memberName ?? "", by: viewer.name, ...round };
  return told.map(({ name, email, sections: own }, at) => {
    const mail = returnedMail(frame.association, { ...words, name, sections: own }, url);
    const notice = { id: ids[at] ?? "", to: email, kind: "signature" as const, mail, url };
    return queueNotice(c.var.db, notice, now, onlyIf);
  });
}
