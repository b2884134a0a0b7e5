import { sql } from "drizzle-orm";
import { type Context, Hono } from "hono";
import type { Statement } from "../../db/client.ts";
import { handoverMail } from "../../web/members/contact-emails.ts";
import {
  type HandoverForm,
  handoverContract,
  NEW_COLLEAGUE,
  NOBODY,
} from "../../web/members/handover-contract.ts";
import { HandoverPage, type HandoverPageProps } from "../../web/members/handover-page.tsx";
import { paths } from "../../web/paths.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { siteAddress } from "../accounts/mail-address.ts";
import { openWork } from "../accounts/open-work.ts";
import { moveOpenWork } from "../accounts/open-work-moves.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { queueMail } from "../mail/outbox.ts";
import { mayHandOver, mayLetGo } from "./handover-policy.ts";
import * as queries from "./handover-queries.ts";

/** Somebody leaves, or gives work to a colleague: all that is open moves in one batch. */
export const handoverRoutes = new Hono<Env>();

async function readHandover(c: Context<Env>, from: string, formId = "") {
  const slug = c.req.param("slug") ?? "";
  const { rows, ...page } = await readPage(c, (db) => [
    queries.memberAt(db, slug),
    queries.colleaguesAt(db, slug),
    openWork(db, from),
    queries.handoverBefore(db, formId),
  ]);
  const [[member], colleagues, everywhere, [before]] = rows;
  const leaver = colleagues.find(({ id }) => id === from) ?? null;
  const who = leaver && { id: leaver.id, isSignatory: Boolean(leaver.isSignatory) };
  const decision = mayHandOver(page.viewer, member, who);
  const work = leaver ? everywhere.filter(({ memberId }) => memberId === member?.id) : [];
  return { ...page, member, colleagues, leaver, work, isDone: Boolean(before), decision };
}
type Reading = Awaited<ReturnType<typeof readHandover>>;

function draw(
  c: Context<Env>,
  reading: Reading,
  told: Pick<HandoverPageProps, "typed" | "errors" | "stale"> = {},
  status: 200 | 409 | 422 = 200,
) {
  const { frame, viewer, member, colleagues, leaver, work } = reading;
  if (!member) return refuse(c, reading, { because: "missing" });
  const props = { frame, member, colleagues, leaver, work, mayLetGo: mayLetGo(viewer), newId: newId() };
  return show(c, <HandoverPage {...props} {...told} />, status);
}

handoverRoutes.get(paths.handover(":slug"), async (c) => {
  const from = c.req.query("van") ?? "";
  const reading = await readHandover(c, from);
  if (!reading.decision.may) return refuse(c, reading, reading.decision);
  return from && !reading.leaver ? refuse(c, reading, { because: "missing" }) : draw(c, reading);
});

handoverRoutes.post(paths.handover(":slug"), async (c) => {
  const typed = await readForm(c);
  const reading = await readHandover(c, typed.van?.[0] ?? "", typed.id?.[0]);
  const { member, viewer, leaver, decision, isDone, work } = reading;
  if (viewer && member && isDone) return c.redirect(afterwards(reading, typed), 303);
  if (!decision.may) return refuse(c, reading, decision, typed);
  const read = parseForm(handoverContract, typed);
  const errors = read.ok ? faultsIn(read.value, reading) : read.errors;
  if (!read.ok || errors) return draw(c, reading, { typed, errors: errors ?? {} }, 422);
  if (!leaver || work.length === 0) return draw(c, reading, { stale: "Er staat niets meer open." }, 409);
  const [, kept] = await write(c, statementsOf(c, reading, leaver, read.value));
  if (kept.length === 0) return draw(c, reading, { typed, stale: "Deze collega is er niet meer." }, 409);
  return c.redirect(afterwards(reading, typed), 303);
});

/** Who handed over the own work has no business here any more. */
function afterwards({ member, viewer }: Reading, { van, aan }: Typed): string {
  const isOwn = van?.[0] === viewer?.personId;
  const told = aan?.[0] === NOBODY ? "losgelaten" : "overgedragen";
  return `${isOwn ? paths.home() : paths.memberContacts(member?.slug ?? "")}?melding=${told}`;
}

function faultsIn({ aan, email }: HandoverForm, { colleagues, leaver, viewer }: Reading): FieldErrors | null {
  if (aan === NEW_COLLEAGUE)
    return email === leaver?.email ? { email: "Vul het adres van iemand anders in." } : null;
  if (aan === NOBODY && mayLetGo(viewer)) return null;
  return colleagues.some(({ id }) => id === aan && id !== leaver?.id)
    ? null
    : { aan: "Kies wie het werk overneemt." };
}

/** Who takes over: as SQL, for somebody new only exists once the batch runs. */
function heirOf({ aan, naam, email }: HandoverForm, { colleagues, member }: Reading) {
  if (aan === NOBODY) return null;
  if (aan === NEW_COLLEAGUE) return { id: queries.personWith(email), name: naam, email };
  const colleague = colleagues.find(({ id }) => id === aan);
  return {
    id: queries.colleagueWith(aan, member?.id ?? ""),
    name: colleague?.name ?? "",
    email: colleague?.email ?? "",
  };
}

function statementsOf(
  c: Context<Env>,
  reading: Reading,
  leaver: NonNullable<Reading["leaver"]>,
  form: HandoverForm,
) {
  const { db, now } = c.var;
  const { member, viewer, frame, work } = reading;
  const heir = heirOf(form, reading);
  const to = heir?.id ?? null;
  const handover = {
    id: isId(form.id) ? form.id : newId(),
    memberId: member?.id ?? "",
    from: leaver.id,
    by: viewer?.personId ?? "",
    now,
    things: work.length,
  };
  const happened = queries.tookPlace(handover);
  const words = { name: heir?.name ?? "", from: leaver.name, memberName: member?.name ?? "", work };
  const mail = heir && {
    id: `overdracht-${handover.id}`,
    to: heir.email,
    calendar: null,
    ...handoverMail(frame.association, words, `${siteAddress(c)}${paths.home()}`),
  };
  const added = { id: newId(), name: form.naam, email: form.aan === NEW_COLLEAGUE ? form.email : "" };
  const first = added.email
    ? queries.addColleague(db, added, now)
    : db.run(sql`update handovers set things = things where 0`);
  const kept = queries.keepHandover(db, handover, to);
  const others: Statement[] = [
    ...moveOpenWork(db, { ...handover, to }, happened),
    ...queries.moveRoles(db, handover, to),
    queries.handoverLogged(db, handover, to),
    ...(mail ? [queueMail(db, mail, now, happened)] : []),
  ];
  return [first, kept, ...others] as unknown as [typeof first, typeof kept];
}
