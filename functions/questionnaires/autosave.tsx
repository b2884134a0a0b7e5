import type { Context } from "hono";
import { renderToString } from "preact-render-to-string";
import { fieldsOfAnswer } from "../../web/members/answer-fields.tsx";
import { paths } from "../../web/paths.ts";
import { AutosaveChoice } from "../../web/questionnaires/autosave-choice.tsx";
import type { Entries } from "../../web/questionnaires/autosave-outbox.ts";
import type {
  ChoiceReply,
  ErrorsReply,
  MessageReply,
  SavedReply,
} from "../../web/questionnaires/autosave-reply.ts";
import { autosaveContract, guardFieldNames } from "../../web/questionnaires/contract.ts";
import { formatTime } from "../../web/ui/dutch.ts";
import { hasErrors } from "../../web/ui/field-errors.ts";
import { maySpeakFor } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import type { Refusal } from "../http/faults.tsx";
import { parseForm, type Typed } from "../http/form.ts";
import { maySaveFor } from "./autosave-policy.ts";
import { ownRevisionsSince } from "./autosave-queries.ts";
import { rerouted } from "./routing-progress.ts";
import { type Conflict, storePlan } from "./saving.ts";
import { conflictView, type SectionRead } from "./section-reading.tsx";
import { type KeptAnswer, planSave, readMine, type SaveItem, sameAnswer } from "./section-save.ts";
import { type Opened, savingOf, standingOf } from "./section-saving.ts";
import { saveItems, shapeOf } from "./section-view.ts";

const STATUS = { anonymous: 401, forbidden: 403, missing: 404, stale: 409 } as const;
/** Who fills in a section gets one line in the log a quarter of an hour; the history has every answer anyway. */
const LOGGED_ONCE_IN_MS = 15 * 60_000;
const LOCKED = {
  because: "stale",
  what: "Een collega meldde de vragenlijst net klaar of diende haar in.",
} as const;
const GONE = { because: "missing", what: "Deze vraag is er niet meer. Laad de pagina opnieuw." } as const;

/** Whether the page asks for an answer to its script, and not for a page. */
export const wantsReply = (c: Context<Env>): boolean =>
  c.req.header("accept")?.startsWith("application/json") ?? false;

/**
 * Saves one question by itself: the same rules, plan and statements as a whole section, answered as JSON. The
 * mark of a done section stays as it was.
 */
export async function autosave(c: Context<Env>, typed: Typed, read: SectionRead): Promise<Response> {
  const { viewer, round, section, decision } = read;
  if (!viewer) return explain(c, { because: "anonymous" });
  const form = parseForm(autosaveContract, typed);
  if (!form.ok) return explain(c, GONE, true);
  const self = maySaveFor(viewer, form.value.wie);
  if (!self.may) return explain(c, self);
  const speaking = maySpeakFor(viewer, form.value.namens);
  if (!speaking.may) return explain(c, speaking);
  if (!decision.may) return explain(c, decision, true);
  const [item, ...more] = saveItems(read.rows, typed, read.seen, read.today).filter(
    ({ concept }) => typed[guardFieldNames(concept).revision] !== undefined,
  );
  if (!round || !section || !viewer.member || !item || more.length > 0) return explain(c, GONE, true);
  return saveItem(c, { ...read, round, section, viewer: { ...viewer, member: viewer.member } }, item, typed);
}

type Working = Opened & { viewer: { personId: string; member: { memberId: string } } };

async function saveItem(c: Context<Env>, opened: Working, item: SaveItem, typed: Typed) {
  const plan = planSave([item], typed, { kind: "keep" });
  if (hasErrors(plan.errors)) return c.json({ errors: plan.errors } satisfies ErrorsReply, 422);
  const saving = { ...savingOf(c, opened, opened.viewer, typed), quietMs: LOGGED_ONCE_IN_MS };
  const standing = standingOf(opened);
  const [conflict] = plan.conflicts;
  const stored = conflict && typed.opnieuw?.[0] === "ja" ? await storedBefore(c, saving, conflict) : null;
  if (stored !== null)
    return reply(c, opened, item, typed, {
      current: standing.get(item.id) ?? null,
      known: stored,
      isRerouted: false,
    });
  const moved = rerouted(opened.routing, opened.routing.after(plan.changes), opened.section.id);
  const reopened = [...moved.elsewhere, ...(moved.added > 0 ? [opened.section.id] : [])];
  const subject = `${opened.round.year}/${opened.section.id}`;
  const outcome = await storePlan(c, saving, plan, null, standing, subject, reopened);
  if (outcome.kind === "locked") return explain(c, LOCKED, true);
  if (outcome.kind === "conflicts") return offerChoice(c, opened, outcome.conflicts);
  const current = outcome.stored?.find(({ itemId }) => itemId === item.id) ?? standing.get(item.id) ?? null;
  const known = Number(typed[guardFieldNames(item.concept).revision]?.[0]) || 0;
  return reply(c, opened, item, typed, { current, known, isRerouted: moved.added + moved.left > 0 });
}

/**
 * The revision at which something was stored that comes again because no answer came the first time; null when it
 * never was. A colleague may have changed it since, having seen it: then there is nothing to choose.
 */
async function storedBefore(
  c: Context<Env>,
  { responseId, personId }: { responseId: string; personId: string },
  mine: KeptAnswer & { itemId: string; seenRevision: number },
): Promise<number | null> {
  const { itemId, seenRevision: seen } = mine;
  const since = await ownRevisionsSince(c.var.db, { responseId, itemId, personId, seen });
  return since.find((each) => sameAnswer(each, mine))?.revision ?? null;
}

interface Outcome {
  current: (KeptAnswer & { revision: number; savedAt: number }) | null;
  /** the revision that the person knows */
  known: number;
  isRerouted: boolean;
}

function reply(
  c: Context<Env>,
  opened: Opened,
  item: SaveItem,
  typed: Typed,
  { current, known, isRerouted }: Outcome,
) {
  const mine = readMine(item, typed);
  const isMine = !current || (mine && "change" in mine && sameAnswer(mine.change, current));
  return c.json({
    revision: isMine ? (current?.revision ?? 0) : known,
    said: `Opgeslagen om ${formatTime(current?.savedAt ?? c.var.now)}`,
    later: isMine ? undefined : { revision: current.revision, fields: fieldsNow(opened, item, current) },
    rerouted: isRerouted || undefined,
  } satisfies SavedReply);
}

/** The fields as a page would be filled in with them now. */
function fieldsNow(opened: Opened, { id, concept }: SaveItem, current: KeptAnswer): Entries {
  const row = opened.rows.items.find((each) => each.id === id);
  if (!row) return [];
  const shape = shapeOf(
    { ...row, answer: row.answer && { ...row.answer, ...current } },
    opened.rows.choices,
    opened.today,
  );
  const { consent } = current;
  const fields = {
    ...fieldsOfAnswer(shape, current),
    ...(consent ? { [guardFieldNames(concept).consent]: [consent] } : {}),
  };
  return Object.entries(fields).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
}

function offerChoice(c: Context<Env>, opened: Opened, conflicts: readonly Conflict[]) {
  const [conflict] = conflicts.flatMap((each) => conflictView(opened, each));
  if (!conflict) return explain(c, LOCKED, true);
  const choice = renderToString(<AutosaveChoice conflict={conflict} />);
  return c.json({ choice, revision: conflict.theirs.revision } satisfies ChoiceReply, 409);
}

/**
 * Why nothing was stored, in a sentence; what was typed stays on the device.
 *
 * @param isOver whether it does not pass when the right person signs in or chooses the organisation again
 */
function explain(
  c: Context<Env>,
  { because, what }: { because: Refusal; what?: string },
  isOver = false,
): Response {
  const signIn = `${paths.signIn()}?terug=${encodeURIComponent(c.req.path)}`;
  const said: MessageReply =
    because === "anonymous"
      ? { message: "Je bent uitgelogd.", link: { href: signIn, label: "Log opnieuw in" } }
      : { message: what ?? "Dit antwoord kan nu niet worden opgeslagen.", isOver };
  return c.json(said, STATUS[because]);
}
