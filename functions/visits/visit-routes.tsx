import { Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { VISIT_NOTICES } from "../../web/visits/labels.ts";
import { MoveFormPage } from "../../web/visits/move-form-page.tsx";
import { formOfMove, moveOfNoun } from "../../web/visits/moves.ts";
import { VisitPage } from "../../web/visits/visit-page.tsx";
import type { Env } from "../http/env.ts";
import { missingPage, refuse } from "../http/faults.tsx";
import { readForm } from "../http/form.ts";
import { show } from "../http/page.ts";
import { makeMove, standsElsewise } from "./make-move.tsx";
import { participants } from "./move-plan.ts";
import { mayDownloadCalendar, mayMove, mayReadContacts, mayReadVisit, movesFor, sideOf } from "./policy.ts";
import { visitCalendar } from "./visit-mail.ts";
import { readVisitPage } from "./visit-reading.ts";

export const visitRoutes = new Hono<Env>();

visitRoutes.get(paths.visit(":id"), async (c) => {
  const page = await readVisitPage(c);
  const { viewer, visit, events } = page;
  const decision = mayReadVisit(viewer, visit);
  if (!decision.may || !viewer || !visit)
    return refuse(c, page, decision.may ? { because: "missing" } : decision);
  const contacts = mayReadContacts(viewer, visit) ? { guests: page.guests, hosts: page.hosts } : null;
  return show(
    c,
    <VisitPage
      frame={page.frame}
      visit={visit}
      side={sideOf(viewer, visit)}
      events={events}
      contacts={contacts}
      moves={movesFor(viewer, visit, c.var.now)}
      hasCalendar={mayDownloadCalendar(viewer, visit).may}
      notice={VISIT_NOTICES[c.req.query("melding") ?? ""]}
    />,
  );
});

visitRoutes.get(paths.visitCalendar(":id"), async (c) => {
  const page = await readVisitPage(c);
  const { visit } = page;
  const decision = mayDownloadCalendar(page.viewer, visit);
  if (!decision.may || !visit) return refuse(c, page, decision.may ? { because: "missing" } : decision);
  const people = participants(page.guests, page.hosts, null);
  return c.body(visitCalendar(c, page.frame, visit, people, "PUBLISH") ?? "", 200, {
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": 'attachment; filename="werkbezoek.ics"',
  });
});

visitRoutes.get(paths.visitMove(":id", ":zet"), async (c) => {
  const move = moveOfNoun(c.req.param("zet") ?? "");
  if (!move) return missingPage(c);
  const page = await readVisitPage(c);
  const { visit } = page;
  const decision = mayMove(page.viewer, visit, move, c.var.now);
  if (!decision.may && decision.because === "stale") return standsElsewise(c, page, decision.what);
  if (!decision.may || !visit) return refuse(c, page, decision.may ? { because: "missing" } : decision);
  const form = formOfMove(move, visit.startsAt !== null);
  return show(c, <MoveFormPage frame={page.frame} visit={visit} move={move} form={form} />);
});

visitRoutes.post(paths.visitMove(":id", ":zet"), async (c) => {
  const move = moveOfNoun(c.req.param("zet") ?? "");
  if (!move) return missingPage(c);
  const typed = await readForm(c);
  return makeMove(c, await readVisitPage(c), move, typed);
});
