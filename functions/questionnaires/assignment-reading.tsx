import type { Context } from "hono";
import { AssignmentPage, type AssignmentPageProps } from "../../web/questionnaires/assignment-page.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import { colleaguesOf, personByEmail } from "../accounts/colleague-queries.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import type { Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show } from "../http/page.ts";
import type { Viewer } from "../http/session.ts";
import { mayReadAssignment, mayRemind, mayUnassign } from "./assignment-policy.ts";
import { type AssignmentKey, type AssignmentRow, assignmentsOf } from "./assignment-queries.ts";
import { mayAssign, mayReadAnswers } from "./policy.ts";
import * as queries from "./queries.ts";
import { type ResponseRow, type RoundRow, roundView } from "./round-view.ts";
import { routedProgress } from "./routing-progress.ts";
import { routedItems } from "./routing-queries.ts";

const NOTICES: Record<string, string | undefined> = {
  gegeven: "De sectie is gegeven. Je collega krijgt een mail.",
  eigen: "De sectie staat op jouw naam.",
  herinnerd: "De herinnering is onderweg.",
  terug: "De sectie is van niemand in het bijzonder meer.",
};

/** An assignment as pages show it. */
const assignmentView = ({ isMine, ...row }: AssignmentRow) => ({ ...row, isMine: Boolean(isMine) });

/** What the task list tells about who is on what. */
export const handsOf = (
  viewer: Viewer | null,
  round: RoundRow,
  response: ResponseRow | null,
  rows: {
    assignments: readonly AssignmentRow[];
    notes: readonly { sectionId: string; count: number }[];
  },
  now: number,
) => ({
  assignments: rows.assignments.map(assignmentView),
  openNotes: new Map(rows.notes.map(({ sectionId, count }) => [sectionId, count])),
  mayAssign: mayAssign(viewer, round, response, dayInAmsterdam(now)).may,
  isHelper: !mayReadAnswers(viewer, round).may,
});

/** Reads who has a section in one round trip; with a typed address, also who has that. */
export async function readAssignment(c: Context<Env>, email = "") {
  const year = Number(c.req.param("year"));
  const position = Number(c.req.param("position"));
  const page = await readPage(c, (db, scope) => [
    queries.roundOfYear(db, scope, year),
    queries.currentResponse(db, scope, year),
    queries.sectionProgress(db, scope, year),
    assignmentsOf(db, scope, year),
    colleaguesOf(db, scope.memberId),
    personByEmail(db, email.trim().toLowerCase()),
    routedItems(db, scope, year),
  ]);
  const [[round], [response = null], all, assignments, colleagues, [known], routed] = page.rows;
  const section = routedProgress(all, routed).find((each) => each.position === position);
  const row = assignments.find(({ sectionId }) => sectionId === section?.id);
  const assignment = row && { ...row, isComplete: section?.isComplete ?? false };
  const today = dayInAmsterdam(c.var.now);
  const { viewer } = page;
  const may = {
    read: mayReadAssignment(viewer, round, assignment),
    assign: mayAssign(viewer, round, response, today),
    unassign: mayUnassign(viewer, round, assignment),
    remind: mayRemind(viewer, round, response, today, assignment),
  };
  return { ...page, round, response, section, assignment, colleagues, known, may, today };
}

export type AssignmentRead = Awaited<ReturnType<typeof readAssignment>>;

/** The key of what a form is about; null when there is nothing by that address. */
export function keyOf({ viewer, round, section }: AssignmentRead, seen: number): AssignmentKey | null {
  if (!viewer?.member || !round || !section) return null;
  return { roundId: round.id, memberId: viewer.member.memberId, sectionId: section.id, seen };
}

/** Shows the page as it stands now, or with what was typed. */
export function showAssignment(
  c: Context<Env>,
  read: AssignmentRead,
  extra: Partial<Pick<AssignmentPageProps, "typed" | "errors" | "stale">> = {},
  status: 200 | 409 | 422 = 200,
) {
  const { frame, round, section, assignment, colleagues, may } = read;
  if (!may.read.may) return refuse(c, read, may.read, extra.typed);
  if (!round || !section) return refuse(c, read, { because: "missing" });
  const id = extra.typed?.id?.[0] ?? "";
  const props = {
    frame,
    round: roundView(round, c.var.now),
    section,
    assignment: assignment ? assignmentView(assignment) : null,
    colleagues,
    may: { assign: may.assign.may, unassign: may.unassign.may, remind: may.remind.may },
    formId: status === 422 && isId(id) ? id : newId(),
    notice: status === 200 ? NOTICES[c.req.query("melding") ?? ""] : undefined,
  };
  return show(c, <AssignmentPage {...props} {...extra} />, status);
}

/** The form again, because something is otherwise than it showed. */
export const showStale = (c: Context<Env>, read: AssignmentRead, stale: string, typed?: Typed) =>
  showAssignment(c, read, { stale, typed }, 409);
