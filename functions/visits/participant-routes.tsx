import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import type { Side } from "../../web/visits/moves.ts";
import {
  ALREADY_THERE,
  noRoom,
  participantContract,
  removalContract,
} from "../../web/visits/participant-contract.ts";
import { PARTICIPANT_NOTICES, ParticipantsPage } from "../../web/visits/participants-page.tsx";
import type { Env } from "../http/env.ts";
import { fault, refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { show, write } from "../http/page.ts";
import type { Viewer } from "../http/session.ts";
import { goingTo, placesLeft } from "./going.ts";
import { standsElsewise } from "./make-move.tsx";
import { presentState } from "./move-policy.ts";
import { mailToColleague } from "./participant-mail.ts";
import { mayBringColleagues } from "./participant-policy.ts";
import { addParticipant, removeParticipant } from "./participant-writes.ts";
import type { Invited } from "./participants.ts";
import { sideOf } from "./policy.ts";
import type { VisitRow } from "./visit-queries.ts";
import { readVisitPage, type VisitPageRows } from "./visit-reading.ts";
import { queueAfter } from "./visit-writes.ts";

/** Colleagues who come along to a visit, or receive it as well. */
export const participantRoutes = new Hono<Env>();

participantRoutes.get(paths.visitParticipants(":id"), async (c) => {
  const read = await readBringing(c);
  return read instanceof Response ? read : showParticipants(c, read);
});

participantRoutes.post(paths.visitParticipants(":id"), async (c) => {
  const typed = await readForm(c);
  const read = await readBringing(c, typed);
  if (read instanceof Response) return read;
  const given = typed.id?.[0] ?? "";
  const id = isId(given) ? given : newId();
  if (read.going.some((each) => each.id === id)) return toParticipants(c, read.visit, "collega-erbij");
  const form = readColleague(read, typed);
  if (!form.ok) return showParticipants(c, read, { typed, errors: form.errors, id });
  return add(c, read, id, form.value, typed);
});

participantRoutes.post(paths.visitParticipantRemoval(":id", ":deelnemer"), async (c) => {
  const typed = await readForm(c);
  const read = await readBringing(c, typed);
  if (read instanceof Response) return read;
  const { visit, side, going } = read;
  const colleague = going.find((each) => each.id === c.req.param("deelnemer") && each.side === side);
  // A second click finds nobody and is fine.
  if (!colleague) return toParticipants(c, visit, "collega-weg");
  if (colleague.isMain) return fault(c, read.page, "forbidden", "Deze persoon heeft het bezoek afgesproken.");
  const form = parseForm(removalContract, typed);
  if (!form.ok || form.value.volgnummer !== visit.calendarSequence) return changedSince(c, read, typed);
  const mail = mailToColleague(c, read.page, visit, read.viewer, colleague, [colleague], "CANCEL");
  if (!mail) return changedSince(c, read, typed);
  const { db, now } = c.var;
  const sequence = visit.calendarSequence + 1;
  const [gone] = await write(c, [
    ...removeParticipant(db, visit.id, colleague.id, sequence, now),
    queueAfter(db, { ...mail, kind: "visit_move", url: "" }, now),
  ]);
  return gone.length > 0 ? toParticipants(c, visit, "collega-weg") : changedSince(c, read, typed);
});

interface Bringing {
  page: VisitPageRows;
  viewer: Viewer;
  visit: VisitRow;
  side: Side;
  going: Invited[];
}

/** The visit with everybody on it, for who may change that; else the page that says why not. */
async function readBringing(c: Context<Env>, typed: Typed = {}): Promise<Bringing | Response> {
  const page = await readVisitPage(c);
  const { viewer, visit } = page;
  const decision = mayBringColleagues(viewer, visit, c.var.now);
  if (!decision.may && decision.because === "stale") return standsElsewise(c, page, decision.what, typed);
  const side = viewer && visit ? sideOf(viewer, visit) : null;
  if (!decision.may || !viewer || !visit || !side)
    return refuse(c, page, decision.may ? { because: "missing" } : decision, typed);
  return { page, viewer, visit, side, going: goingTo(page) };
}

function readColleague({ visit, side, going }: Bringing, typed: Typed) {
  const read = parseForm(participantContract, typed);
  if (!read.ok) return read;
  const errors: FieldErrors = {};
  if (going.some(({ email }) => email === read.value.email)) errors.email = ALREADY_THERE;
  else if (placesLeft(visit, side, going) === 0) errors.naam = noRoom(visit.seats);
  return Object.keys(errors).length > 0 ? { ok: false as const, errors } : read;
}

async function add(
  c: Context<Env>,
  read: Bringing,
  id: string,
  form: { naam: string; email: string; opmerking: string; volgnummer: number },
  typed: Typed,
) {
  const { page, viewer, visit, side, going } = read;
  if (form.volgnummer !== visit.calendarSequence) return changedSince(c, read, typed);
  const one = { id, side, name: form.naam, email: form.email, note: side === "guest" ? form.opmerking : "" };
  const fresh = { replyKey: newId(), status: "needs_action" as const, personId: null, isMain: false };
  const colleague: Invited = { ...one, ...fresh };
  const mail = mailToColleague(c, page, visit, viewer, colleague, [...going, colleague], "REQUEST");
  if (!mail) return changedSince(c, read, typed);
  const { db, now } = c.var;
  const sequence = visit.calendarSequence + 1;
  const [added] = await write(c, [
    ...addParticipant(db, { ...one, visitId: visit.id, replyKey: colleague.replyKey, sequence, now }),
    queueAfter(db, { ...mail, kind: "visit_move", url: "" }, now),
  ]);
  return added.length > 0 ? toParticipants(c, visit, "collega-erbij") : changedSince(c, read, typed);
}

const toParticipants = (c: Context<Env>, visit: VisitRow, notice: string) =>
  c.redirect(`${paths.visitParticipants(visit.id)}?melding=${notice}`, 303);

const changedSince = (c: Context<Env>, { page, visit }: Bringing, typed: Typed) =>
  standsElsewise(c, page, presentState(visit, "Dit bezoek is intussen veranderd."), typed);

function showParticipants(
  c: Context<Env>,
  { page, visit, side, going }: Bringing,
  again?: { typed: Typed; errors: FieldErrors; id: string },
) {
  return show(
    c,
    <ParticipantsPage
      frame={page.frame}
      visit={visit}
      side={side}
      people={going}
      free={placesLeft(visit, side, going)}
      newId={again?.id ?? newId()}
      typed={again?.typed ?? {}}
      errors={again?.errors ?? {}}
      notice={PARTICIPANT_NOTICES[c.req.query("melding") ?? ""]}
    />,
    again ? 422 : 200,
  );
}
