import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { reasonContract } from "../../web/visits/contract.ts";
import { GroupPage } from "../../web/visits/group-page.tsx";
import { typedWords } from "../../web/visits/moves.ts";
import type { Env } from "../http/env.ts";
import { fault, refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { readPage, show, write } from "../http/page.ts";
import { mayDecideGroup, mayReadGroup } from "./group-policy.ts";
import { endGroup, goOn, needsDecision, offerStanding, readGroups } from "./group-queries.ts";
import { readOffer } from "./offer-queries.ts";

export const groupRoutes = new Hono<Env>();

/** One's own day with its groups, and whether the host has to decide. */
async function readGroupPage(c: Context<Env>) {
  const id = c.req.param("id") ?? "";
  const { now } = c.var;
  const { rows, ...page } = await readPage(
    c,
    (db, scope) => [readOffer(db, scope, id), readGroups(db, scope, id), needsDecision(db, id, now)] as const,
  );
  const [[offer], groups, undecided] = rows;
  return { ...page, offer, groups, isUndecided: undecided.length > 0 };
}

const NOTICES: Record<string, string> = {
  doorgaan: "Het bezoek gaat door met wie er nu komt.",
  afgezegd: "De hele groep is afgezegd. Iedereen krijgt bericht.",
};

groupRoutes.get(paths.offerGroup(":id"), async (c) => {
  const page = await readGroupPage(c);
  const { viewer, offer, frame, groups, isUndecided } = page;
  const decision = mayReadGroup(viewer, offer);
  if (!decision.may || !offer) return refuse(c, page, decision.may ? { because: "missing" } : decision);
  const mayDecide = mayDecideGroup(viewer, offer, c.var.now).may;
  const notice = NOTICES[c.req.query("melding") ?? ""];
  return show(c, <GroupPage {...{ frame, offer, groups, isUndecided, mayDecide, notice }} />);
});

const back = (id: string) => ({ href: paths.offerGroup(id), label: "Bekijk de groepen" });
const done = (c: Context<Env>, id: string, word: string) =>
  c.redirect(`${paths.offerGroup(id)}?melding=${word}`, 303);

groupRoutes.post(paths.offerGroupGoingOn(":id"), async (c) => {
  const page = await readGroupPage(c);
  const { viewer, offer } = page;
  const decision = mayDecideGroup(viewer, offer, c.var.now);
  if (!decision.may && decision.because === "stale")
    return fault(c, page, "stale", decision.what, back(offer?.id ?? ""));
  if (!decision.may || !offer) return refuse(c, page, decision.may ? { because: "missing" } : decision, {});
  if (offer.goesAheadAt === null) await write(c, [goOn(c.var.db, offer.id, c.var.now)]);
  return done(c, offer.id, "doorgaan");
});

groupRoutes.post(paths.offerGroupCancellation(":id"), async (c) => {
  const typed = await readForm(c);
  const page = await readGroupPage(c);
  const { viewer, offer } = page;
  const seen = Number(typed.revisie?.[0] ?? 0);
  const decision = mayDecideGroup(viewer, offer, c.var.now);
  // A second click: the day is off already, by the form of this very revision.
  if (offer?.state === "withdrawn" && offer.revision === seen + 1 && mayReadGroup(viewer, offer).may)
    return done(c, offer.id, "afgezegd");
  if (!decision.may && decision.because === "stale") return stale(c, page, decision.what, typed);
  if (!decision.may || !offer || !viewer)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
  const read = parseForm(reasonContract, typed);
  if (!read.ok) return showAgain(c, page, offer, typed, read.errors);
  const end = { offerId: offer.id, personId: viewer.personId, reason: read.value.reden, now: c.var.now };
  const [ended, , , [stands]] = await write(c, [
    ...endGroup(c.var.db, { ...end, seenRevision: read.value.revisie }),
    offerStanding(c.var.db, offer.id),
  ]);
  // The same click, a moment earlier, is as good.
  const isTwin = stands?.state === "withdrawn" && stands.revision === read.value.revisie + 1;
  return ended.length > 0 || isTwin ? done(c, offer.id, "afgezegd") : stale(c, page, CHANGED, typed);
});

type GroupPageRows = Awaited<ReturnType<typeof readGroupPage>>;
const CHANGED = "Het aanbod is intussen veranderd. Er is niets afgezegd.";

const stale = (c: Context<Env>, page: GroupPageRows, what: string | undefined, typed: Typed) =>
  fault(c, page, "stale", what, back(page.offer?.id ?? ""), typedWords(typed));

function showAgain(
  c: Context<Env>,
  { frame, groups, isUndecided }: GroupPageRows,
  offer: NonNullable<GroupPageRows["offer"]>,
  typed: Typed,
  errors: FieldErrors,
) {
  const reason = typed.reden?.[0] ?? "";
  return show(
    c,
    <GroupPage
      {...{ frame, offer, groups, isUndecided, mayDecide: true, notice: undefined, reason, errors }}
    />,
    422,
  );
}
