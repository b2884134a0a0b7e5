import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import {
  type RoundMessageForm,
  roundMessageContract,
} from "../../web/questionnaires/round-message-contract.ts";
import { proposedPlan } from "../../web/questionnaires/round-message-words.ts";
import { RoundMessagesPage } from "../../web/questionnaires/round-messages-page.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { readTypedDay } from "../../web/ui/typed-day.ts";
import type { Env } from "../http/env.ts";
import { type Decision, missingPage, refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { queueMail } from "../mail/outbox.ts";
import { roundLogged } from "./round-extension-queries.ts";
import { type MessageStep, mayStepMessage, mayWriteMessage } from "./round-message-policy.ts";
import * as queries from "./round-message-queries.ts";
import {
  type MessageReading,
  previewOf,
  readMessage,
  showMessage,
  yearOf,
} from "./round-message-reading.tsx";
import { mayRunRound } from "./round-policy.ts";
import { readRunRound } from "./round-queries.ts";

/** Invitations and reminders of a round. Mounted before the moves of a round, whose address would catch these. */
export const roundMessageRoutes = new Hono<Env>();

const NOTICES: Record<string, string> = {
  bewaard: "Het bericht is bewaard.",
  voorstel: "Het voorstel staat klaar. Lees de berichten na en plan ze in.",
  "voorstel-stond": "Alles van het voorstel staat er al. Er is niets toegevoegd.",
  planning: "Het bericht is ingepland.",
  annulering: "Het bericht is geannuleerd. Wie het al had, houdt het.",
  proef: "De proefmail is onderweg naar jou.",
};
const noticeIn = (c: Context<Env>) => NOTICES[c.req.query("melding") ?? ""];
const CHANGED = "Een collega heeft dit bericht intussen veranderd. Bekijk hoe het nu is.";

async function readMessages(c: Context<Env>) {
  const year = yearOf(c);
  const { rows, ...page } = await readPage(c, (db) => [
    readRunRound(db, year),
    queries.messagesOf(db, year),
    queries.bouncesOf(db, year),
  ]);
  const [[round], messages, bounces] = rows;
  return { ...page, round, messages, bounces };
}

roundMessageRoutes.get(paths.roundMessages(":jaar"), async (c) => {
  const page = await readMessages(c);
  const { frame, round, messages, bounces } = page;
  const decision = mayRunRound(page.viewer, round);
  if (!decision.may || !round) return refuse(c, page, decision.may ? { because: "missing" } : decision);
  const isProposed = mayWriteMessage(page.viewer, round).may;
  const { year } = round;
  return show(
    c,
    <RoundMessagesPage {...{ frame, year, messages, bounces, isProposed }} notice={noticeIn(c)} />,
  );
});

roundMessageRoutes.post(paths.roundMessages(":jaar"), async (c) => {
  const page = await readMessages(c);
  const { viewer, round } = page;
  const decision = mayWriteMessage(viewer, round);
  if (!decision.may || !viewer || !round)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, await readForm(c));
  const { db, now } = c.var;
  const plan = proposedPlan(round, dayInAmsterdam(now)).map((each) => ({ ...each, id: newId() }));
  const [added] = await write(c, [
    queries.addPlan(db, round.id, plan, viewer.personId, now),
    logged(c, viewer.personId, `${round.year} voorstel`),
  ]);
  return c.redirect(
    `${paths.roundMessages(round.year)}?melding=${added.length > 0 ? "voorstel" : "voorstel-stond"}`,
    303,
  );
});

const logged = (c: Context<Env>, by: string, subject: string) =>
  roundLogged(c.var.db, { by, memberId: null, action: "round_message_changed", subject }, c.var.now);

roundMessageRoutes.get(paths.newRoundMessage(":jaar"), async (c) => {
  const page = await readMessage(c);
  const decision = mayWriteMessage(page.viewer, page.round);
  return decision.may ? showMessage(c, page) : refuse(c, page, decision);
});

roundMessageRoutes.get(paths.roundMessage(":jaar", ":id"), async (c) => {
  const page = await readMessage(c);
  const decision = mayStepMessage(page.viewer, page.round, page.message, "trial");
  return decision.may ? showMessage(c, page, { notice: noticeIn(c) }) : refuse(c, page, decision);
});

roundMessageRoutes.post(paths.newRoundMessage(":jaar"), (c) =>
  save(c, (page) => mayWriteMessage(page.viewer, page.round)),
);
roundMessageRoutes.post(paths.roundMessage(":jaar", ":id"), (c) =>
  save(c, (page) => mayStepMessage(page.viewer, page.round, page.message, "change")),
);

/** Keeps a new message, or other words for one that has not left. */
async function save(c: Context<Env>, policy: (page: MessageReading) => Decision) {
  const typed = await readForm(c);
  const page = await readMessage(c);
  const { viewer, round, message } = page;
  const decision = policy(page);
  if (!decision.may && decision.because === "stale" && message)
    return showMessage(c, page, { stale: decision.what }, 409);
  if (!decision.may || !viewer || !round)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
  const read = parseForm(roundMessageContract, typed);
  const late = dayErrors(readTypedDay(typed.dag?.[0] ?? ""), round, dayInAmsterdam(c.var.now));
  const errors = { ...late, ...(read.ok ? {} : read.errors) };
  if (!read.ok || late) return showMessage(c, page, { typed, errors }, 422);
  const id = message?.id ?? (isId(read.value.id) ? read.value.id : newId());
  const [kept] = await write(c, [
    message
      ? queries.changeMessage(c.var.db, id, read.value)
      : queries.addMessage(c.var.db, newMessage(id, round.id, read.value), viewer.personId, c.var.now),
    logged(c, viewer.personId, `${round.year} ${id}`),
  ]);
  if (message && kept.length === 0) return showMessage(c, page, { typed, stale: CHANGED }, 409);
  return c.redirect(`${paths.roundMessage(round.year, id)}?melding=bewaard`, 303);
}

const newMessage = (id: string, roundId: string, form: RoundMessageForm) => ({
  ...{ id, roundId, kind: form.soort, subject: form.onderwerp, text: form.tekst, scheduledOn: form.dag },
});

/** What only the round can tell of the day, beside what is wrong in other fields; null: nothing, or no day. */
function dayErrors(dag: string | null, round: { opensOn: string; closesOn: string }, today: string) {
  if (dag === null) return null;
  if (dag < today) return { dag: "Kies vandaag of een dag die nog komt." };
  if (dag < round.opensOn) return { dag: "Kies een dag waarop de ronde open is." };
  return dag > round.closesOn ? { dag: "Kies een dag op of voor de laatste dag van de ronde." } : null;
}

const STEPS: Record<string, MessageStep> = { planning: "plan", annulering: "cancel", proef: "trial" };

roundMessageRoutes.post(paths.roundMessageStep(":jaar", ":id", ":stap"), async (c) => {
  const word = c.req.param("stap") ?? "";
  const step = STEPS[word];
  if (!step) return missingPage(c);
  const typed = await readForm(c);
  const page = await readMessage(c);
  const { viewer, round, message } = page;
  const decision = mayStepMessage(viewer, round, message, step);
  if (!decision.may && decision.because === "stale")
    return showMessage(c, page, { stale: decision.what }, 409);
  if (!decision.may || !viewer || !round || !message)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
  const done =
    step === "trial" ? await sendTrial(c, page, typed.proef?.[0] ?? "") : await move(c, page, step, typed);
  if (!done) return showMessage(c, page, { stale: CHANGED }, 409);
  return c.redirect(`${paths.roundMessage(round.year, message.id)}?melding=${word}`, 303);
});

async function move(
  c: Context<Env>,
  page: MessageReading,
  step: MessageStep,
  typed: Record<string, string[]>,
) {
  const { viewer, round, message } = page;
  if (!message || !viewer || !round) return false;
  const to = step === "plan" ? "scheduled" : "cancelled";
  const [moved] = await write(c, [
    queries.moveMessage(c.var.db, message.id, to, Number(typed.gezien?.[0] ?? 0)),
    logged(c, viewer.personId, `${round.year} ${message.id} ${to}`),
  ]);
  return moved.length > 0;
}

/** The message to the one who asks for it, as an organisation reads it; a second click sends the same mail. */
async function sendTrial(c: Context<Env>, page: MessageReading, id: string) {
  const preview = page.message && previewOf(c, page, page.message);
  if (!preview || !page.viewer) return true;
  const mail = { ...preview.mail, subject: `Proef: ${preview.mail.subject}`.slice(0, 59) };
  const message = { id: isId(id) ? id : newId(), to: page.viewer.email, calendar: null, ...mail };
  await write(c, [queueMail(c.var.db, message, c.var.now)]);
  return true;
}
