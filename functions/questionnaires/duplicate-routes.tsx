import type { SQL } from "drizzle-orm";
import { type Context, Hono } from "hono";
import type * as z from "zod";
import type { Statements } from "../../db/client.ts";
import { paths } from "../../web/paths.ts";
import { answerText } from "../../web/questionnaires/answer-text.tsx";
import {
  CHOOSE,
  duplicateContract,
  KEEP,
  LEFT,
  MERGE,
  RIGHT,
  sideField,
} from "../../web/questionnaires/duplicate-contract.ts";
import { DuplicatePage } from "../../web/questionnaires/duplicate-pages.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { hasErrors } from "../../web/ui/field-errors.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { mayCompare, mayKeep, mayMerge, type Pair, pairOf } from "./duplicate-policy.ts";
import { answersOfBoth, liveResponses } from "./duplicate-queries.ts";
import { dropSide, type Merging, mergeSides } from "./duplicate-writes.ts";
import { noticeOf } from "./notices.ts";
import { YEAR } from "./overview-routes.tsx";
import * as queries from "./queries.ts";
import { allChoices, itemsWithAnswers } from "./section-queries.ts";
import { sameAnswer } from "./section-save.ts";
import { shapeOf } from "./section-view.ts";
import {
  becameReopened,
  justChanged,
  recordTransition,
  type Transition,
  wasRecorded,
} from "./transition-queries.ts";
import { itemsOf } from "./version-view.ts";

/** Two responses of one's own organisation: side by side, and made one. */
export const duplicateRoutes = new Hono<Env>();

const CHANGED = "Er is intussen iets veranderd. Lees beide inzendingen opnieuw. Er is niets opgeslagen.";

async function readDuplicate(c: Context<Env>) {
  const year = Number(c.req.param("year"));
  const page = await readPage(c, (db, scope) => [
    queries.roundOfYear(db, scope, year),
    liveResponses(db, scope.memberId, year),
    itemsWithAnswers(db, scope, year),
    allChoices(db),
    answersOfBoth(db, scope.memberId, year),
  ]);
  const [[round], live, items, choices, answers] = page.rows;
  const today = dayInAmsterdam(c.var.now);
  return { ...page, year, round, live, pair: pairOf(live), items, choices, answers, today };
}
type DuplicateRead = Awaited<ReturnType<typeof readDuplicate>>;
type DuplicateForm = z.output<typeof duplicateContract>;

/** Every question that either answered, with both answers and whether they say the same. */
function comparedOf({ items, answers, choices, today }: DuplicateRead, pair: Pair) {
  const right = itemsOf(items, answers, pair.right.id);
  return itemsOf(items, answers, pair.left.id).flatMap((item, at) => {
    const other = right[at] ?? item;
    if (!item.answer && !other.answer) return [];
    const nothing = { state: "cleared", value: null, explanation: "", consent: null } as const;
    return [
      {
        concept: item.concept,
        question: `${item.stem} ${item.wording}`.trim(),
        shortName: item.shortName,
        left: answerText(shapeOf(item, choices, today), item.answer),
        right: answerText(shapeOf(other, choices, today), other.answer),
        isEqual: sameAnswer(item.answer ?? nothing, other.answer ?? nothing),
      },
    ];
  });
}

function showDuplicate(
  c: Context<Env>,
  read: DuplicateRead,
  told: { typed?: Typed; errors?: Record<string, string>; stale?: string | undefined } = {},
) {
  const { viewer, frame, year, round, live, pair, today } = read;
  const decision = mayCompare(viewer, round);
  if (!decision.may) return refuse(c, read, decision);
  const [left, right] = [pair?.left.id, pair?.right.id].map((id) => live.find((row) => row.id === id));
  if (!pair || !left || !right) return c.redirect(paths.questionnaire(year), 303);
  const kept = told.typed?.nieuw?.[0] ?? "";
  const props = {
    ...{ frame, year, left, right, newId: isId(kept) ? kept : newId() },
    questions: comparedOf(read, pair),
    isMerging: live.some(({ mergesId }) => mergesId !== null),
    may: {
      merge: mayMerge(viewer, round, pair, today).may,
      keepLeft: mayKeep(viewer, round, pair, today, "left").may,
      keepRight: mayKeep(viewer, round, pair, today, "right").may,
    },
    notice: noticeOf(c.req.query("melding")),
  };
  return show(c, <DuplicatePage {...props} {...told} />, told.errors ? 422 : told.stale ? 409 : 200);
}

duplicateRoutes.get(paths.questionnaireDuplicate(YEAR), async (c) =>
  showDuplicate(c, await readDuplicate(c)),
);

duplicateRoutes.post(paths.questionnaireDuplicate(YEAR), async (c) => {
  const typed = await readForm(c);
  const read = await readDuplicate(c);
  const form = parseForm(duplicateContract, typed);
  const reading = mayCompare(read.viewer, read.round);
  if (!reading.may) return refuse(c, read, reading, typed);
  if (!form.ok) return showDuplicate(c, read, { typed, errors: form.errors });
  // The second click finds the version that the first one made.
  if (read.live.some(({ id }) => id === form.value.nieuw)) return c.redirect(mergedAt(read.year), 303);
  const { decision, choice } = choiceIn(read, form.value);
  if (!decision.may && decision.because === "stale" && read.pair)
    return showDuplicate(c, read, { typed, stale: decision.what });
  if (!decision.may) return refuse(c, read, decision, typed);
  return solve(c, read, form.value, choice, typed);
});

const mergedAt = (year: number): string => `${paths.questionnaireCheck(year)}?melding=samengevoegd`;

/** What the button asks, and whether that may be done: per question, or one side whole. */
function choiceIn({ viewer, round, pair, today }: DuplicateRead, { actie }: DuplicateForm) {
  const kept = actie === KEEP.left ? "left" : "right";
  return actie === MERGE
    ? { choice: null, decision: mayMerge(viewer, round, pair, today) }
    : ({ choice: kept, decision: mayKeep(viewer, round, pair, today, kept) } as const);
}

/** Makes one of both; shows the page again when a choice is missing or something changed since it was drawn. */
async function solve(
  c: Context<Env>,
  read: DuplicateRead,
  { actie, nieuw, eerste, tweede }: DuplicateForm,
  choice: "left" | "right" | null,
  typed: Typed,
) {
  const { viewer, pair, year } = read;
  if (!pair || !viewer?.member) return refuse(c, read, { because: "missing" });
  if (eerste !== pair.left.id || tweede !== pair.right.id)
    return showDuplicate(c, read, { typed, stale: CHANGED });
  const differing = comparedOf(read, pair).filter(({ isEqual }) => !isEqual);
  const errors = choice === null ? faultsIn(differing, typed) : {};
  if (hasErrors(errors)) return showDuplicate(c, read, { typed, errors });
  const fromLeft = differing
    .filter(({ concept }) => actie === KEEP.left || typed[sideField(concept)]?.[0] === LEFT)
    .map(({ concept }) => concept);
  const { memberId } = viewer.member;
  const transition = { responseId: pair.right.id, memberId, personId: viewer.personId, now: c.var.now };
  const outcome = solving(c, transition, pair, choice, { newId: nieuw, fromLeft });
  const [done] = (await write(c, outcome.statements)) as unknown as { id: string }[][];
  if (!done || done.length === 0) return showDuplicate(c, read, { typed, stale: CHANGED });
  return c.redirect(outcome.isMerged ? mergedAt(year) : `${paths.questionnaire(year)}?melding=een-over`, 303);
}

const faultsIn = (differing: readonly { concept: string }[], typed: Typed): Record<string, string> =>
  Object.fromEntries(
    differing
      .map(({ concept }) => sideField(concept))
      .filter((name) => ![LEFT, RIGHT].includes(typed[name]?.[0] ?? ""))
      .map((name) => [name, CHOOSE]),
  );

/**
 * The statements for a choice: one side whole (`kept`), or per question. Keeping the earlier of two that are both
 * signed is merging with all of its answers: the later is the one that counts, so it gets a version with them.
 */
export function solving(
  c: Context<Env>,
  transition: Transition,
  pair: Pair,
  kept: "left" | "right" | null,
  merging: Omit<Merging, "pair">,
): { isMerged: boolean; statements: Statements; happened: SQL } {
  const { db } = c.var;
  const isMerged = kept === null || (kept === "left" && pair.right.hasSigned);
  if (isMerged) {
    const statements = mergeSides(db, transition, { ...merging, pair });
    return { isMerged, statements, happened: becameReopened(merging.newId, transition) };
  }
  const [dropped, gone] =
    kept === "right" ? (["left", pair.left] as const) : (["right", pair.right] as const);
  const drop = dropSide(db, transition, pair, dropped);
  return {
    isMerged,
    statements: [drop, recordTransition(db, transition, "response_dropped", gone.id, justChanged)],
    happened: wasRecorded(transition, "response_dropped", gone.id),
  };
}
