import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { answerText } from "../../web/questionnaires/answer-text.tsx";
import { ReasonPage, type ReasonPageProps } from "../../web/questionnaires/reason-page.tsx";
import { ReasonsPage } from "../../web/questionnaires/reasons-page.tsx";
import { reasonContract } from "../../web/questionnaires/talk-contract.ts";
import { maySpeakFor } from "../accounts/policy.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { parseForm, readForm } from "../http/form.ts";
import { readPage, show, write } from "../http/page.ts";
import { odditiesOf, warningsOf } from "./beside.ts";
import { savedAt } from "./notices.ts";
import { asSeen, keepReason, signedReasons } from "./reason-queries.ts";
import { readSection, type SectionRead } from "./section-reading.tsx";
import { shapeOf } from "./section-view.ts";
import { mayReadReasons } from "./talk-policy.ts";
import { CONCEPT, TALK_YEAR } from "./talk-reading.ts";
import { bareRound } from "./unclear-queries.ts";

const REASON = paths.answerReason(TALK_YEAR, ":position{[0-9]{1,2}}", CONCEPT);
const MISSING = { because: "missing" } as const;
const CHANGED = "Dit antwoord is intussen veranderd. Kijk of de reden nog past. Er is niets opgeslagen.";

/** Why an answer that looks odd is right: given by who fills it in, read by who signs and who counts. */
export const reasonRoutes = new Hono<Env>();

const itemOf = (c: Context<Env>, { rows, routing }: SectionRead) =>
  rows.items.find(({ concept }) => concept === c.req.param("concept") && routing.asks(concept));

function showReason(
  c: Context<Env>,
  read: SectionRead,
  extra: Partial<Pick<ReasonPageProps, "typed" | "errors" | "stale">> = {},
  status: 200 | 409 | 422 = 200,
) {
  const { frame, round, section, decision, rows, today } = read;
  const item = itemOf(c, read);
  if (!decision.may) return refuse(c, read, decision, extra.typed);
  if (!round || !section || !item) return refuse(c, read, MISSING);
  const props = {
    frame,
    year: round.year,
    question: { ...item, position: section.position, sectionTitle: section.title },
    answer: answerText(shapeOf(item, rows.choices, today), item.answer),
    revision: item.answer?.revision ?? 0,
    isConfidential: item.audience === "confidential",
    warnings: warningsOf(rows).filter(({ concept }) => concept === item.concept),
  };
  return show(c, <ReasonPage {...props} {...extra} />, status);
}

reasonRoutes.get(REASON, async (c) => showReason(c, await readSection(c)));

reasonRoutes.post(REASON, async (c) => {
  const typed = await readForm(c);
  const read = await readSection(c);
  const { viewer, round, section, decision } = read;
  const speaking = decision.may ? maySpeakFor(viewer, typed.namens?.[0] ?? "") : decision;
  if (!speaking.may) return refuse(c, read, speaking, typed);
  const item = itemOf(c, read);
  if (!round || !section || !item || !viewer) return refuse(c, read, MISSING);
  const form = parseForm(reasonContract, typed);
  if (!form.ok) return showReason(c, read, { typed, errors: form.errors }, 422);
  if (!(await keep(c, read, item, form.value, viewer.personId)))
    return showReason(c, read, { typed, stale: CHANGED }, 409);
  const word = isNothing(read, item, form.value.reden) ? "ongewijzigd" : savedAt(c.var.now);
  const back = paths.questionnaireSection(round.year, section.position);
  return c.redirect(`${back}?melding=${word}#veld-${item.concept}`, 303);
});

/** No words where there were none: an empty form changes nothing and must not say that it did. */
const isNothing = ({ rows }: SectionRead, { concept }: { concept: string }, words: string): boolean =>
  words === "" && warningsOf(rows).every((warning) => warning.concept !== concept || !warning.reason);

/** Keeps the reason with each rule that finds the answer odd; false when the answer is no longer what was seen. */
async function keep(
  c: Context<Env>,
  { response, rows }: SectionRead,
  item: { id: string; concept: string },
  { gezien, reden }: { gezien: string; reden: string },
  personId: string,
): Promise<boolean> {
  const rules = odditiesOf(rows).flatMap(({ concept, rule }) => (concept === item.concept ? [rule] : []));
  if (!response || rules.length === 0) return false;
  const place = { responseId: response.id, itemId: item.id, seen: Number(gezien) };
  const reason = { ...place, rules, text: reden, personId };
  const { db, now } = c.var;
  const [, found] = await write(c, [keepReason(db, reason, now), asSeen(db, reason)]);
  return found.length > 0;
}

reasonRoutes.get(paths.answerReasons(TALK_YEAR), async (c) => {
  const year = Number(c.req.param("year"));
  const page = await readPage(c, (db) => [bareRound(db, year), signedReasons(db, year)]);
  const [[round], rows] = page.rows;
  const decision = mayReadReasons(page.viewer, round);
  if (!decision.may) return refuse(c, page, decision);
  if (!round) return refuse(c, page, MISSING);
  return show(c, <ReasonsPage {...{ frame: page.frame, round, rows }} />);
});
