import { type Context, Hono } from "hono";
import type { Statement } from "../../db/client.ts";
import { paths } from "../../web/paths.ts";
import { ExtensionsPage, type ExtensionsPageProps } from "../../web/questionnaires/round-extensions-page.tsx";
import {
  type ExtensionForm,
  type ExtensionView,
  extensionContract,
  seenExtension,
} from "../../web/questionnaires/round-message-contract.ts";
import { extensionMail } from "../../web/questionnaires/round-message-words.ts";
import { dayInAmsterdam, formatDate } from "../../web/ui/dutch.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { readTypedDay } from "../../web/ui/typed-day.ts";
import { siteAddress } from "../accounts/mail-address.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { readPage, show, write } from "../http/page.ts";
import { queueMail } from "../mail/outbox.ts";
import * as queries from "./round-extension-queries.ts";
import { yearOf } from "./round-message-reading.tsx";
import { mayRunRound } from "./round-policy.ts";
import { readRunRound } from "./round-queries.ts";

/** More time for one organisation. Mounted before the moves of a round, whose address would catch these. */
export const roundExtensionRoutes = new Hono<Env>();

const NOTICES: Record<string, string> = {
  gegeven: "Het uitstel is gegeven. De organisatie kreeg een mail.",
  ingetrokken: "Het uitstel is ingetrokken.",
};

async function readExtensions(c: Context<Env>, memberId = "") {
  const year = yearOf(c);
  const { rows, ...page } = await readPage(c, (db) => [
    readRunRound(db, year),
    queries.extensionsOf(db, year),
    queries.membersOfRound(db, year),
    queries.roundContacts(db, memberId),
  ]);
  const [[round], extensions, members, contacts] = rows;
  return { ...page, round, extensions, members, contacts, decision: mayRunRound(page.viewer, round) };
}
type Reading = Awaited<ReturnType<typeof readExtensions>>;

function draw(
  c: Context<Env>,
  reading: Reading,
  told: Pick<ExtensionsPageProps, "typed" | "errors" | "overtaken"> = {},
  status: 200 | 409 | 422 = 200,
) {
  const { frame, round, extensions, members } = reading;
  if (!round) return refuse(c, reading, { because: "missing" });
  const notice = status === 200 ? NOTICES[c.req.query("melding") ?? ""] : undefined;
  return show(c, <ExtensionsPage {...{ frame, round, extensions, members, notice }} {...told} />, status);
}

roundExtensionRoutes.get(paths.roundExtensions(":jaar"), async (c) => {
  const reading = await readExtensions(c);
  return reading.decision.may ? draw(c, reading) : refuse(c, reading, reading.decision);
});

roundExtensionRoutes.post(paths.roundExtensions(":jaar"), async (c) => {
  const typed = await readForm(c);
  const reading = await readExtensions(c, typed.lid?.[0]);
  const { decision, round, viewer } = reading;
  if (!decision.may || !round || !viewer)
    return refuse(c, reading, decision.may ? { because: "missing" } : decision, typed);
  const read = parseForm(extensionContract, typed);
  const errors = { ...faultsIn(typed, reading, c.var.now), ...(read.ok ? {} : read.errors) };
  if (!read.ok || Object.keys(errors).length > 0) return draw(c, reading, { typed, errors }, 422);
  const overtaken = await give(c, reading, read.value);
  if (overtaken) return draw(c, overtaken.reading, { typed, overtaken: overtaken.by }, 409);
  return c.redirect(`${paths.roundExtensions(round.year)}?melding=gegeven`, 303);
});

/** What only the round can tell of the fields, beside what is missing in others: all of it is shown at once. */
function faultsIn({ lid = [], tot = [] }: Typed, { members, round }: Reading, now: number): FieldErrors {
  const until = readTypedDay(tot[0] ?? "");
  const errors: FieldErrors = {};
  if (lid[0] && !members.some(({ id }) => id === lid[0])) errors.lid = "Kies een organisatie uit de lijst.";
  if (until && until < dayInAmsterdam(now)) errors.tot = "Kies vandaag of een dag die nog komt.";
  if (until && until <= (round?.closesOn ?? "")) errors.tot = "Kies een dag na de laatste dag van de ronde.";
  return errors;
}

/** Gives it, unless a colleague was first: then what stands there now. The same form twice changes nothing. */
async function give(c: Context<Env>, reading: Reading, form: ExtensionForm) {
  const { extensions, members, round, viewer } = reading;
  const stood = extensions.find(({ memberId }) => memberId === form.lid);
  if (stood?.until === form.tot && stood.reason === form.reden) return null;
  const { db, now } = c.var;
  const memberName = members.find(({ id }) => id === form.lid)?.name ?? "";
  const by = viewer?.personId ?? "";
  const mine = { until: form.tot, reason: form.reden };
  const extension = { roundId: round?.id ?? "", memberId: form.lid, ...mine, by, now };
  const subject = `${round?.year} ${form.tot}`;
  const [given, standing] = await write(c, [
    queries.giveExtension(db, extension, seenExtension(form)),
    queries.extensionsOf(db, round?.year ?? 0),
    queries.roundLogged(db, { by, memberId: form.lid, action: "extension_changed", subject }, now),
    ...tellContacts(c, reading, extension, memberName),
  ]);
  if (given.length > 0) return null;
  return { reading: { ...reading, extensions: standing }, by: { memberId: form.lid, memberName, mine } };
}

/** The mails to who answers for the organisation; they go only when the extension was given by this very form. */
function tellContacts(
  c: Context<Env>,
  { round, contacts, frame }: Reading,
  extension: queries.Extension,
  memberName: string,
): Statement[] {
  const { memberId, until, reason } = extension;
  const year = round?.year ?? 0;
  const url = `${siteAddress(c)}${paths.questionnaire(year)}`;
  const words = { memberName, year, until: formatDate(until), reason };
  return contacts.map(({ id, name, email }) => {
    const mail = extensionMail(frame.association, { ...words, name }, url);
    const message = { id: `uitstel-${year}-${memberId}-${until}-${id}`, to: email, calendar: null, ...mail };
    return queueMail(c.var.db, message, c.var.now, queries.extensionIsFrom(extension));
  });
}

roundExtensionRoutes.post(paths.roundExtensionWithdrawal(":jaar", ":slug"), async (c) => {
  const typed = await readForm(c);
  const reading = await readExtensions(c);
  const { decision, round, viewer, extensions } = reading;
  if (!decision.may || !round || !viewer)
    return refuse(c, reading, decision.may ? { because: "missing" } : decision, typed);
  const row = extensions.find(({ slug }) => slug === c.req.param("slug"));
  const overtaken = row && (await withdraw(c, reading, row, Number(typed.gezien?.[0])));
  if (overtaken) return draw(c, overtaken.reading, { overtaken: overtaken.by }, 409);
  return c.redirect(`${paths.roundExtensions(round.year)}?melding=ingetrokken`, 303);
});

/** Takes it back as it was seen; what stands there now when a colleague gave another day since. */
async function withdraw(c: Context<Env>, reading: Reading, row: ExtensionView, seen: number) {
  const { round, viewer } = reading;
  const { memberId, memberName } = row;
  const { db, now } = c.var;
  const entry = { by: viewer?.personId ?? "", memberId, subject: `${round?.year} ingetrokken` };
  const [, , standing] = await write(c, [
    queries.withdrawExtension(db, round?.id ?? "", memberId, seen),
    queries.roundLogged(db, { ...entry, action: "extension_changed" }, now),
    queries.extensionsOf(db, round?.year ?? 0),
  ]);
  if (!standing.some((each) => each.memberId === memberId)) return null;
  return { reading: { ...reading, extensions: standing }, by: { memberId, memberName, mine: null } };
}
