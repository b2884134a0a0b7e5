import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { answerText } from "../../web/questionnaires/answer-text.tsx";
import { stampOf } from "../../web/questionnaires/contract.ts";
import {
  isTooLong,
  NO_REASON,
  reasonField,
  remarkContract,
  remarkField,
  returnContract,
  TOO_LONG,
} from "../../web/questionnaires/return-contract.ts";
import { type ReturnableSection, ReturnPage } from "../../web/questionnaires/return-page.tsx";
import { ReturnedPage } from "../../web/questionnaires/returned-page.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { hasErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { assignmentsOf, holdsSection } from "./assignment-queries.ts";
import { noticeOf } from "./notices.ts";
import { YEAR } from "./overview-routes.tsx";
import { mayReadAnswers } from "./policy.ts";
import * as queries from "./queries.ts";
import { returnedMails } from "./return-mails.ts";
import { mayAnswerReturn, mayReturn } from "./return-policy.ts";
import * as returns from "./return-queries.ts";
import { returnedViews } from "./return-view.ts";
import { roundView } from "./round-view.ts";
import { routingOf } from "./routing-progress.ts";
import { routedItems } from "./routing-queries.ts";
import { allChoices, itemsWithAnswers } from "./section-queries.ts";
import { shapeOf } from "./section-view.ts";
import { recordTransition } from "./transition-queries.ts";

/** A signatory sends questions back with a reason each; who fills in says what was done with them. */
export const returnRoutes = new Hono<Env>();

const CHANGED = "Er is intussen iets gewijzigd. Lees de antwoorden opnieuw.";

async function readReturn(c: Context<Env>) {
  const year = Number(c.req.param("year"));
  const page = await readPage(c, (db, scope) => [
    queries.roundOfYear(db, scope, year),
    queries.currentResponse(db, scope, year),
    queries.sectionProgress(db, scope, year),
    itemsWithAnswers(db, scope, year),
    allChoices(db),
    routedItems(db, scope, year),
    returns.returnsOf(db, scope, year),
    returns.workersOf(db, scope, year),
  ]);
  const [[round], [response = null], sections, all, choices, routed, returned, workers] = page.rows;
  const items = all.filter(({ concept }) => routingOf(routed).asks(concept));
  const today = dayInAmsterdam(c.var.now);
  return { ...page, round, response, sections, items, choices, returned, workers, today };
}
type ReturnRead = Awaited<ReturnType<typeof readReturn>>;

function showForm(
  c: Context<Env>,
  read: ReturnRead,
  told: { typed?: Typed; errors?: Record<string, string>; stale?: string } = {},
  status: 200 | 409 | 422 = 200,
) {
  const { round, response, sections, items, choices, today, frame } = read;
  if (!round || !response) return refuse(c, read, { because: "missing" });
  const shown: ReturnableSection[] = sections.map(({ id, position, title }) => ({
    position,
    title,
    questions: items
      .filter(({ sectionId }) => sectionId === id)
      .map((item) => ({
        concept: item.concept,
        stem: item.stem,
        question: item.wording,
        shortName: item.shortName,
        answer: answerText(shapeOf(item, choices, today), item.answer),
      })),
  }));
  const kept = told.typed?.id?.[0] ?? "";
  return show(
    c,
    <ReturnPage
      frame={frame}
      round={roundView(round, c.var.now)}
      responseId={response.id}
      sections={shown.filter(({ questions }) => questions.length > 0)}
      seen={stampOf(response)}
      id={isId(kept) ? kept : newId()}
      {...told}
    />,
    status,
  );
}

returnRoutes.get(paths.questionnaireReturn(YEAR), async (c) => {
  const read = await readReturn(c);
  const decision = mayReturn(read.viewer, read.round, read.response, read.today);
  return decision.may ? showForm(c, read) : refuse(c, read, decision);
});

returnRoutes.post(paths.questionnaireReturn(YEAR), async (c) => {
  const typed = await readForm(c);
  const read = await readReturn(c);
  const { viewer, round, response } = read;
  const decision = mayReturn(viewer, round, response, read.today);
  if (wasMade(read, typed)) return c.redirect(returnedTo(round?.year ?? ""), 303);
  if (!decision.may) return refuse(c, read, decision, typed);
  if (!viewer?.member || !round || !response) return refuse(c, read, { because: "missing" });
  const reasons = reasonsIn(read, typed);
  const errors = faultsIn(reasons, read.items[0]?.concept ?? "");
  if (hasErrors(errors)) return showForm(c, read, { typed, errors }, 422);
  const form = parseForm(returnContract, typed);
  if (!form.ok) return refuse(c, read, { because: "stale", what: CHANGED });
  return sendBack(c, read, { ...read, viewer, round, response, reasons }, form.value.gezien, typed);
});

const returnedTo = (year: number | string): string => `${paths.questionnaire(year)}?melding=teruggestuurd`;

/** Whether this very form was sent before: what it makes carries its id. */
function wasMade({ returned }: ReturnRead, typed: Typed): boolean {
  const id = typed.id?.[0] ?? "";
  return isId(id) && returned.some((row) => row.id.startsWith(id));
}

/** The questions with a reason: those go back. */
const reasonsIn = ({ items }: ReturnRead, typed: Typed): Reasons =>
  items.flatMap(({ id: itemId, concept }) => {
    const reason = typed[reasonField(concept)]?.[0]?.trim() ?? "";
    return reason ? [{ id: `${typed.id?.[0] ?? ""}-${concept}`, itemId, concept, reason }] : [];
  });

type Reasons = readonly { id: string; itemId: string; concept: string; reason: string }[];

function faultsIn(reasons: Reasons, firstConcept: string): Record<string, string> {
  if (reasons.length === 0) return { [reasonField(firstConcept)]: NO_REASON };
  const long = reasons.filter(({ reason }) => isTooLong(reason));
  return Object.fromEntries(long.map(({ concept }) => [reasonField(concept), TOO_LONG]));
}

type Returning = ReturnRead & {
  viewer: NonNullable<ReturnRead["viewer"]>;
  round: NonNullable<ReturnRead["round"]>;
  response: NonNullable<ReturnRead["response"]>;
  reasons: Reasons;
};

async function sendBack(c: Context<Env>, read: ReturnRead, opened: Returning, gezien: string, typed: Typed) {
  const { viewer, round, response, reasons } = opened;
  const { db, now } = c.var;
  const [readyAt = 0, stamp = 0] = gezien.split("-").map(Number);
  const memberId = viewer.member?.memberId ?? "";
  const transition = { responseId: response.id, memberId, personId: viewer.personId, now };
  const happened = returns.wasSentBack(transition);
  const [back] = await write(c, [
    returns.sendBack(db, transition, { readyAt, stamp }),
    returns.keepReasons(db, transition, reasons),
    returns.unmarkReturned(db, transition),
    recordTransition(db, transition, "response_returned", response.id, happened),
    ...(await returnedMails(c, opened, transition, happened)),
  ]);
  if (back.length === 0) return showForm(c, read, { typed, stale: CHANGED }, 409);
  return c.redirect(returnedTo(round.year), 303);
}

async function readReturned(c: Context<Env>) {
  const year = Number(c.req.param("year"));
  const page = await readPage(c, (db, scope) => [
    queries.roundOfYear(db, scope, year),
    queries.currentResponse(db, scope, year),
    returns.returnsOf(db, scope, year),
    assignmentsOf(db, scope, year),
  ]);
  const [[round], [response = null], rows, assignments] = page.rows;
  const place = { round, response, isAssigned: holdsSection(assignments) };
  return { ...page, ...place, returned: returnedViews(rows), today: dayInAmsterdam(c.var.now) };
}

function showReturned(
  c: Context<Env>,
  read: ReturnedRead,
  told: { at?: string; typed?: string | undefined; error?: string | undefined } = {},
) {
  const { viewer, frame, round, response, returned, today } = read;
  const decision = mayReadAnswers(viewer, round, read.isAssigned);
  if (!decision.may || !round || !response)
    return refuse(c, read, decision.may ? { because: "missing" } : decision);
  const mayAnswer = mayAnswerReturn(viewer, round, response, today, { outcome: "open" }).may;
  const props = { frame, round: roundView(round, c.var.now), responseId: response.id, returned, mayAnswer };
  const notice = noticeOf(c.req.query("melding"));
  return show(c, <ReturnedPage {...props} {...told} notice={notice} />, told.error ? 422 : 200);
}

returnRoutes.get(paths.questionnaireReturned(YEAR), async (c) => showReturned(c, await readReturned(c)));

returnRoutes.post(paths.questionnaireReturnedOne(YEAR, ":id"), async (c) => {
  const typed = await readForm(c);
  const read = await readReturned(c);
  const { viewer, round, response, returned, today } = read;
  const id = c.req.param("id") ?? "";
  const one = returned.find((row) => row.id === id);
  const said = typed[remarkField(id)]?.[0]?.trim() ?? "";
  if (viewer?.member && one?.outcome === "remarked" && one.remark === said)
    return c.redirect(remarkedAt(read), 303);
  const decision = mayAnswerReturn(viewer, round, response, today, one);
  if (!decision.may) return refuse(c, read, decision, typed);
  const form = parseForm(remarkContract, { ...typed, opmerking: [said] });
  return form.ok
    ? remark(c, read, id, form.value.opmerking, typed)
    : showReturned(c, read, { at: id, typed: said, error: form.errors.opmerking });
});

type ReturnedRead = Awaited<ReturnType<typeof readReturned>>;

const remarkedAt = ({ round }: ReturnedRead): string =>
  `${paths.questionnaireReturned(round?.year ?? "")}?melding=reactie`;

/** Keeps why an answer stays as it is. */
async function remark(c: Context<Env>, read: ReturnedRead, id: string, words: string, typed: Typed) {
  const { viewer, response } = read;
  if (!viewer?.member || !response) return refuse(c, read, { because: "missing" });
  const { db, now } = c.var;
  const { memberId } = viewer.member;
  const transition = { responseId: response.id, memberId, personId: viewer.personId, now };
  const [kept] = await write(c, [
    returns.answerReturn(db, transition, id, words),
    recordTransition(db, transition, "return_answered", id, returns.wasAnswered(id, transition)),
  ]);
  return kept.length > 0
    ? c.redirect(remarkedAt(read), 303)
    : refuse(c, read, { because: "stale", what: "Hier is net al iets mee gedaan." }, typed);
}
