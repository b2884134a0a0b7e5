import { sql } from "drizzle-orm";
import { type Context, Hono } from "hono";
import type { Statement } from "../../db/client.ts";
import { paths } from "../../web/paths.ts";
import { reopeningContract, signatureContract } from "../../web/questionnaires/contract.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { type Decision, fault, refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { readPage, write } from "../http/page.ts";
import type { Viewer } from "../http/session.ts";
import { profileFromSigned } from "../members/signed-answers.ts";
import { readyMails, type SignedAnswers, signedMails } from "./mails.ts";
import { YEAR } from "./overview-routes.tsx";
import { mayMakeReady, mayReopen, mayResume, maySign } from "./policy.ts";
import * as queries from "./queries.ts";
import type { ResponseRow, RoundRow } from "./round-view.ts";
import { routingOf } from "./routing-progress.ts";
import { setAside } from "./routing-queries.ts";
import { allChoices, itemsWithAnswers, previousVersion } from "./section-queries.ts";
import { askForSignature } from "./signature-queries.ts";
import * as transitions from "./transition-queries.ts";

const CHANGED = "Er is nog iets gewijzigd. Lees de antwoorden opnieuw. Er is niets ingediend of veranderd.";

export const transitionRoutes = new Hono<Env>();

/** What a transition works with once its policy allows it. */
export interface Opened {
  viewer: Viewer;
  memberName: string;
  round: RoundRow;
  response: ResponseRow;
  signatories: { id: string; name: string; email: string }[];
  association: { name: string; contactEmail: string; contactPhone: string };
  transition: transitions.Transition;
  /** ids of the questions that have an answer and are not asked any more */
  leftOver: string[];
  /** what is asked with its answers, and the version before, for the copy */
  answers: SignedAnswers;
}

/** One change of state, as a form of one button posts it. */
interface Move {
  path: string;
  policy: (
    viewer: Viewer | null,
    round: RoundRow | undefined,
    response: ResponseRow | null,
    today: string,
  ) => Decision;
  /** id of the response that is in `reached` once the form has been handled, also by an earlier submit */
  outcomeId: (typed: Typed) => string;
  reached: ResponseRow["state"];
  /** where to go on */
  next: (year: number) => string;
  /** the statements, a writing one first; null when the form does not say what was seen */
  statements: (c: Context<Env>, opened: Opened, typed: Typed) => Promise<[Statement, ...Statement[]] | null>;
}

const first = (typed: Typed, name: string): string => typed[name]?.[0] ?? "";

async function readTransition(c: Context<Env>) {
  const year = Number(c.req.param("year"));
  const page = await readPage(c, (db, scope) => [
    queries.roundOfYear(db, scope, year),
    queries.currentResponse(db, scope, year),
    transitions.signatoriesOf(db, scope.memberId),
    itemsWithAnswers(db, scope, year),
    allChoices(db),
    previousVersion(db, scope, year),
  ]);
  const [[round], [response = null], signatories, items, choices, previous] = page.rows;
  return { ...page, year, round, response, signatories, items, choices, previous };
}
type Read = Awaited<ReturnType<typeof readTransition>>;

/** What was read, once there is something to change; null without an organisation, a round or a response. */
function openedOf(read: Read, now: number): Opened | null {
  const { viewer, frame, round, response, signatories, items, choices, previous } = read;
  if (!viewer?.member || !round || !response) return null;
  const { memberId, memberName } = viewer.member;
  const { asks, toSetAside } = routingOf(items);
  return {
    ...{ viewer, memberName, round, response, signatories, association: frame.association },
    transition: { responseId: response.id, memberId, personId: viewer.personId, now },
    leftOver: toSetAside.map(({ id }) => id),
    answers: { asked: items.filter(({ concept }) => asks(concept)), choices, previous },
  };
}

const isReached = (move: Move, typed: Typed, row: { id: string; state: string } | null | undefined) =>
  row?.id === move.outcomeId(typed) && row.state === move.reached;

/** Something changed since the form was drawn: the way on is to read the answers again. */
const readAgain = (c: Context<Env>, read: Read) =>
  fault(c, read, "stale", CHANGED, {
    href: paths.questionnaireCheck(read.year),
    label: "Lees de antwoorden opnieuw",
  });

/** Reads, asks the policy, writes once, and is harmless when the form arrives twice. */
function mount(move: Move): void {
  transitionRoutes.post(move.path, async (c) => {
    const typed = await readForm(c);
    const read = await readTransition(c);
    const { viewer, round, response, year } = read;
    const decision = move.policy(viewer, round, response, dayInAmsterdam(c.var.now));
    const isDone = !decision.may && decision.because === "stale" && isReached(move, typed, response);
    if (isDone) return c.redirect(move.next(year), 303);
    if (!decision.may) return refuse(c, read, decision, typed);
    const opened = openedOf(read, c.var.now);
    if (!opened) return refuse(c, read, { because: "missing" });
    const reached = await carryOut(c, move, opened, typed);
    return reached ? c.redirect(move.next(year), 303) : readAgain(c, read);
  });
}

/** Writes the change; false when the form is about another response, or somebody else was first. */
async function carryOut(c: Context<Env>, move: Move, opened: Opened, typed: Typed): Promise<boolean> {
  if (opened.response.id !== first(typed, "inzending")) return false;
  const statements = await move.statements(c, opened, typed);
  if (!statements) return false;
  const standing = transitions.standAfter(c.var.db, opened.transition, move.outcomeId(typed));
  const rows = (await write(c, [...statements, standing])).at(-1) as { id: string; state: string }[];
  return isReached(move, typed, rows[0]);
}

mount({
  path: paths.questionnaireReady(YEAR),
  policy: mayMakeReady,
  outcomeId: (typed) => first(typed, "inzending"),
  reached: "ready",
  next: (year) => `${paths.questionnaireCheck(year)}?melding=klaar-gemeld`,
  statements: async (c, opened) => {
    const { db } = c.var;
    const { transition } = opened;
    const happened = transitions.becameReady(transition);
    return [
      transitions.makeReady(db, transition),
      transitions.recordTransition(db, transition, "response_made_ready", transition.responseId, happened),
      askForSignature(db, sql`${transition.responseId}`, transition.now, happened),
      ...(await readyMails(c, { ...opened, turn: opened.response.turn }, happened)),
    ];
  },
});

mount({
  path: paths.questionnaireUnready(YEAR),
  policy: mayResume,
  outcomeId: (typed) => first(typed, "inzending"),
  reached: "in_progress",
  next: (year) => `${paths.questionnaire(year)}?melding=hervat`,
  statements: async (c, { transition }) => {
    const { db } = c.var;
    const { responseId } = transition;
    return [
      transitions.resume(db, transition),
      transitions.recordTransition(db, transition, "response_resumed", responseId, transitions.justChanged),
    ];
  },
});

mount({
  path: paths.questionnaireSignature(YEAR),
  policy: maySign,
  outcomeId: (typed) => first(typed, "inzending"),
  reached: "signed",
  next: (year) => paths.questionnaireReceipt(year),
  statements: async (c, opened, typed) => {
    const form = parseForm(signatureContract, typed);
    if (!form.ok) return null;
    const { db } = c.var;
    const { transition } = opened;
    const [readyAt = 0, stamp = 0] = form.value.gezien.split("-").map(Number);
    const seen = { readyAt, stamp };
    const happened = transitions.becameSigned(transition);
    return [
      transitions.supersede(db, transition, seen),
      transitions.sign(db, transition, seen),
      transitions.recordTransition(db, transition, "response_signed", transition.responseId, happened),
      ...setAside(db, transition, opened.leftOver, happened),
      ...profileFromSigned(db, transition, happened),
      ...(await signedMails(c, opened, happened)),
    ];
  },
});

mount({
  path: paths.questionnaireReopening(YEAR),
  policy: mayReopen,
  outcomeId: (typed) => first(typed, "nieuw"),
  reached: "in_progress",
  next: (year) => `${paths.questionnaire(year)}?melding=heropend`,
  statements: async (c, { transition }, typed) => {
    const form = parseForm(reopeningContract, typed);
    if (!form.ok) return null;
    const { db } = c.var;
    const { nieuw } = form.value;
    const happened = transitions.becameReopened(nieuw, transition);
    return [
      transitions.reopen(db, nieuw, transition),
      ...transitions.copyAnswers(db, nieuw, transition),
      transitions.recordTransition(db, transition, "response_reopened", nieuw, happened),
    ];
  },
});
