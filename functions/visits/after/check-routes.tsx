import { Hono } from "hono";
import { paths } from "../../../web/paths.ts";
import { CheckPage } from "../../../web/visits/after/check-page.tsx";
import { checkContract } from "../../../web/visits/after/contract.ts";
import { CHECK_DAYS } from "../../../web/visits/after/labels.ts";
import type { Env } from "../../http/env.ts";
import { refuse } from "../../http/faults.tsx";
import { parseForm, readForm } from "../../http/form.ts";
import { show, write } from "../../http/page.ts";
import { mayCheck } from "./policy.ts";
import { type AfterPage, readAfterPage } from "./reflection-routes.tsx";
import { saveCheck } from "./writes.ts";

export const checkRoutes = new Hono<Env>();

const daysOf = (typed: string | undefined) => CHECK_DAYS.find((days) => String(days) === typed);

const decide = (page: AfterPage, days: ReturnType<typeof daysOf>, now: number) =>
  mayCheck(page.viewer, page.visit, { hasAction: page.action !== undefined, checks: page.checks }, days, now);

checkRoutes.get(paths.actionCheck(":id", ":dagen"), async (c) => {
  const days = daysOf(c.req.param("dagen"));
  const page = await readAfterPage(c);
  const { frame, visit, action } = page;
  const decision = decide(page, days, c.var.now);
  if (!decision.may || !visit || !action || !days)
    return refuse(c, page, decision.may ? { because: "missing" } : decision);
  return show(c, <CheckPage {...{ frame, visit, action, days, typed: {} }} />);
});

checkRoutes.post(paths.actionCheck(":id", ":dagen"), async (c) => {
  const days = daysOf(c.req.param("dagen"));
  const typed = await readForm(c);
  const page = await readAfterPage(c);
  const { frame, visit, action, viewer } = page;
  const decision = decide(page, days, c.var.now);
  if (!decision.may || !visit || !action || !days || !viewer?.member)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
  const read = parseForm(checkContract, typed);
  if (!read.ok)
    return show(c, <CheckPage {...{ frame, visit, action, days, typed, errors: read.errors }} />, 422);
  const { db, now } = c.var;
  const writer = { visitId: visit.id, memberId: viewer.member.memberId, personId: viewer.personId, now };
  await write(c, [saveCheck(db, writer, days, read.value)]);
  return c.redirect(`${paths.visitAfter(visit.id)}?melding=nagegaan`, 303);
});
