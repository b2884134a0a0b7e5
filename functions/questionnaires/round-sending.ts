import type { Statement, Statements } from "../../db/client.ts";
import { paths } from "../../web/paths.ts";
import { roundMail } from "../../web/questionnaires/round-message-words.ts";
import { dayInAmsterdam, formatDate, formatList } from "../../web/ui/dutch.ts";
import { type DueTask, type DueWork, eachInTurn } from "../http/due-work.ts";
import { newId } from "../http/identifiers.ts";
import { queueNotice } from "../mail/notice.ts";
import * as queries from "./round-sending-queries.ts";

/** So many people a message and a run; the rest a minute later. */
const MOST_A_RUN = 25;
/** Messages leave from eight in the morning. */
const FIRST_HOUR_MS = 8 * 3_600_000;

/** Opens rounds on their first day. Comes before the messages: an invitation may leave that same minute. */
export const openRounds: DueTask = async ({ db, now }) => {
  await db.batch([...queries.openDueRounds(db, dayInAmsterdam(now), now)]);
};

/**
 * Sends what the bureau planned, in small batches. Who gets it is decided in the statement that writes it down, so
 * a team that becomes ready in the meantime is left alone, and nobody gets one message twice.
 */
export const sendRoundMessages: DueTask = async (work) => {
  const due = await queries.dueMessages(work.db, dayInAmsterdam(work.now - FIRST_HOUR_MS));
  await eachInTurn(due, (message) => send(work, message));
};

async function send({ db, now, origin }: DueWork, message: queries.DueMessage): Promise<void> {
  const today = dayInAmsterdam(now);
  const rows = await queries.nextRecipients(db, message, today, MOST_A_RUN);
  if (rows.length === 0) {
    await queries.endSending(db, message.id, now);
    return;
  }
  const link = `${origin}${paths.questionnaire(message.year)}`;
  const { contactEmail, contactPhone } = message;
  const association = { name: message.association, contactEmail, contactPhone };
  const statements: Statement[] = [...Map.groupBy(rows, ({ personId }) => personId)].flatMap(
    ([personId, own]) => {
      const id = newId();
      const values = {
        organisatie: formatList(own.map(({ memberName }) => memberName)),
        // For who works for two organisations the first of two last days is the safe one.
        sluitdatum: formatDate(own.map(({ lastDay }) => lastDay).sort()[0] ?? ""),
        link,
      };
      const mail = roundMail(association, message, values);
      const notice = { id, to: own[0]?.email ?? "", kind: "round_message" as const, mail, url: link };
      return [
        queries.keepRecipient(db, message, personId, id, today, now),
        queueNotice(db, notice, now, queries.isKept(id)),
      ];
    },
  );
  await db.batch([queries.beginSending(db, message.id), ...statements] as unknown as Statements);
}
