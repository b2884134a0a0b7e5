import { sql } from "drizzle-orm";
import type { Context } from "hono";
import type { Statement } from "../../db/client.ts";
import type { Env } from "../http/env.ts";
import { readyMails } from "./mails.ts";
import type { Rerouted } from "./routing-progress.ts";
import { type Saving, target } from "./save-queries.ts";
import type { Opened } from "./section-saving.ts";
import { allMarked, askForSignature, wereAsked } from "./signature-queries.ts";

/**
 * The statements that ask the signatories once the last section that asks anything is marked as done. They look
 * again in the batch itself, so that two colleagues who finish their sections at once ask them, and ask once.
 */
export async function askingAfter(
  c: Context<Env>,
  { viewer, frame, round, response, hands, section, all }: Opened,
  saving: Saving,
  mark: boolean | null,
  moved: Rerouted,
): Promise<Statement[]> {
  if (mark !== true || !viewer?.member) return [];
  const asked = all.filter(({ id }) => moved.asksSection(id));
  // A colleague who finishes another section at this moment is counted by the statement, not by this.
  if (asked.filter(({ id, isComplete }) => id !== section.id && !isComplete).length > 1) return [];
  const { db, now } = c.var;
  const id = sql`(${target(saving)})`;
  const { memberName } = viewer.member;
  const transition = { responseId: saving.responseId, now };
  const { association } = frame;
  const asking = {
    viewer,
    memberName,
    round,
    signatories: hands.signatories,
    association,
    transition,
    turn: response?.turn ?? 0,
  };
  return [
    askForSignature(db, id, now, allMarked(asked.map((each) => each.id))),
    ...(await readyMails(c, asking, wereAsked(id, now))),
  ];
}
