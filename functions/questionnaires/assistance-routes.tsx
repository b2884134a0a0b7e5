import { sql } from "drizzle-orm";
import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { assistanceContract } from "../../web/questionnaires/assistance-contract.ts";
import { assistanceMail } from "../../web/questionnaires/assistance-emails.ts";
import { AssistancePage, NewAssistancePage } from "../../web/questionnaires/assistance-page.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { siteAddress } from "../accounts/mail-address.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { queueMail } from "../mail/outbox.ts";
import { actingAs, mayAssist, mayEndAssistance, mayOpenAssisted } from "./assistance-policy.ts";
import * as assistance from "./assistance-queries.ts";
import { messageId } from "./mails.ts";
import { noticeOf } from "./notices.ts";
import { YEAR } from "./overview-routes.tsx";
import { mayEditAnswers } from "./policy.ts";
import * as queries from "./queries.ts";
import { routedProgress } from "./routing-progress.ts";
import { routedItems } from "./routing-queries.ts";
import { justChanged } from "./transition-queries.ts";

/** The bureau fills in for a member on the telephone, within a few hours that everybody can see. */
export const assistanceRoutes = new Hono<Env>();

const FOUR_HOURS_MS = 4 * 3_600_000;

async function readNew(c: Context<Env>, memberId = "") {
  const year = Number(c.req.param("year"));
  const { now } = c.var;
  const page = await readPage(c, (db, scope) => [
    // The extension that counts here is that of the member on the telephone.
    queries.roundOfYear(db, { ...scope, memberId: sql<string | null>`${memberId}` }, year),
    assistance.membersToAssist(db, now),
    assistance.openAssistances(db, year, now),
    assistance.editorsOf(db, memberId),
  ]);
  const [[round], members, open, editors] = page.rows;
  const mine = open.map((one) => ({ ...one, isMine: one.helperId === page.viewer?.personId }));
  return { ...page, year, round, members, open: mine, editors };
}

function showNew(
  c: Context<Env>,
  read: Awaited<ReturnType<typeof readNew>>,
  typed: Typed,
  errors?: Record<string, string>,
) {
  const { frame, year, members, open } = read;
  const notice = noticeOf(c.req.query("melding"));
  const props = { frame, year, members, open, errors, notice };
  const id = typed.id ?? [newId()];
  return show(c, <NewAssistancePage {...props} typed={{ ...typed, id }} />, errors ? 422 : 200);
}

assistanceRoutes.get(paths.assistance(YEAR), async (c) => {
  const read = await readNew(c);
  const decision = mayAssist(read.viewer, read.round, dayInAmsterdam(c.var.now), { isAny: true });
  return decision.may ? showNew(c, read, {}) : refuse(c, read, decision);
});

assistanceRoutes.post(paths.assistance(YEAR), async (c) => {
  const typed = await readForm(c);
  const form = parseForm(assistanceContract, typed);
  const read = await readNew(c, form.ok ? form.value.lid : "");
  const { viewer, round, year, members } = read;
  const decision = mayAssist(viewer, round, dayInAmsterdam(c.var.now), { isAny: !form.ok });
  if (!decision.may && decision.because !== "stale") return refuse(c, read, decision, typed);
  if (!form.ok) return showNew(c, read, typed, form.errors);
  const member = members.find(({ id }) => id === form.value.lid);
  if (!member) return showNew(c, read, typed, { lid: "Kies het lid dat je aan de telefoon hebt." });
  if (!decision.may) return showNew(c, read, typed, { lid: decision.what ?? "" });
  if (!viewer) return refuse(c, read, { because: "anonymous" }, typed);
  await begin(c, read, form.value, { personId: viewer.personId, name: viewer.name }, member.name);
  return c.redirect(paths.assistanceOne(year, form.value.id), 303);
});

async function begin(
  c: Context<Env>,
  { year, editors, frame }: Awaited<ReturnType<typeof readNew>>,
  form: { id: string; lid: string; beller: string; akkoord: string },
  helper: { personId: string; name: string },
  memberName: string,
) {
  const { db, now } = c.var;
  const { id } = form;
  const endsAt = now + FOUR_HOURS_MS;
  const happened = assistance.wasStarted(id, now);
  const ids = await Promise.all(editors.map((editor) => messageId("assistance", id, editor.id)));
  const url = `${siteAddress(c)}${paths.questionnaire(year)}`;
  const words = { memberName, helper: helper.name, caller: form.beller, year, startedAt: now, endsAt };
  await write(c, [
    assistance.startAssistance(db, year, {
      id,
      memberId: form.lid,
      helperId: helper.personId,
      caller: form.beller,
      consentNote: form.akkoord,
      now,
      endsAt,
    }),
    assistance.recordAssistance(db, "assistance_started", id, helper.personId, now, justChanged),
    ...editors.map(({ name, email }, at) => {
      const mail = assistanceMail(frame.association, { ...words, name }, url);
      return queueMail(db, { id: ids[at] ?? "", to: email, calendar: null, ...mail }, now, happened);
    }),
  ]);
}

async function readOne(c: Context<Env>) {
  const year = Number(c.req.param("year"));
  const id = c.req.param("id") ?? "";
  const page = await readPage(c, (db, own) => {
    const scope = assistance.assistedScope(own, year, id);
    return [
      assistance.openAssistance(db, own, year, id),
      queries.roundOfYear(db, scope, year),
      queries.currentResponse(db, scope, year),
      queries.sectionProgress(db, scope, year),
      routedItems(db, scope, year),
    ];
  });
  const [[found], [round], [response = null], all, routed] = page.rows;
  const open = found && { ...found, hasLeft: Boolean(found.hasLeft) };
  return { ...page, year, id, open, round, response, sections: routedProgress(all, routed) };
}

assistanceRoutes.get(paths.assistanceOne(YEAR, ":id"), async (c) => {
  const read = await readOne(c);
  const { viewer, frame, year, open, round, response, sections } = read;
  const editing = mayEditAnswers(actingAs(viewer, open), round, response, dayInAmsterdam(c.var.now));
  const decision = mayOpenAssisted(viewer, open, editing);
  if (!open || (!decision.may && decision.because !== "stale"))
    return refuse(c, read, decision.may ? { because: "missing" } : decision);
  const notice = noticeOf(c.req.query("melding"));
  const props = { frame, year, assistance: open, sections, mayEdit: decision.may, notice };
  return show(c, <AssistancePage {...props} />);
});

assistanceRoutes.post(paths.assistanceEnd(YEAR, ":id"), async (c) => {
  const read = await readOne(c);
  const { viewer, year, id, open } = read;
  const done = `${paths.assistance(year)}?melding=namens-gestopt`;
  const decision = mayEndAssistance(viewer, open);
  // Ended a moment ago, by the same button or by the clock: that is what was asked.
  if (!decision.may && decision.because === "missing") return c.redirect(done, 303);
  if (!decision.may || !viewer) return refuse(c, read, decision.may ? { because: "anonymous" } : decision);
  const { db, now } = c.var;
  await write(c, [
    assistance.endAssistance(db, id, viewer.personId, now),
    assistance.recordAssistance(db, "assistance_ended", id, viewer.personId, now, justChanged),
  ]);
  return c.redirect(done, 303);
});
