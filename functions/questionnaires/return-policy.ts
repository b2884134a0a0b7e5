import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";
import { mayEditAnswers, mayReadAnswers, maySign, type ResponseStand } from "./policy.ts";
import type { RoundWindow } from "./round-window.ts";

/** Sending questions back: whoever may sign this response now, and nobody else. */
export function mayReturn(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  response: ResponseStand,
  today: string,
): Decision {
  const signing = maySign(viewer, round, response, today);
  return signing.may || signing.because !== "forbidden" || !mayReadAnswers(viewer, round).may
    ? signing
    : refused("forbidden", "Alleen een tekenaar van jouw organisatie kan vragen terugsturen.");
}

/** Saying why an answer stays: editors, while the answers can change. An answer that changed needs no remark. */
export function mayAnswerReturn(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  response: ResponseStand,
  today: string,
  returned: { outcome: ReturnOutcome } | undefined,
): Decision {
  const editing = mayEditAnswers(viewer, round, response, today);
  if (!editing.may) return editing;
  if (!returned) return refused("missing");
  return returned.outcome === "open"
    ? allowed
    : refused("stale", "Hier is al iets mee gedaan. Lees hieronder wat.");
}

/** What became of a question that was sent back. */
export type ReturnOutcome = "open" | "changed" | "remarked";

/** Another answer settles it, whoever gave it; without one, the remark of who looked at it. */
export function outcomeOf(row: {
  answerRevision: number;
  currentRevision: number;
  resolvedAt: number | null;
}): ReturnOutcome {
  if (row.currentRevision > row.answerRevision) return "changed";
  return row.resolvedAt === null ? "open" : "remarked";
}
