import { type Context, Hono } from "hono";
import type { Statement } from "../../db/client.ts";
import { paths } from "../../web/paths.ts";
import { ExtensionsPage, type ExtensionsPageProps } from "../../web/questionnaires/round-extensions-page.tsx";
import { extensionContract } from "../../web/questionnaires/round-message-contract.ts";
import { extensionMail } from "../../web/questionnaires/round-message-words.ts";
import { dayInAmsterdam, formatDate } from "../../web/ui/dutch.ts";
import type { FieldErrors } from "../../web/ui/field-errors.ts";
import { siteAddress } from "../accounts/mail-address.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
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
  told: Pick<ExtensionsPageProps, "typed" | "errors" | "stale"> = {},
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
  const { decision, round, viewer, members } = reading;
  if (!decision.may || !round || !viewer)
    return refuse(c, reading, decision.may ? { because: "missing" } : decision, typed);
  const read = parseForm(extensionContract, typed);
  const errors = read.ok ? faultsIn(read.value, reading, c.var.now) : read.errors;
  if (!read.ok || errors) return draw(c, reading, { typed, errors: errors ?? {} }, 422);
  const member = members.find(({ id }) => id === read.value.lid);
  const [given] = await write(c, give(c, reading, read.value, member?.name ?? ""));
  if (given.length === 0)
    return draw(c, reading, { typed, stale: "Een collega gaf deze organisatie net een andere dag." }, 409);
  return c.redirect(`${paths.roundExtensions(round.year)}?melding=gegeven`, 303);
});

type Form = { lid: string; tot: string; reden: string };

function faultsIn({ lid, tot }: Form, { members, round }: Reading, now: number): FieldErrors | null {
  if (!members.some(({ id }) => id === lid)) return { lid: "Kies een organisatie uit de lijst." };
  if (tot <= (round?.closesOn ?? "")) return { tot: "Kies een dag na de laatste dag van de ronde." };
  return tot < dayInAmsterdam(now) ? { tot: "Kies vandaag of een dag die nog komt." } : null;
}

/** The extension, its line in the log, and the mail; the same form twice changes nothing and mails nobody twice. */
function give(c: Context<Env>, reading: Reading, form: Form, memberName: string) {
  const { round, viewer, extensions, contacts, frame } = reading;
  const { db, now } = c.var;
  const year = round?.year ?? 0;
  const by = viewer?.personId ?? "";
  const stood = extensions.find(({ memberId }) => memberId === form.lid);
  const isSame = stood?.until === form.tot && stood.reason === form.reden;
  const extension = {
    roundId: round?.id ?? "",
    memberId: form.lid,
    until: form.tot,
    reason: form.reden,
    by,
    now,
  };
  const url = `${siteAddress(c)}${paths.questionnaire(year)}`;
  const words = { memberName, year, until: formatDate(form.tot), reason: form.reden };
  const mails: Statement[] = isSame
    ? []
    : contacts.map(({ id, name, email }) =>
        queueMail(
          db,
          {
            id: `uitstel-${year}-${form.lid}-${form.tot}-${id}`,
            to: email,
            calendar: null,
            ...extensionMail(frame.association, { ...words, name }, url),
          },
          now,
          queries.extensionIsFrom(extension),
        ),
      );
  const entry = {
    by,
    memberId: form.lid,
    action: "extension_changed" as const,
    subject: `${year} ${form.tot}`,
  };
  const given = queries.giveExtension(db, extension, stood?.until ?? "");
  return [given, queries.roundLogged(db, entry, now), ...mails] as unknown as [typeof given];
}

roundExtensionRoutes.post(paths.roundExtensionWithdrawal(":jaar", ":slug"), async (c) => {
  const reading = await readExtensions(c);
  const { decision, round, viewer, extensions } = reading;
  if (!decision.may || !round || !viewer)
    return refuse(c, reading, decision.may ? { because: "missing" } : decision, await readForm(c));
  const row = extensions.find(({ slug }) => slug === c.req.param("slug"));
  const entry = {
    by: viewer.personId,
    memberId: row?.memberId ?? null,
    subject: `${round.year} ingetrokken`,
  };
  if (row)
    await write(c, [
      queries.withdrawExtension(c.var.db, round.id, row.memberId),
      queries.roundLogged(c.var.db, { ...entry, action: "extension_changed" }, c.var.now),
    ]);
  return c.redirect(`${paths.roundExtensions(round.year)}?melding=ingetrokken`, 303);
});
