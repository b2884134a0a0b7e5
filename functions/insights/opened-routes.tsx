import { Hono } from "hono";
import type { AnswerState } from "../../db/vocabulary.ts";
import type { OpenedAnswer } from "../../web/insights/opened.ts";
import { OpenedOverviewPage } from "../../web/insights/opened-overview-page.tsx";
import { OpenedPage } from "../../web/insights/opened-page.tsx";
import { valueWords } from "../../web/members/value-words.ts";
import { paths } from "../../web/paths.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import { mayOpenAnswers, mayReadOpened, readsForLearningGroup } from "./opened-policy.ts";
import { lookNoted, OPENED_A_PAGE, type OpenedRow, openedAnswers, openedCounts } from "./opened-queries.ts";
import { type ChoiceRow, choiceLabels, type ItemRow, itemsOf, roundOf } from "./queries.ts";
import { conceptIn, shownRound, yearIn } from "./reading.ts";

export const openedRoutes = new Hono<Env>();

openedRoutes.get(paths.insightOpened(":year"), async (c) => {
  const year = yearIn(c);
  const { rows, ...page } = await readPage(c, (db, scope) => [
    roundOf(db, year),
    openedCounts(db, scope, year, null),
  ]);
  const [[round], lines] = rows;
  const opened = lines.reduce((sum, line) => sum + line.opened, 0);
  const decision = mayReadOpened(page.viewer, opened);
  if (!decision.may) return refuse(c, page, decision);
  if (!round) return refuse(c, page, { because: "missing" });
  const isLearningGroup = readsForLearningGroup(page.viewer);
  return show(
    c,
    <OpenedOverviewPage
      frame={page.frame}
      round={shownRound(round)}
      lines={lines}
      isLearningGroup={isLearningGroup}
    />,
  );
});

openedRoutes.get(paths.insightOpenedAnswers(":year", ":concept"), async (c) => {
  const [year, concept, at] = [yearIn(c), conceptIn(c), pageIn(c.req.query("pagina"))];
  const { rows, ...page } = await readPage(c, (db, scope) => [
    lookNoted(db, scope, year, concept),
    roundOf(db, year),
    itemsOf(db, year, concept),
    choiceLabels(db),
    openedCounts(db, scope, year, concept),
    openedAnswers(db, scope, year, concept, at),
  ]);
  const [, [round], [item], choices, [count], answers] = rows;
  const decision = mayReadOpened(page.viewer, count?.opened ?? 0);
  if (!decision.may) return refuse(c, page, decision);
  const pages = Math.max(1, Math.ceil((count?.opened ?? 0) / OPENED_A_PAGE));
  if (!round || !item || !count || at > pages) return refuse(c, page, { because: "missing" });
  const shown = {
    answers: answers.map((row) => shownAnswer(row, item, choices)),
    opened: count.opened,
    isNoted: readsForLearningGroup(page.viewer) && count.opened > 0,
    mayOpen: mayOpenAnswers(page.viewer),
  };
  const { frame } = page;
  return show(c, <OpenedPage {...{ frame, round: shownRound(round), item, page: at, pages, ...shown }} />);
});

/** The page in the address; more than any list has when it is not a number. */
const pageIn = (text: string | undefined): number =>
  text === undefined ? 1 : /^[1-9]\d{0,3}$/.test(text) ? Number(text) : Number.MAX_SAFE_INTEGER;

function shownAnswer(row: OpenedRow, item: ItemRow, choices: readonly ChoiceRow[]): OpenedAnswer {
  const { name, slug, tier, explanation } = row;
  const labelOf = (code: string) =>
    choices.find((each) => each.list === item.choiceList && each.code === code)?.label ?? code;
  const stored = {
    state: row.state as AnswerState,
    value: row.value === null ? null : JSON.parse(row.value),
  };
  return { name, slug, tier, explanation, words: valueWords(stored, labelOf, item.unit) };
}
