import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { NotesPage, type NotesPageProps } from "../../web/questionnaires/notes-page.tsx";
import { QueryPage, type QueryPageProps } from "../../web/questionnaires/question-query.tsx";
import { noteContract, queryContract } from "../../web/questionnaires/talk-contract.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { maySpeakFor } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { type Decision, refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { type Page, show, write } from "../http/page.ts";
import { addNote, finishNote } from "./note-queries.ts";
import { mayAskQuery, mayReadTalk, mayWriteNote, type TalkPlace } from "./talk-policy.ts";
import { CONCEPT, readNotes, readUnclear, TALK_YEAR } from "./talk-reading.ts";
import { addQuery } from "./unclear-queries.ts";

const MISSING = { because: "missing" } as const;
const TOO_MANY = "Er wachten al vijf vragen van jullie bij deze vraag. Wacht op de uitleg.";
const NOTICES: Record<string, string | undefined> = {
  notitie: "De notitie staat erbij.",
  klaar: "De notitie is klaar.",
  gevraagd: "Je vraag is bij de leergroep. Je krijgt een mail zodra er uitleg is.",
};

/** What is said about a question: notes to colleagues, and questions to the learning group. */
export const talkRoutes = new Hono<Env>();

type Extra = Partial<Pick<NotesPageProps, "typed" | "errors" | "notice">>;
type Status = 200 | 409 | 422;

const noticeOf = (c: Context<Env>, status: Status) => {
  const text = status === 200 ? NOTICES[c.req.query("melding") ?? ""] : undefined;
  return text ? ({ kind: "ok", text } as const) : undefined;
};
const wish = (typed: Typed | undefined): string => {
  const id = typed?.id?.[0] ?? "";
  return isId(id) ? id : newId();
};
const lockOf = (decision: Decision): string | null => (decision.may ? null : (decision.what ?? ""));

function showNotes(
  c: Context<Env>,
  read: Awaited<ReturnType<typeof readNotes>>,
  extra: Extra = {},
  status: Status = 200,
) {
  const { viewer, frame, round, question, notes, place } = read;
  const reading = mayReadTalk(viewer, place);
  if (!reading.may) return refuse(c, read, reading, extra.typed);
  if (!round || !question) return refuse(c, read, MISSING);
  const props: NotesPageProps = {
    frame,
    year: round.year,
    question,
    notes,
    locked: lockOf(mayWriteNote(viewer, place, notes.length)),
    formId: wish(extra.typed),
    notice: noticeOf(c, status),
  };
  return show(c, <NotesPage {...props} {...extra} />, status);
}

function showUnclear(
  c: Context<Env>,
  read: Awaited<ReturnType<typeof readUnclear>>,
  extra: Extra = {},
  status: Status = 200,
) {
  const { viewer, frame, round, question, own, explanations, place } = read;
  const reading = mayReadTalk(viewer, place);
  if (!reading.may) return refuse(c, read, reading, extra.typed);
  if (!round || !question) return refuse(c, read, MISSING);
  const props: QueryPageProps = {
    frame,
    year: round.year,
    question,
    own,
    explanations,
    locked: lockOf(mayAskQuery(viewer, place, dayInAmsterdam(c.var.now))),
    formId: wish(extra.typed),
    notice: noticeOf(c, status),
  };
  return show(c, <QueryPage {...props} {...extra} />, status);
}

/** The answer when something stands in the way of writing; null when nothing does. */
function heldBack(
  c: Context<Env>,
  read: Page & { place: TalkPlace },
  decision: Decision,
  typed: Typed,
  stale: (what: string) => Response | Promise<Response>,
) {
  const speaking = maySpeakFor(read.viewer, typed.namens?.[0] ?? "");
  if (!speaking.may) return refuse(c, read, speaking, typed);
  if (!decision.may && decision.because === "stale") return stale(decision.what ?? "");
  return decision.may ? null : refuse(c, read, decision, typed);
}

const NOTES = paths.questionNotes(TALK_YEAR, CONCEPT);
const UNCLEAR = paths.questionQuery(TALK_YEAR, CONCEPT);

talkRoutes.get(NOTES, async (c) => showNotes(c, await readNotes(c)));
talkRoutes.get(UNCLEAR, async (c) => showUnclear(c, await readUnclear(c)));

talkRoutes.post(NOTES, async (c) => {
  const typed = await readForm(c);
  const read = await readNotes(c);
  const { viewer, round, question, notes, place } = read;
  const stale = (text: string) => showNotes(c, read, { typed, notice: { kind: "warning", text } }, 409);
  // A second click on the last note that fits finds its own note there.
  const isThere = notes.some(({ id, isMine }) => isMine && id === typed.id?.[0]);
  const held = heldBack(c, read, mayWriteNote(viewer, place, isThere ? 0 : notes.length), typed, stale);
  if (held) return held;
  const form = parseForm(noteContract, typed);
  if (!form.ok) return showNotes(c, read, { typed, errors: form.errors }, 422);
  if (!viewer?.member || !round || !question) return refuse(c, read, MISSING);
  const note = { ...made(viewer.personId, viewer.member, round, question), id: wish(typed) };
  const [, found] = await write(c, addNote(c.var.db, { ...note, text: form.value.tekst }, c.var.now));
  if (found.length === 0) return stale("Er staan al te veel notities bij deze vraag.");
  return c.redirect(`${paths.questionNotes(round.year, question.concept)}?melding=notitie`, 303);
});

talkRoutes.post(paths.questionNoteDone(TALK_YEAR, CONCEPT, ":id"), async (c) => {
  const typed = await readForm(c);
  const read = await readNotes(c);
  const { viewer, round, question, place } = read;
  const stale = (text: string) => showNotes(c, read, { notice: { kind: "warning", text } }, 409);
  const held = heldBack(c, read, mayWriteNote(viewer, place, 0), typed, stale);
  if (held) return held;
  if (!viewer?.member || !round || !question) return refuse(c, read, MISSING);
  const { db, now } = c.var;
  const id = c.req.param("id") ?? "";
  const [, found] = await write(c, finishNote(db, id, viewer.member.memberId, viewer.personId, now));
  if (found.length === 0) return refuse(c, read, MISSING);
  return c.redirect(`${paths.questionNotes(round.year, question.concept)}?melding=klaar`, 303);
});

talkRoutes.post(UNCLEAR, async (c) => {
  const typed = await readForm(c);
  const read = await readUnclear(c);
  const { viewer, round, question, place } = read;
  const stale = (text: string) => showUnclear(c, read, { typed, notice: { kind: "warning", text } }, 409);
  const held = heldBack(c, read, mayAskQuery(viewer, place, dayInAmsterdam(c.var.now)), typed, stale);
  if (held) return held;
  const form = parseForm(queryContract, typed);
  if (!form.ok) return showUnclear(c, read, { typed, errors: form.errors }, 422);
  if (!viewer?.member || !round || !question) return refuse(c, read, MISSING);
  const query = { ...made(viewer.personId, viewer.member, round, question), id: wish(typed) };
  const [, found] = await write(c, addQuery(c.var.db, { ...query, text: form.value.tekst }, c.var.now));
  if (found.length === 0) return stale(TOO_MANY);
  return c.redirect(`${paths.questionQuery(round.year, question.concept)}?melding=gevraagd`, 303);
});

const made = (
  personId: string,
  { memberId }: { memberId: string },
  round: { id: string },
  question: { id: string },
) => ({ roundId: round.id, itemId: question.id, memberId, personId });
