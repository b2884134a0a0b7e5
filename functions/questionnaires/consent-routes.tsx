import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { consentOf } from "../../web/questionnaires/consent.ts";
import { ConsentPage, type ConsentPageProps } from "../../web/questionnaires/consent-page.tsx";
import { consentContract } from "../../web/questionnaires/contract.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { maySpeakFor } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import * as consents from "./consent-queries.ts";
import { noticeOf } from "./notices.ts";
import { YEAR } from "./overview-routes.tsx";
import { mayEditAnswers, mayReadAnswers } from "./policy.ts";
import * as queries from "./queries.ts";
import { type RoundRow, roundView } from "./round-view.ts";
import { startResponse } from "./save-queries.ts";
import { itemsWithAnswers } from "./section-queries.ts";

const LOCKED = "Een collega meldde de vragenlijst net klaar of diende haar in. Er is niets gewijzigd.";

export const consentRoutes = new Hono<Env>();

async function readConsent(c: Context<Env>) {
  const year = Number(c.req.param("year"));
  const page = await readPage(c, (db, scope) => [
    queries.roundOfYear(db, scope, year),
    queries.currentResponse(db, scope, year),
    itemsWithAnswers(db, scope, year),
  ]);
  const [[round], [response = null], items] = page.rows;
  const editing = mayEditAnswers(page.viewer, round, response, dayInAmsterdam(c.var.now));
  return { ...page, round, response, items, editing };
}

type Read = Awaited<ReturnType<typeof readConsent>>;

function showConsent(
  c: Context<Env>,
  { frame, response, items, editing }: Read,
  round: RoundRow,
  extra: Partial<Pick<ConsentPageProps, "typed" | "errors" | "notice">> = {},
  status: 200 | 409 | 422 = 200,
) {
  const usual = response?.consent ?? null;
  const lines = items.flatMap((item) => {
    const tier = consentOf(item, item.answer ? item.answer.consent : usual);
    const { concept, shortName, sectionPosition: position, answer } = item;
    const isAnswered = answer !== null && answer.state !== "cleared";
    return tier === null ? [] : [{ concept, shortName, position, tier, isAnswered }];
  });
  const kept = extra.typed?.inzending?.[0] ?? "";
  const props = {
    frame,
    round: roundView(round, c.var.now),
    lines,
    usual,
    responseId: response?.id ?? (isId(kept) ? kept : newId()),
    mayEdit: editing.may,
  };
  return show(c, <ConsentPage {...props} {...extra} />, status);
}

consentRoutes.get(paths.questionnaireConsent(YEAR), async (c) => {
  const read = await readConsent(c);
  const decision = mayReadAnswers(read.viewer, read.round);
  if (!decision.may) return refuse(c, read, decision);
  if (!read.round) return refuse(c, read, { because: "missing" });
  return showConsent(c, read, read.round, { notice: noticeOf(c.req.query("melding")) });
});

consentRoutes.post(paths.questionnaireConsent(YEAR), async (c) => {
  const typed = await readForm(c);
  const read = await readConsent(c);
  const { viewer, round, editing } = read;
  if (!editing.may) return refuse(c, read, editing, typed);
  const speaking = maySpeakFor(viewer, typed.namens?.[0] ?? "");
  if (!speaking.may) return refuse(c, read, speaking, typed);
  if (!round || !viewer?.member) return refuse(c, read, { because: "missing" });
  const form = parseForm(consentContract, typed);
  if (!form.ok) return showConsent(c, read, round, { typed, errors: form.errors }, 422);
  const by = { memberId: viewer.member.memberId, personId: viewer.personId };
  const chosen = await store(c, read, round, by, form.value.openheid, typed);
  if (!chosen) return showConsent(c, read, round, { typed, notice: { kind: "warning", text: LOCKED } }, 409);
  return c.redirect(`${paths.questionnaireConsent(round.year)}?melding=openheid`, 303);
});

/** Keeps the choice in one round trip; false when the response was made ready or signed in between. */
async function store(
  c: Context<Env>,
  { response }: Read,
  round: RoundRow,
  by: { memberId: string; personId: string },
  consent: Parameters<typeof consents.chooseConsent>[2],
  typed: Typed,
): Promise<boolean> {
  const { db, now } = c.var;
  const wished = typed.inzending?.[0] ?? "";
  const responseId = response?.id ?? (isId(wished) ? wished : newId());
  const saving = { responseId, roundId: round.id, ...by, sectionId: "", now };
  const [, chosen] = await write(c, [
    startResponse(db, saving),
    consents.chooseConsent(db, saving, consent),
    consents.openAnswers(db, saving, consent),
    consents.keepOpened(db, saving),
    consents.consentNoted(db, saving, consent, String(round.year)),
  ]);
  return chosen.length > 0;
}
