import type { Context } from "hono";
import { paths } from "../../web/paths.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { isLateCancellation } from "../../web/visits/late.ts";
import { MoveFormPage } from "../../web/visits/move-form-page.tsx";
import { formOfMove, MOVE_NOUNS, type Side, typedWords, type VisitMove } from "../../web/visits/moves.ts";
import type { Env } from "../http/env.ts";
import { fault, refuse } from "../http/faults.tsx";
import type { Typed } from "../http/form.ts";
import { show, write } from "../http/page.ts";
import type { Viewer } from "../http/session.ts";
import { type ReadMove, readMove } from "./move-input.ts";
import { mailOfMove } from "./move-mail.ts";
import { planMove, wasMade } from "./move-plan.ts";
import { mayMove, presentState } from "./move-policy.ts";
import { keepInvited } from "./participant-writes.ts";
import { sideOf } from "./policy.ts";
import { promotion } from "./promotion.ts";
import type { VisitRow } from "./visit-queries.ts";
import type { VisitPageRows } from "./visit-reading.ts";
import {
  appendEvent,
  type Move,
  moveVisit,
  queueAfter,
  readStanding,
  type Standing,
} from "./visit-writes.ts";

const NOT_SENT = "Er is niets verstuurd. Klopt je tekst nog? Verstuur hem dan opnieuw.";

/** Decides about a move, and makes it: 303, or the page that says why not. One round trip besides the read. */
export async function makeMove(
  c: Context<Env>,
  page: VisitPageRows,
  move: VisitMove,
  typed: Typed,
): Promise<Response> {
  const { viewer, visit } = page;
  const decision = mayMove(viewer, visit, move, c.var.now);
  if (viewer && !visit) return fault(c, page, "missing", undefined, undefined, typedWords(typed));
  if (!viewer?.member || !visit)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
  const side = sideOf(viewer, visit);
  if (side && wasMade(page.events, typed, move, side, viewer.personId)) return toVisit(c, visit.id, move);
  if (!decision.may)
    return decision.because === "stale"
      ? standsElsewise(c, page, decision.what, typed)
      : refuse(c, page, decision, typed);
  const form = formOfMove(move, visit.startsAt !== null);
  const read = readMove(form, typed, c.var.now, page.dates);
  if (!read.ok && read.gone) return standsElsewise(c, page, read.gone, typed);
  if (!read.ok) return showMoveForm(c, page, visit, move, typed, 422, { errors: read.errors });
  if (read.input.seenRevision !== visit.revision) return changedSince(c, page, visit, move, typed);
  return perform(c, page, { ...viewer, member: viewer.member }, visit, move, side ?? "guest", read, typed);
}

/**
 * 409 for a form from before the last change. Where something was typed the form stands there again, now over
 * the visit as it is: sending it once more is a choice. A button alone is pressed on the visit itself.
 */
function changedSince(c: Context<Env>, page: VisitPageRows, visit: VisitRow, move: VisitMove, typed: Typed) {
  const form = formOfMove(move, visit.startsAt !== null);
  if (form === "button" || form === "confirm") return standsElsewise(c, page, presentState(visit), typed);
  const changed = `${presentState(visit, "Dit bezoek is intussen veranderd.")} ${NOT_SENT}`;
  const seen = { ...typed, revisie: [String(visit.revision)] };
  return showMoveForm(c, page, visit, move, seen, 409, { changed });
}

/** The page of a move; `typed` is what stands in its fields. */
export function showMoveForm(
  c: Context<Env>,
  { frame, dates }: Pick<VisitPageRows, "frame" | "dates">,
  visit: VisitRow,
  move: VisitMove,
  typed: Typed,
  status: 200 | 409 | 422,
  said: { errors?: FieldErrors; changed?: string } = {},
) {
  const form = formOfMove(move, visit.startsAt !== null);
  const chosen = dates.find(({ id }) => id === typed.voorstel?.[0]);
  const isLate = move === "cancellation" && isLateCancellation(visit, c.var.now);
  return show(c, <MoveFormPage {...{ frame, visit, move, form, typed, chosen, isLate, ...said }} />, status);
}

async function perform(
  c: Context<Env>,
  page: VisitPageRows,
  viewer: Viewer & { member: NonNullable<Viewer["member"]> },
  visit: VisitRow,
  move: VisitMove,
  side: Side,
  { input }: ReadMove & { ok: true },
  typed: Typed,
): Promise<Response> {
  const { db, now } = c.var;
  const plan = planMove(visit, move, side, viewer, input, now);
  if (!plan) return standsElsewise(c, page, presentState(visit), typed);
  const { messages, invited } = mailOfMove(c, page, visit, move, side, viewer, plan);
  const rows = await write(c, [
    moveVisit(db, plan),
    appendEvent(db, visit.id, viewer.personId, plan.note, now),
    readStanding(db, visit.id),
    ...keepInvited(db, visit.id, invited, visit.calendarSequence + 1, now),
    ...messages.map((message) => queueAfter(db, message, now)),
    // Whatever place this move gave back goes to who waits for it, before anybody else can come in between.
    ...promotion(db, visit.offerId, now),
  ]);
  if (rows[0].length > 0) return toVisit(c, visit.id, move);
  return notDone(c, page, move, plan, rows[2][0], typed);
}

const toVisit = (c: Context<Env>, id: string, move: VisitMove) =>
  c.redirect(`${paths.visit(id)}?melding=${MOVE_NOUNS[move]}`, 303);

/** 409 with how it stands now, the way to the visit, and what was typed. */
export function standsElsewise(
  c: Context<Env>,
  page: VisitPageRows,
  what: string | undefined,
  typed: Typed = {},
) {
  const href = page.visit ? paths.visit(page.visit.id) : paths.visits();
  return fault(c, page, "stale", what, { href, label: "Bekijk het bezoek" }, typedWords(typed));
}

/** Whether the last thing that happened is what this request wanted: the same click, a moment earlier. */
const isTwin = (standing: Standing, plan: Move): boolean =>
  standing.revision === plan.seenRevision + 1 &&
  standing.state === plan.to &&
  standing.lastPersonId === plan.personId &&
  standing.lastNote === plan.note &&
  (plan.moment === null || standing.startsAt === plan.moment.startsAt);

/** Why the write found nothing to change: a twin of this request, no seats left, or somebody else's move. */
function notDone(
  c: Context<Env>,
  page: VisitPageRows,
  move: VisitMove,
  plan: Move,
  standing: Standing | undefined,
  typed: Typed,
) {
  if (!standing) return fault(c, page, "missing");
  if (isTwin(standing, plan)) return toVisit(c, plan.visitId, move);
  // To whoever came too late with an invitation the visit is no longer there to be looked at.
  if (plan.from === "open" && standing.state !== "open")
    return fault(
      c,
      page,
      "stale",
      "Deze vraag staat niet meer open. Een ander was je net voor.",
      { href: paths.visits(), label: "Bekijk andere vragen" },
      typedWords(typed),
    );
  if (standing.revision !== plan.seenRevision) return standsElsewise(c, page, presentState(standing), typed);
  const free = Math.max(0, (standing.offerSeats ?? 0) - standing.taken);
  return standsElsewise(
    c,
    page,
    `Dit bezoek zit vol. Er zijn nog ${free} van de ${standing.offerSeats ?? 0} plekken vrij.`,
    typed,
  );
}
