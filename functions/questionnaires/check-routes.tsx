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
  return readPage(c, (db, scope) => [
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
}

checkRoutes.get(paths.questionnaireCheck(YEAR), async (c) => {
  const page = await readCheck(c);
  const { viewer, frame, rows } = page;
  const [
    [round],
    [response = null],
    sections,
    items,
    choices,
    previous,
    signatories,
    profile,
    back,
    ...more
  ] = rows;
  const [earlier, beside, assignments] = more;
  const { now } = c.var;
  const decision = mayReadAnswers(viewer, round, holdsSection(assignments));
  if (!decision.may) return refuse(c, page, decision);
  if (!round) return refuse(c, page, MISSING);
  if (!response) return c.redirect(paths.questionnaire(round.year), 303);
  const today = dayInAmsterdam(now);
  const { asks, leftOver } = routingOf(items);
  const props = {
    frame,
    round: roundView(round, now),
    response,
    sections: checkedSections(
      sections,
      items
        .filter(({ concept }) => asks(concept))
        .map((item) => ({ ...item, stand: profileStandOf(item, profile, response.signedAt ?? now) })),
      choices,
      today,
    ),
    leftOver: checkedAnswers(leftOver, choices, today),
    differences: response.version > 1 ? differencesBetween(items, previous, choices, today) : null,
    returned: returnedViews(back),
    warnings: warningsOf({ items: items.filter(({ concept }) => asks(concept)), earlier, profile, beside }),
    signatories: signatories.map(({ name }) => name),
    may: allowancesOf(viewer, round, response, now),
    notice: noticeOf(c.req.query("melding")),
  };
  return show(c, <CheckPage {...props} />);
});

checkRoutes.get(paths.questionnaireReceipt(YEAR), async (c) => {
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
  const { viewer, frame, rows } = page;
  const [[round], [response], [current = null], items, outcomes, ...copied] = rows;
  const [questions, choices, versions, answers] = copied;
  const { now } = c.var;
  const decision = mayReadAnswers(viewer, round);
  if (!decision.may) return refuse(c, page, decision);
  if (!round || !response) return refuse(c, page, MISSING);
  const reopening = mayReopen(viewer, round, current, dayInAmsterdam(now)).may ? newId() : null;
  const opened = items.map((item) => ({ ...item, answer: true, consent: consentOf(item, item.consent) }));
  const one = versions.find(({ id }) => id === response.id);
  const day = dayInAmsterdam(now);
  const differences = one && versionDifferences(versions, one, questions, answers, choices, day);
  const signed = { response, version: one ? nameOf(one) : "1-1", differences: differences ?? null };
  return show(
    c,
    <ReceiptPage {...{ frame, round: roundView(round, now), ...signed, reopening, opened, outcomes }} />,
  );
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
    savedAt: item.answer?.savedAt ?? null,
    savedBy: item.savedBy,
    isAssisted: item.answer?.source === "assisted",
    consent: consentOf(item, item.answer?.consent),
    stand: item.stand ?? null,
  }));
