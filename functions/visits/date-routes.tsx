import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { DatesPage } from "../../web/visits/dates-page.tsx";
import { VISIT_NOTICES } from "../../web/visits/labels.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { readForm, type Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { show } from "../http/page.ts";
import { type DatesRequest, readAnswers, readProposals } from "./date-input.ts";
import { answer, propose, takeBack } from "./date-writing.ts";
import { standsElsewise } from "./make-move.tsx";
import { maySearchDates } from "./meeting-policy.ts";
import { mayMove } from "./move-policy.ts";
import { sideOf } from "./policy.ts";
import { readVisitPage } from "./visit-reading.ts";

export const dateRoutes = new Hono<Env>();

/** The visit with its moments, for who may look for a day; else the page that says why not. */
async function readSearch(c: Context<Env>, typed?: Typed): Promise<DatesRequest | Response> {
  const page = await readVisitPage(c);
  const { viewer, visit } = page;
  const decision = maySearchDates(viewer, visit, c.var.now);
  if (!decision.may && decision.because === "stale") return standsElsewise(c, page, decision.what, typed);
  if (!decision.may || !viewer?.member || !visit)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
  return {
    page,
    viewer: { ...viewer, member: viewer.member },
    visit,
    side: sideOf(viewer, visit) ?? "guest",
  };
}

function showDates(
  c: Context<Env>,
  { page, viewer, visit, side }: DatesRequest,
  status: 200 | 422 = 200,
  said: { typed?: Typed; errors?: FieldErrors } = {},
) {
  const given = said.typed?.id?.[0] ?? "";
  return show(
    c,
    <DatesPage
      frame={page.frame}
      visit={visit}
      side={side}
      dates={page.dates}
      mayChoose={mayMove(viewer, visit, "date_choice", c.var.now).may}
      now={c.var.now}
      newId={isId(given) ? given : newId()}
      notice={VISIT_NOTICES[c.req.query("melding") ?? ""]}
      {...said}
    />,
    status,
  );
}

dateRoutes.get(paths.visitDates(":id"), async (c) => {
  const search = await readSearch(c);
  return search instanceof Response ? search : showDates(c, search);
});

dateRoutes.post(paths.visitDates(":id"), async (c) => {
  const typed = await readForm(c);
  const search = await readSearch(c, typed);
  if (search instanceof Response) return search;
  const read = readProposals(typed, c.var.now, search.page.dates.length);
  if (!read.ok) return showDates(c, search, 422, { typed, errors: read.errors });
  await propose(c, search, read.dates);
  return c.redirect(`${paths.visitDates(search.visit.id)}?melding=momenten`, 303);
});

dateRoutes.post(paths.visitDateAnswers(":id"), async (c) => {
  const typed = await readForm(c);
  const search = await readSearch(c, typed);
  if (search instanceof Response) return search;
  const read = readAnswers(typed, search.page.dates);
  if (!read.ok) return showDates(c, search, 422, { typed, errors: read.errors });
  await answer(c, search, read.answers);
  return c.redirect(`${paths.visitDates(search.visit.id)}?melding=momenten-beantwoord`, 303);
});

dateRoutes.post(paths.visitDateWithdrawal(":id", ":moment"), async (c) => {
  const search = await readSearch(c);
  if (search instanceof Response) return search;
  const isOwn = await takeBack(c, search, c.req.param("moment") ?? "");
  return isOwn
    ? c.redirect(`${paths.visitDates(search.visit.id)}?melding=moment-weg`, 303)
    : standsElsewise(c, search.page, "Alleen wie een moment voorstelt, neemt het terug.");
});
