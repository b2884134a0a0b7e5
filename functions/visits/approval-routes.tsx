import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { ApprovalPage } from "../../web/visits/approval-page.tsx";
import { maySpeakFor } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { readForm } from "../http/form.ts";
import { readPage, show, write } from "../http/page.ts";
import { approvalWord, choiceOf } from "./approval.ts";
import { ownApproval, ownColleagues, removeApproval, saveApproval } from "./approval-queries.ts";
import { maySetApproval } from "./meeting-policy.ts";
import { mayReadOwn } from "./policy.ts";

export const approvalRoutes = new Hono<Env>();

async function readApprovalPage(c: Context<Env>) {
  const { rows, ...page } = await readPage(
    c,
    (db, scope) => [ownApproval(db, scope), ownColleagues(db, scope)] as const,
  );
  const [[approval], colleagues] = rows;
  return { ...page, chosen: approvalWord(approval, colleagues), colleagues };
}

approvalRoutes.get(paths.visitApproval(), async (c) => {
  const page = await readApprovalPage(c);
  const { viewer, frame, colleagues, chosen } = page;
  const decision = mayReadOwn(viewer);
  if (!decision.may) return refuse(c, page, decision);
  const mayChange = maySetApproval(viewer).may;
  const isSaved = c.req.query("melding") === "bewaard";
  return show(c, <ApprovalPage {...{ frame, colleagues, chosen, seen: chosen, mayChange, isSaved }} />);
});

approvalRoutes.post(paths.visitApproval(), async (c) => {
  const typed = await readForm(c);
  const page = await readApprovalPage(c);
  const { viewer, frame, colleagues } = page;
  const decision = maySetApproval(viewer);
  if (!decision.may || !viewer?.member)
    return refuse(c, page, decision.may ? { because: "forbidden" } : decision, typed);
  const speaking = maySpeakFor(viewer, typed.namens?.[0] ?? "");
  if (!speaking.may) return refuse(c, page, speaking, typed);
  const word = typed.akkoord?.[0] ?? "";
  const read = choiceOf(word, colleagues);
  if (!read.ok)
    return show(
      c,
      <ApprovalPage
        {...{ frame, colleagues, chosen: word, seen: page.chosen, mayChange: true, errors: read.errors }}
      />,
      422,
    );
  const saved = `${paths.visitApproval()}?melding=bewaard`;
  if (page.chosen === word) return c.redirect(saved, 303);
  if (typed.gezien?.[0] !== page.chosen)
    return show(
      c,
      <ApprovalPage
        {...{ frame, colleagues, chosen: word, seen: page.chosen, mayChange: true, stale: CHANGED }}
      />,
      409,
    );
  const { db, now } = c.var;
  const { memberId } = viewer.member;
  const { choice } = read;
  await write(c, [
    choice
      ? saveApproval(db, { memberId, ...choice, changedBy: viewer.personId, now })
      : removeApproval(db, memberId),
  ]);
  return c.redirect(saved, 303);
});

const CHANGED = "Een collega heeft dit intussen veranderd. Er is niets bewaard. Jouw keuze staat er nog.";
