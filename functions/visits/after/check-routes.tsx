import { type Context, Hono } from "hono";
import { paths } from "../../../web/paths.ts";
import { CheckPage } from "../../../web/visits/after/check-page.tsx";
import { checkContract } from "../../../web/visits/after/contract.ts";
import { CHECK_DAYS } from "../../../web/visits/after/labels.ts";
import type { Env } from "../../http/env.ts";
import { fault, refuse } from "../../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../../http/form.ts";
import { show, write } from "../../http/page.ts";
import { mayCheck } from "./policy.ts";
import { standingChecks } from "./queries.ts";
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
  if (!decision.may && decision.because === "stale") return toldBefore(c, page, days, typed, decision.what);
  if (!decision.may || !visit || !action || !days || !viewer?.member)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
  const read = parseForm(checkContract, typed);
  if (!read.ok)
    return show(c, <CheckPage {...{ frame, visit, action, days, typed, errors: read.errors }} />, 422);
  const { db, now } = c.var;
  const writer = { visitId: visit.id, memberId: viewer.member.memberId, personId: viewer.personId, now };
  const [saved, checks] = await write(c, [
    saveCheck(db, writer, days, read.value),
    standingChecks(db, writer),
  ]);
  return saved.length > 0
    ? done(c, visit.id)
    : toldBefore(c, { ...page, checks }, days, typed, "Een collega vulde dit net in.");
});

const done = (c: Context<Env>, visitId: string) =>
  c.redirect(`${paths.visitAfter(visitId)}?melding=nagegaan`, 303);

/** The same answer once more is as good as the first time; another one is not kept, and says so with its words. */
function toldBefore(
  c: Context<Env>,
  page: Pick<AfterPage, "frame" | "viewer" | "visit" | "checks">,
  days: ReturnType<typeof daysOf>,
  typed: Typed,
  what: string | undefined,
) {
  const read = parseForm(checkContract, typed);
  const stands = page.checks.find(({ afterDays }) => afterDays === days);
  const isSame = read.ok && stands?.outcome === read.value.uitkomst && stands.why === read.value.waarom;
  if (isSame && page.visit) return done(c, page.visit.id);
  const back = page.visit && { href: paths.visitAfter(page.visit.id), label: "Bekijk de terugblik" };
  const why = typed.waarom?.[0]?.trim() ?? "";
  return fault(c, page, "stale", what, back, why === "" ? [] : [{ label: "Waarom", text: why }]);
}
