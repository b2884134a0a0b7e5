import type { RoundView } from "../../web/questionnaires/round-words.ts";
import type { ResponseView } from "../../web/questionnaires/tasks-page.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { newId } from "../http/identifiers.ts";
import type { Viewer } from "../http/session.ts";
import { mayEditAnswers, mayMakeReady, mayReopen, mayResume, maySign } from "./policy.ts";
import type { currentResponse, roundOfYear } from "./queries.ts";
import { takesAnswers } from "./round-window.ts";

export type RoundRow = Awaited<ReturnType<typeof roundOfYear>>[number];
export type ResponseRow = Awaited<ReturnType<typeof currentResponse>>[number];

/** A round for a page, with whether answers may be written today. */
export const roundView = (round: RoundRow, now: number): RoundView => ({
  ...round,
  takesAnswers: takesAnswers(round, dayInAmsterdam(now)),
});

/** What this viewer may do with this response now, and an id for the version that reopening would make. */
export function allowancesOf(
  viewer: Viewer | null,
  round: RoundRow,
  response: ResponseView | null,
  now: number,
) {
  const today = dayInAmsterdam(now);
  return {
    edit: mayEditAnswers(viewer, round, response, today).may,
    makeReady: mayMakeReady(viewer, round, response, today).may,
    resume: mayResume(viewer, round, response, today).may,
    sign: maySign(viewer, round, response, today).may,
    reopen: mayReopen(viewer, round, response, today).may,
    newId: newId(),
  };
}
