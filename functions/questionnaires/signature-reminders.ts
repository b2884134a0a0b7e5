import type { Statements } from "../../db/client.ts";
import { paths } from "../../web/paths.ts";
import { signatureReminderMail } from "../../web/questionnaires/signature-emails.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { type DueTask, eachInTurn } from "../http/due-work.ts";
import { queueNotice } from "../mail/notice.ts";
import { messageId } from "./mails.ts";
import { lastDayOf, takesAnswers } from "./round-window.ts";
import { noteReminded, unsignedSince, wasReminded } from "./signature-queries.ts";

const THREE_DAYS_MS = 3 * 86_400_000;
/** One run stays short; the rest waits for the next minute. */
const MOST_A_RUN = 20;

type Row = Awaited<ReturnType<typeof unsignedSince>>[number];

/**
 * Asks the signatories a second time, three days after the first mail: once a version, and not when it was signed,
 * taken back or sent back since, or when the round takes no answers any more.
 */
export const remindSignatories: DueTask = async ({ db, now, origin }) => {
  const rows = await unsignedSince(db, now - THREE_DAYS_MS, MOST_A_RUN);
  const open = rows.filter((row) =>
    takesAnswers({ ...row, acceptsLate: Boolean(row.acceptsLate) }, dayInAmsterdam(now)),
  );
  await eachInTurn(Map.groupBy(open, ({ responseId }) => responseId).values(), async (signatories) => {
    const [{ responseId, askedAt }] = signatories as [Row];
    // Statements run as soon as they are awaited, so the ids come first.
    const ids = await Promise.all(
      signatories.map(({ personId }) => messageId("sign-reminder", responseId, askedAt, personId)),
    );
    const statements: Statements = [
      noteReminded(db, responseId, askedAt, now),
      ...signatories.map((row, at) => {
        const url = `${origin}${paths.questionnaireCheck(row.year)}`;
        const notice = { id: ids[at] ?? "", to: row.email, kind: "signature" as const, url };
        const mail = signatureReminderMail(
          { ...row, name: row.associationName },
          { ...row, closesOn: lastDayOf(row), now },
          url,
        );
        return queueNotice(db, { ...notice, mail }, now, wasReminded(responseId, now));
      }),
    ];
    await db.batch(statements as [Statements[0]]);
  });
};
