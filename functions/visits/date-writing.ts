import type { Context } from "hono";
import type { Statement } from "../../db/client.ts";
import { paths } from "../../web/paths.ts";
import { ANSWERS } from "../../web/visits/meeting-contract.ts";
import { answersMail, datesMail } from "../../web/visits/meeting-emails.ts";
import type { Env } from "../http/env.ts";
import { write } from "../http/page.ts";
import type { DatesRequest, GivenAnswer, NewDate } from "./date-input.ts";
import { answerDate, answerOwnDates, proposeDate, withdrawDate } from "./date-queries.ts";
import { otherSide } from "./move-mail.ts";
import { mailFacts, noticesTo } from "./visit-mail.ts";
import { queueAfter } from "./visit-writes.ts";

const actorOf = (c: Context<Env>, { viewer, visit, side }: DatesRequest) => ({
  visitId: visit.id,
  side,
  personId: viewer.personId,
  now: c.var.now,
});

function factsOf(c: Context<Env>, { page, visit }: DatesRequest) {
  const facts = mailFacts(c, page.frame, visit, "");
  return { ...facts, url: facts.url.replace(paths.visit(visit.id), paths.visitDates(visit.id)) };
}

/** Lays moments on the table, with the proposer's own yes, and tells the other side what is new. */
export async function propose(
  c: Context<Env>,
  search: DatesRequest,
  dates: readonly NewDate[],
): Promise<void> {
  const { db, now } = c.var;
  const actor = actorOf(c, search);
  const facts = factsOf(c, search);
  const mail = datesMail(facts, { organisation: search.viewer.member.memberName, moments: dates });
  const notices = noticesTo("visit_move", mail, facts.url, otherSide(search.page, search.visit, search.side));
  const [first, ...others] = dates.map((date) => proposeDate(db, actor, date));
  if (!first) return;
  await write(c, [
    first,
    ...others,
    // Its own yes is new exactly when a moment is: the mail hangs on it.
    answerOwnDates(db, actor),
    ...notices.map((notice) => queueAfter(db, notice, now)),
  ]);
}

/** Keeps what one side says, and tells the other when that changes anything. */
export async function answer(
  c: Context<Env>,
  search: DatesRequest,
  answers: readonly GivenAnswer[],
): Promise<void> {
  const { db, now } = c.var;
  const known = (date: GivenAnswer["date"]) => (search.side === "guest" ? date.guestAnswer : date.hostAnswer);
  const changed = answers.filter(({ date, answer }) => known(date) !== answer);
  const facts = factsOf(c, search);
  const mail = answersMail(facts, {
    organisation: search.viewer.member.memberName,
    answers: changed.map(({ date, answer }) => ({ ...date, label: ANSWERS[answer].label })),
  });
  const notices = noticesTo("visit_move", mail, facts.url, otherSide(search.page, search.visit, search.side));
  const [first, ...others]: Statement[] = changed.map(({ date, answer }) =>
    answerDate(db, actorOf(c, search), date.id, answer),
  );
  if (!first) return;
  await write(c, [first, ...others, ...notices.map((notice) => queueAfter(db, notice, now))]);
}

/** Takes back a moment of one's own side; false when it is of the other side. Taken back before is as good. */
export async function takeBack(c: Context<Env>, search: DatesRequest, dateId: string): Promise<boolean> {
  const date = search.page.dates.find(({ id }) => id === dateId);
  if (date && date.side !== search.side) return false;
  await write(c, [withdrawDate(c.var.db, actorOf(c, search), dateId)]);
  return true;
}
