import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { answerText } from "../../web/questionnaires/answer-text.tsx";
import { type CheckedSection, CheckPage } from "../../web/questionnaires/check-page.tsx";
import { consentOf } from "../../web/questionnaires/consent.ts";
import { ReceiptPage } from "../../web/questionnaires/receipt-page.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { newId } from "../http/identifiers.ts";
import { readPage, show } from "../http/page.ts";
import { assignmentsOf, holdsSection } from "./assignment-queries.ts";
import { warningsOf } from "./beside.ts";
import { besideQuestions } from "./beside-queries.ts";
import { differencesBetween } from "./differences.ts";
import { noticeOf } from "./notices.ts";
import { YEAR } from "./overview-routes.tsx";
import { mayReadAnswers, mayReopen } from "./policy.ts";
import { signedOutcomes } from "./profile-outcome-queries.ts";
import * as queries from "./queries.ts";
import { returnsOf } from "./return-queries.ts";
import { returnedViews } from "./return-view.ts";
import { allowancesOf, roundView } from "./round-view.ts";
import { routingOf } from "./routing-progress.ts";
import {
  allChoices,
  earlierAnswers,
  itemsWithAnswers,
  openedBySigned,
  previousVersion,
  profileOf,
} from "./section-queries.ts";
import { type ChoiceRow, type ItemRow, profileStandOf, shapeOf } from "./section-view.ts";
import { signatoriesOf } from "./transition-queries.ts";
import { answersOfVersions, signedVersions } from "./version-queries.ts";
import { nameOf, versionDifferences } from "./version-view.ts";

const MISSING = { because: "missing" } as const;

export const checkRoutes = new Hono<Env>();

async function readCheck(c: Context<Env>) {
  const year = Number(c.req.param("year"));
  const page = await readPage(c, (db, scope) => [
    queries.roundOfYear(db, scope, year),
    queries.currentResponse(db, scope, year),
    queries.sectionProgress(db, scope, year),
    itemsWithAnswers(db, scope, year),
    allChoices(db),
    previousVersion(db, scope, year),
    signatoriesOf(db, scope.memberId),
    profileOf(db, scope),
    returnsOf(db, scope, year),
    earlierAnswers(db, scope, year),
    besideQuestions(db, scope, year),
    assignmentsOf(db, scope, year),
  ]);
  const [[round], [response = null], sections, items, choices, previous, signatories, ...more] = page.rows;
  const [profile, back, earlier, beside, assignments] = more;
  const answers = { sections, items, choices, previous, profile, earlier, beside };
  const people = { signatories: signatories.map(({ name }) => name), returned: returnedViews(back) };
  const decision = mayReadAnswers(page.viewer, round, holdsSection(assignments));
  return { ...page, round, response, answers, people, decision };
}
type CheckRead = Awaited<ReturnType<typeof readCheck>>;
type Round = NonNullable<CheckRead["round"]>;

/** Every answer by section, what looks odd, what changed since the version before, and who may do what next. */
function checkedOf(
  { viewer, answers, people }: CheckRead,
  round: Round,
  response: NonNullable<CheckRead["response"]>,
  now: number,
) {
  const { sections, items, choices, previous, profile, earlier, beside } = answers;
  const today = dayInAmsterdam(now);
  const { asks, leftOver } = routingOf(items);
  const asked = items.filter(({ concept }) => asks(concept));
  const at = response.signedAt ?? now;
  const stood = asked.map((item) => ({ ...item, stand: profileStandOf(item, profile, at) }));
  return {
    ...{ round: roundView(round, now), response, ...people },
    sections: checkedSections(sections, stood, choices, today),
    leftOver: checkedAnswers(leftOver, choices, today),
    differences: response.version > 1 ? differencesBetween(items, previous, choices, today) : null,
    warnings: warningsOf({ items: asked, earlier, profile, beside }),
    may: allowancesOf(viewer, round, response, now),
  };
}

checkRoutes.get(paths.questionnaireCheck(YEAR), async (c) => {
  const read = await readCheck(c);
  const { frame, round, response, decision } = read;
  if (!decision.may) return refuse(c, read, decision);
  if (!round) return refuse(c, read, MISSING);
  if (!response) return c.redirect(paths.questionnaire(round.year), 303);
  const notice = noticeOf(c.req.query("melding"));
  return show(c, <CheckPage {...{ frame, notice }} {...checkedOf(read, round, response, c.var.now)} />);
});

async function readReceipt(c: Context<Env>) {
  const year = Number(c.req.param("year"));
  const page = await readPage(c, (db, scope) => [
    queries.roundOfYear(db, scope, year),
    queries.signedResponse(db, scope, year),
    queries.currentResponse(db, scope, year),
    openedBySigned(db, scope, year),
    signedOutcomes(db, scope, year),
    itemsWithAnswers(db, scope, year),
    allChoices(db),
    signedVersions(db, scope, year),
    answersOfVersions(db, scope, year, null),
  ]);
  const [[round], [response], [current = null], opened, outcomes, ...copied] = page.rows;
  return { ...page, round, response, current, opened, outcomes, copied };
}
type ReceiptRead = Awaited<ReturnType<typeof readReceipt>>;

/** What was signed, what it changed since the version before, and to whom its answers are open. */
function receiptOf(
  { viewer, current, opened, outcomes, copied }: ReceiptRead,
  round: Round,
  response: NonNullable<ReceiptRead["response"]>,
  now: number,
) {
  const [items, choices, versions, answers] = copied;
  const day = dayInAmsterdam(now);
  const one = versions.find(({ id }) => id === response.id);
  return {
    ...{ round: roundView(round, now), response, outcomes, version: one ? nameOf(one) : "1-1" },
    differences: one ? versionDifferences(versions, one, items, answers, choices, day) : null,
    reopening: mayReopen(viewer, round, current, day).may ? newId() : null,
    opened: opened.map((item) => ({ ...item, answer: true, consent: consentOf(item, item.consent) })),
  };
}

checkRoutes.get(paths.questionnaireReceipt(YEAR), async (c) => {
  const read = await readReceipt(c);
  const { viewer, frame, round, response } = read;
  const decision = mayReadAnswers(viewer, round);
  if (!decision.may) return refuse(c, read, decision);
  if (!round || !response) return refuse(c, read, MISSING);
  return show(c, <ReceiptPage frame={frame} {...receiptOf(read, round, response, c.var.now)} />);
});

type CheckedItem = ItemRow & { stand?: ReturnType<typeof profileStandOf> };

function checkedSections(
  sections: readonly { id: string; position: number; title: string }[],
  items: readonly CheckedItem[],
  choices: readonly ChoiceRow[],
  today: string,
): CheckedSection[] {
  return sections.flatMap(({ id, position, title }) => {
    const own = items.filter(({ sectionId }) => sectionId === id);
    return own.length > 0 ? [{ position, title, answers: checkedAnswers(own, choices, today) }] : [];
  });
}

const checkedAnswers = (items: readonly CheckedItem[], choices: readonly ChoiceRow[], today: string) =>
  items.map((item) => ({
    concept: item.concept,
    stem: item.stem,
    question: item.wording,
    shortName: item.shortName,
    answer: answerText(shapeOf(item, choices, today), item.answer),
    isAnswered: (item.answer?.state ?? "cleared") !== "cleared",
    savedAt: item.answer?.savedAt ?? null,
    savedBy: item.savedBy,
    isAssisted: item.answer?.source === "assisted",
    consent: consentOf(item, item.answer?.consent),
    stand: item.stand ?? null,
  }));
