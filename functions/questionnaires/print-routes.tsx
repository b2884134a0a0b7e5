import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { PrintPage } from "../../web/questionnaires/print-page.tsx";
import { dayInAmsterdam, formatDateTime } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import { YEAR } from "./overview-routes.tsx";
import { mayListRounds, mayReadAnswers } from "./policy.ts";
import { conditionOnPaper, printedQuestion } from "./print-view.ts";
import * as queries from "./queries.ts";
import { type ResponseRow, roundView } from "./round-view.ts";
import { routingOf } from "./routing-progress.ts";
import { allChoices, itemsWithAnswers } from "./section-queries.ts";

/** The questionnaire on A4: blank for everybody, filled in for the organisation itself. */
export const printRoutes = new Hono<Env>();

async function readPrint(c: Context<Env>) {
  const year = Number(c.req.param("year"));
  const page = await readPage(c, (db, scope) => [
    queries.roundOfYear(db, scope, year),
    queries.currentResponse(db, scope, year),
    queries.sectionProgress(db, scope, year),
    itemsWithAnswers(db, scope, year),
    allChoices(db),
  ]);
  const [[round], [response = null], sections, items, choices] = page.rows;
  return { ...page, round, response, sections, items, choices };
}

/** How the answers stand, in one sentence for the head of the paper. */
function standOf(response: ResponseRow | null): string {
  if (!response) return "Er is nog niets ingevuld.";
  const { state, signedAt, signedBy, reference, version } = response;
  return state === "signed" && signedAt
    ? `Ingediend door ${signedBy ?? "een oud-collega"} op ${formatDateTime(signedAt)}, nummer ${reference}.`
    : `Versie ${version}, nog niet ingediend.`;
}

function showPrint(c: Context<Env>, read: Awaited<ReturnType<typeof readPrint>>, isBlank: boolean) {
  const { viewer, frame, round, response, sections, items, choices } = read;
  if (!round || round.state === "concept") return refuse(c, read, { because: "missing" });
  const day = dayInAmsterdam(c.var.now);
  const { asks } = routingOf(items);
  const asked = items.filter(
    ({ concept, withdrawnAt, section }) =>
      withdrawnAt === null && section.withdrawnAt === null && (isBlank || asks(concept)),
  );
  const parts = sections.map(({ id, title, intro }) => {
    const own = asked.filter(({ sectionId }) => sectionId === id);
    return {
      title,
      intro,
      conditions: conditionOnPaper(own[0]?.section.shownIf ?? null, items, choices),
      questions: own.map((item) => printedQuestion(item, items, choices, day, isBlank)),
    };
  });
  const shown = parts.filter(({ questions }) => questions.length > 0);
  const filled = isBlank ? null : standOf(response);
  const mayRead = mayReadAnswers(viewer, round).may;
  const props = { frame, round: roundView(round, c.var.now), sections: shown, filled, mayRead };
  return show(c, <PrintPage {...props} />);
}

printRoutes.get(paths.questionnaireBlank(YEAR), async (c) => {
  const read = await readPrint(c);
  const decision = mayListRounds(read.viewer);
  return decision.may ? showPrint(c, read, true) : refuse(c, read, decision);
});

printRoutes.get(paths.questionnairePrint(YEAR), async (c) => {
  const read = await readPrint(c);
  const decision = mayReadAnswers(read.viewer, read.round);
  return decision.may ? showPrint(c, read, false) : refuse(c, read, decision);
});
