import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { messageContract } from "../../web/visits/meeting-contract.ts";
import { messageMail } from "../../web/visits/meeting-emails.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { write } from "../http/page.ts";
import type { Viewer } from "../http/session.ts";
import { standsElsewise } from "./make-move.tsx";
import { mayWriteMessage } from "./meeting-policy.ts";
import { otherSide } from "./move-mail.ts";
import { presentState } from "./move-policy.ts";
import { sideOf } from "./policy.ts";
import { showVisit } from "./show-visit.tsx";
import { findMessage, insertMessage } from "./thread-queries.ts";
import { mailFacts, noticesTo } from "./visit-mail.ts";
import type { VisitRow } from "./visit-queries.ts";
import { readVisitPage, type VisitPageRows } from "./visit-reading.ts";
import { queueAfter } from "./visit-writes.ts";

export const threadRoutes = new Hono<Env>();

threadRoutes.post(paths.visitMessages(":id"), async (c) => {
  const typed = await readForm(c);
  const page = await readVisitPage(c);
  const { viewer, visit } = page;
  const given = typed.id?.[0] ?? "";
  const id = isId(given) ? given : newId();
  if (visit && page.messages.some((message) => message.id === id && message.personId === viewer?.personId))
    return toThread(c, visit);
  const decision = mayWriteMessage(viewer, visit, page.messages.length);
  if (!decision.may && decision.because === "stale") return standsElsewise(c, page, decision.what, typed);
  if (!decision.may || !viewer || !visit)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
  const read = parseForm(messageContract, typed);
  if (!read.ok)
    return showVisit(c, page, viewer, visit, 422, {
      newId: id,
      typed: typed.tekst?.[0] ?? "",
      errors: read.errors,
    });
  return say(c, page, viewer, visit, { id, text: read.value.tekst }, typed);
});

const toThread = (c: Context<Env>, visit: VisitRow) =>
  c.redirect(`${paths.visit(visit.id)}?melding=bericht#gesprek`, 303);

/** Writes the message and the mail about it; 409 when the visit ended meanwhile. */
async function say(
  c: Context<Env>,
  page: VisitPageRows,
  viewer: Viewer,
  visit: VisitRow,
  { id, text }: { id: string; text: string },
  typed: Typed,
) {
  const { db, now } = c.var;
  const { personId, name } = viewer;
  const side = sideOf(viewer, visit) ?? "guest";
  const facts = mailFacts(c, page.frame, visit, "");
  const mail = messageMail(facts, { name, organisation: viewer.member?.memberName ?? "", text });
  const notices = noticesTo("visit_message", mail, facts.url, otherSide(page, visit, side));
  const [said, found] = await write(c, [
    insertMessage(db, { id, visitId: visit.id, side, personId, text, now }),
    findMessage(db, id, visit.id, personId),
    ...notices.map((notice) => queueAfter(db, notice, now)),
  ]);
  return said.length > 0 || found.length > 0
    ? toThread(c, visit)
    : standsElsewise(c, page, presentState(visit, "Dit bezoek is intussen veranderd."), typed);
}
