import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { PrivacyPage } from "../../web/questionnaires/privacy-page.tsx";
import { AllRoundsPage, type RoundLine, RoundsPage } from "../../web/questionnaires/rounds-page.tsx";
import { TasksPage } from "../../web/questionnaires/tasks-page.tsx";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import { assignedYears, assignmentsOf, holdsSection } from "./assignment-queries.ts";
import { handsOf } from "./assignment-reading.tsx";
import { mayReadQuestionnaires } from "./editing-policy.ts";
import { keeperOf } from "./keeper.ts";
import { openNotesBySection } from "./note-queries.ts";
import { noticeOf } from "./notices.ts";
import { mayListRounds, mayReadAnswers } from "./policy.ts";
import * as queries from "./queries.ts";
import { returnsOf } from "./return-queries.ts";
import { returnedViews } from "./return-view.ts";
import { allowancesOf, type RoundRow, roundView } from "./round-view.ts";
import { routedProgress } from "./routing-progress.ts";
import { routedItems } from "./routing-queries.ts";
import { mayReadQueries } from "./talk-policy.ts";

/** A year in an address; other words never reach a query. */
export const YEAR = ":year{[0-9]{4}}";

export const overviewRoutes = new Hono<Env>();

overviewRoutes.get(paths.questionnaires(), async (c) => {
  const page = await readPage(c, (db, scope) => [
    queries.visibleRounds(db, scope),
    queries.ownResponses(db, scope),
    assignedYears(db, scope),
  ]);
  const { viewer, frame, rows } = page;
  const decision = mayListRounds(viewer);
  if (!decision.may || !viewer) return refuse(c, page, { because: "anonymous" });
  const [rounds, own, assigned] = rows;
  const { now } = c.var;
  const all = { frame, now, rounds: rounds.map((row) => roundView(row, now)) };
  if (!viewer.member)
    return show(c, <AllRoundsPage {...all} readsQueries={mayReadQueries(viewer, rounds[0]).may} />);
  const lines = rounds.map((round) => lineOf(round, own, now));
  const [reads, looksAlong] = [mayReadAnswers(viewer, rounds[0]).may, mayReadQuestionnaires(viewer).may];
  const helpsIn = assigned.map(({ year }) => year);
  return show(c, <RoundsPage {...{ frame, now, lines, reads, looksAlong, helpsIn }} />);
});

overviewRoutes.get(paths.questionnairePrivacy(YEAR), async (c) => {
  const page = await readPage(c, (db, scope) => [
    queries.roundOfYear(db, scope, Number(c.req.param("year"))),
  ]);
  const [round] = page.rows[0];
  const decision = mayListRounds(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  if (!round || round.state === "concept") return refuse(c, page, { because: "missing" });
  const mayAnswer = mayReadAnswers(page.viewer, round).may;
  return show(
    c,
    <PrivacyPage frame={page.frame} round={roundView(round, c.var.now)} mayAnswer={mayAnswer} />,
  );
});

async function readTasks(c: Context<Env>) {
  const year = Number(c.req.param("year"));
  const page = await readPage(c, (db, scope) => [
    queries.roundOfYear(db, scope, year),
    queries.currentResponse(db, scope, year),
    queries.sectionProgress(db, scope, year),
    routedItems(db, scope, year),
    returnsOf(db, scope, year),
    assignmentsOf(db, scope, year),
    openNotesBySection(db, scope, year),
  ]);
  const [[round], [response = null], all, routed, back, assignments, notes] = page.rows;
  const decision = mayReadAnswers(page.viewer, round, holdsSection(assignments));
  const shown = { response, sections: routedProgress(all, routed), returned: returnedViews(back) };
  return { ...page, round, shown, work: { assignments, notes }, decision };
}

overviewRoutes.get(paths.questionnaire(YEAR), async (c) => {
  const read = await readTasks(c);
  const { viewer, frame, round, shown, work, decision } = read;
  if (!decision.may) return refuse(c, read, decision);
  if (!round) return refuse(c, read, { because: "missing" });
  const { now } = c.var;
  const hands = handsOf(viewer, round, shown.response, work, now);
  const may = allowancesOf(viewer, round, shown.response, now);
  const notice = noticeOf(c.req.query("melding"));
  const about = { round: roundView(round, now), keeper: keeperOf(viewer, round.year) };
  return show(c, <TasksPage {...shown} {...about} {...{ frame, may, hands, notice, now }} />);
});

type OwnRow = Awaited<ReturnType<typeof queries.ownResponses>>[number];

function lineOf(round: RoundRow, own: readonly OwnRow[], now: number): RoundLine {
  const ours = own.filter(({ roundId }) => roundId === round.id);
  const signed = ours.filter(({ state }) => state === "signed");
  const first = ours[0] ?? null;
  const counting = signed.find((row) => row !== first) ?? null;
  return { round: roundView(round, now), own: first, counting, signedCount: signed.length };
}
