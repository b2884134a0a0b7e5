import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { withAssistance } from "../../web/questionnaires/assistance-contract.ts";
import {
  BACK_TO_CHECK,
  CONFIRM_ALL,
  GO_ON,
  guardFieldNames,
  ODD_SEEN,
  sectionContract,
  TAKE_OVER,
} from "../../web/questionnaires/contract.ts";
import { hasErrors } from "../../web/ui/field-errors.ts";
import { maySpeakFor } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { autosave, wantsReply } from "./autosave.tsx";
import { unseenOddity } from "./beside.ts";
import { noticeOf, savedAt } from "./notices.ts";
import { mayReadAnswers } from "./policy.ts";
import { type Rerouted, rerouted } from "./routing-progress.ts";
import { type Conflict, storePlan } from "./saving.ts";
import { readSection, type SectionRead, showConflicts, showSection } from "./section-reading.tsx";
import { planSave, type SaveIntent, type SavePlan } from "./section-save.ts";
import { type Opened, savingOf, standingOf } from "./section-saving.ts";
import { saveItems } from "./section-view.ts";
import { askingAfter } from "./signature-asking.ts";
import { typedWords } from "./typed-words.ts";

const SECTION = paths.questionnaireSection(":year{[0-9]{4}}", ":position{[0-9]{1,2}}");
const MISSING = { because: "missing" } as const;
const KEPT = "Wat je typte staat nog hieronder, maar het is niet opgeslagen.";

export const sectionRoutes = new Hono<Env>();

sectionRoutes.get(SECTION, async (c) => {
  const read = await readSection(c);
  const { round, section } = read;
  const reading = mayReadAnswers(read.viewer, round, read.hands.isAssigned);
  const decision = read.hands.helping ? read.decision : reading;
  if (!decision.may) return refuse(c, read, decision);
  if (!round || !section) return refuse(c, read, MISSING);
  return showSection(c, { ...read, round, section }, { notice: noticeOf(c.req.query("melding")) });
});

sectionRoutes.post(SECTION, async (c) => {
  const typed = await readForm(c);
  const read = await readSection(c, typed);
  if (wantsReply(c)) return autosave(c, typed, read);
  const { round, section, decision } = read;
  const held = heldBack(c, read, typed);
  if (held) return held;
  if (!round || !section) return refuse(c, read, MISSING);
  const opened = { ...read, round, section };
  if (!decision.may) return showLocked(c, opened, typed, decision.what ?? "");
  const form = parseForm(sectionContract, typed);
  if (!form.ok) return showSection(c, opened, { typed, errors: form.errors }, 422);
  return planAndSave(c, opened, typed, intentOf(form.value.actie));
});

/** The answer to who may not save here; null when the section's own page can say what stands in the way. */
function heldBack(c: Context<Env>, read: SectionRead, typed: Typed) {
  const { viewer, decision, hands } = read;
  const isLocked = !decision.may && decision.because === "stale";
  // The few hours for the telephone are over: what was typed must not be lost with them.
  if (isLocked && hands.helping) return null;
  const speaking = decision.may || isLocked ? maySpeakFor(viewer, typed.namens?.[0] ?? "") : decision;
  return speaking.may ? null : refuse(c, read, speaking, typed, typedWords(read, typed));
}

function planAndSave(c: Context<Env>, opened: Opened, typed: Typed, intent: SaveIntent) {
  const items = saveItems(opened.rows, typed, opened.seen, opened.today);
  const plan = planSave(items, typed, intent, (changes, concept) =>
    opened.routing.after(changes).asks(concept),
  );
  return hasErrors(plan.errors) ? showInvalid(c, opened, typed, plan) : save(c, opened, typed, plan, intent);
}

function intentOf(action: string): SaveIntent {
  if (action.startsWith(TAKE_OVER)) return { kind: "take_over", concept: action.slice(TAKE_OVER.length) };
  if (action === CONFIRM_ALL) return { kind: "confirm" };
  return { kind: action === GO_ON ? "go_on" : "keep" };
}

const goesOn = ({ kind }: SaveIntent): boolean => kind === "confirm" || kind === "go_on";

async function save(c: Context<Env>, opened: Opened, typed: Typed, plan: SavePlan, intent: SaveIntent) {
  const { viewer, round, section } = opened;
  if (!viewer?.member) return refuse(c, opened, MISSING);
  const moved = rerouted(
    opened.routing,
    opened.routing.after(plan.changes),
    section.id,
    (concept) => typed[guardFieldNames(concept).revision] !== undefined,
  );
  const isDone = typed.klaar !== undefined || (goesOn(intent) && plan.isComplete);
  // A section in which questions just came is not done, whatever its box said before they did.
  const done = isDone && moved.added === 0;
  const { now } = c.var;
  const saving = savingOf(c, opened, { ...viewer, member: viewer.member }, typed);
  const mark = done === section.isComplete ? null : done;
  const subject = `${round.year}/${section.id}`;
  const asking = await askingAfter(c, opened, saving, mark, moved);
  const outcome = await storePlan(
    c,
    saving,
    plan,
    mark,
    standingOf(opened),
    subject,
    moved.elsewhere,
    asking,
  );
  if (outcome.kind === "locked")
    return showLocked(c, opened, typed, "Een collega meldde de vragenlijst net klaar of diende haar in.");
  if (outcome.kind === "conflicts") return showConflicts(c, opened, outcome.conflicts, { typed });
  const isNew = plan.changes.length + plan.outcomes.length > 0 || mark !== null;
  const odd = unseenOddity(opened.rows, plan.changes, typed[ODD_SEEN]?.[0] ?? "");
  const next = nextAddress(opened, typed, intent, isNew ? now : section.lastSavedAt, moved, odd);
  return c.redirect(withAssistance(next, round.year, opened.hands.assistance?.id), 303);
}

/** Where a save leads to, with the moment at which the answers were stored. */
function nextAddress(
  { round, section, all }: Opened,
  typed: Typed,
  intent: SaveIntent,
  at: number | null,
  moved: Rerouted,
  odd: string | undefined,
) {
  const word = at === null ? "ongewijzigd" : savedAt(at, moved);
  const fromCheck = typed.terug?.[0] === BACK_TO_CHECK;
  const here = paths.questionnaireSection(round.year, section.position);
  if (intent.kind === "take_over" || moved.added > 0) {
    const place = intent.kind === "take_over" ? `#veld-${intent.concept}` : "";
    return `${here}?melding=${word}${fromCheck ? `&terug=${BACK_TO_CHECK}` : ""}${place}`;
  }
  if (fromCheck) return `${paths.questionnaireCheck(round.year)}?melding=${word}`;
  if (odd && goesOn(intent)) return `${here}?melding=${word}#veld-${odd}`;
  const next = all.find(({ id, position }) => position > section.position && moved.asksSection(id));
  return goesOn(intent) && next
    ? `${paths.questionnaireSection(round.year, next.position)}?melding=${word}`
    : `${paths.questionnaire(round.year)}?melding=${word}`;
}

const showLocked = (c: Context<Env>, opened: Opened, typed: Typed, why: string) =>
  showSection(c, opened, { typed, mayEdit: true, notice: { kind: "warning", text: `${why} ${KEPT}` } }, 409);

/** Something is missing: on the page of the choice when that was the form, else on the section's own page. */
function showInvalid(c: Context<Env>, opened: Opened, typed: Typed, plan: SavePlan) {
  const standing = standingOf(opened);
  const open = plan.asked.flatMap((mine): Conflict[] => {
    const theirs = standing.get(mine.itemId);
    return theirs ? [{ mine, theirs }] : [];
  });
  const { errors } = plan;
  if (open.length > 0) return showConflicts(c, opened, open, { typed, errors }, 422);
  return showSection(c, opened, { typed, errors }, 422);
}
