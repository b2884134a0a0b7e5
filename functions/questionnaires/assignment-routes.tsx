import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import {
  type AssignmentForm,
  assignmentContract,
  assignmentKeyContract,
  personErrors,
} from "../../web/questionnaires/assignment-contract.ts";
import { hasErrors } from "../../web/ui/field-errors.ts";
import { maySpeakFor } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { type Decision, refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { readAssignment, showAssignment, showStale } from "./assignment-reading.tsx";
import { giveAway, HANDED_BACK, type Handing, remind, takeBack } from "./assignment-writing.ts";

const YEAR = ":year{[0-9]{4}}";
const POSITION = ":position{[0-9]{1,2}}";
const CHANGED = "Een collega was je voor. Kijk wie deze sectie nu heeft. Er is niets veranderd.";
const TOO_EARLY = "Kies vandaag of een dag daarna.";

/** Sections of the questionnaire go to colleagues, and come back. */
export const assignmentRoutes = new Hono<Env>();

assignmentRoutes.get(paths.sectionAssignment(YEAR, POSITION), async (c) =>
  showAssignment(c, await readAssignment(c)),
);

assignmentRoutes.post(paths.sectionAssignment(YEAR, POSITION), async (c) => {
  const typed = await readForm(c);
  const read = await readAssignment(c, typed.email?.[0]);
  const held = holdBack(c, read, read.may.assign, typed);
  if (held) return held;
  const form = parseForm(assignmentContract, typed);
  if (!form.ok) return showAssignment(c, read, { typed, errors: form.errors }, 422);
  const errors = errorsIn(form.value, read.today);
  if (hasErrors(errors)) return showAssignment(c, read, { typed, errors }, 422);
  return toPage(c, read, await giveAway(c, read, form.value), typed);
});

assignmentRoutes.post(paths.sectionUnassignment(YEAR, POSITION), (c) => handleKey(c, "unassign", takeBack));
assignmentRoutes.post(paths.sectionReminder(YEAR, POSITION), (c) => handleKey(c, "remind", remind));

type Read = Awaited<ReturnType<typeof readAssignment>>;

/** A form of one button about who has the section now. */
async function handleKey(c: Context<Env>, what: "unassign" | "remind", handle: Handing) {
  const typed = await readForm(c);
  const read = await readAssignment(c);
  const held = holdBack(c, read, read.may[what], typed);
  if (held) return held;
  const form = parseForm(assignmentKeyContract, typed);
  return form.ok ? toPage(c, read, await handle(c, read, form.value), typed) : showStale(c, read, CHANGED);
}

/** The answer when the decision says no; null when it says yes. */
function holdBack(c: Context<Env>, read: Read, decision: Decision, typed: Typed) {
  const speaking = maySpeakFor(read.viewer, typed.namens?.[0] ?? "");
  if (!speaking.may) return refuse(c, read, speaking, typed);
  if (!decision.may && decision.because === "stale" && read.may.read.may)
    return showStale(c, read, decision.what ?? "", typed);
  if (!decision.may) return refuse(c, read, decision, typed);
  return read.section ? null : refuse(c, read, { because: "missing" });
}

function errorsIn(form: AssignmentForm, today: string): Record<string, string> {
  return { ...personErrors(form), ...(form.voor && form.voor < today ? { voor: TOO_EARLY } : {}) };
}

function toPage(c: Context<Env>, read: Read, word: string | null, typed: Typed) {
  const { round, section } = read;
  if (word === null || !round || !section) return showStale(c, read, CHANGED, typed);
  const here = paths.sectionAssignment(round.year, section.position);
  return c.redirect(word === HANDED_BACK ? paths.home() : `${here}?melding=${word}`, 303);
}
