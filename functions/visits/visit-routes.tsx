import { Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { moveOfNoun } from "../../web/visits/moves.ts";
import type { Env } from "../http/env.ts";
import { missingPage, refuse } from "../http/faults.tsx";
import { readForm } from "../http/form.ts";
import { agendaOf } from "./invitation.ts";
import { makeMove, showMoveForm, standsElsewise } from "./make-move.tsx";
import { mayMove } from "./move-policy.ts";
import { mayDownloadCalendar, mayReadVisit } from "./policy.ts";
import { showVisit } from "./show-visit.tsx";
import { calendarSheet, calendarVisit } from "./visit-calendar.ts";
import { mailFacts } from "./visit-mail.ts";
import { readVisitPage } from "./visit-reading.ts";

export const visitRoutes = new Hono<Env>();

visitRoutes.get(paths.visit(":id"), async (c) => {
  const page = await readVisitPage(c);
  const { viewer, visit } = page;
  const decision = mayReadVisit(viewer, visit);
  if (!decision.may || !viewer || !visit)
    return refuse(c, page, decision.may ? { because: "missing" } : decision);
  return showVisit(c, page, viewer, visit);
});

visitRoutes.get(paths.visitCalendar(":id"), async (c) => {
  const page = await readVisitPage(c);
  const { visit } = page;
  const decision = mayDownloadCalendar(page.viewer, visit);
  if (!decision.may || !visit) return refuse(c, page, decision.may ? { because: "missing" } : decision);
  const facts = mailFacts(c, page.frame, visit, "");
  const event = calendarVisit(facts, visit, calendarSheet(visit), c.var.now);
  return c.body(event ? agendaOf([event]) : "", 200, {
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
  const voorstel = c.req.queries("voorstel") ?? [];
  // A choice without a moment to choose: first look at what there is.
  if (move === "date_choice" && !page.dates.some(({ id }) => id === voorstel[0]))
    return c.redirect(paths.visitDates(visit.id), 303);
  return showMoveForm(c, page, visit, move, { voorstel }, 200);
});

visitRoutes.post(paths.visitMove(":id", ":zet"), async (c) => {
  const move = moveOfNoun(c.req.param("zet") ?? "");
  if (!move) return missingPage(c);
  const typed = await readForm(c);
  return makeMove(c, await readVisitPage(c), move, typed);
});
