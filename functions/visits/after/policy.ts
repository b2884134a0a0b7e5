import type { LessonState } from "../../../db/visit-vocabulary.ts";
import { AGREED_STATES } from "../../../db/visit-vocabulary.ts";
import { CHECK_DAYS, type CheckDays } from "../../../web/visits/after/labels.ts";
import type { Side } from "../../../web/visits/moves.ts";
import { allowed, type Decision, refused } from "../../http/faults.tsx";
import type { Viewer } from "../../http/session.ts";
import { mayReadVisit, sideOf, type VisitFacts } from "../policy.ts";

const DAY_MS = 86_400_000;

/** What a decision about a lesson needs to know. */
export interface LessonFacts {
  guestMemberId: string;
  hostMemberId: string | null;
  state: LessonState;
}

/** A visit that somebody said took place, or whose agreed day is over without a word that it did not. */
const isOver = (visit: VisitFacts, now: number): boolean =>
  visit.state === "took_place" ||
  (AGREED_STATES.some((state) => state === visit.state) && visit.endsAt !== null && visit.endsAt <= now);

/** Everybody of both organisations looks back together; to all others a visit does not exist. */
export function mayLookBack(viewer: Viewer | null, visit: VisitFacts | undefined, now: number): Decision {
  const read = mayReadVisit(viewer, visit);
  if (!read.may || !viewer || !visit) return read;
  if (visit.hostMemberId === null || !sideOf(viewer, visit)) return refused("missing");
  return isOver(visit, now) ? allowed : refused("stale", "Terugkijken kan als het bezoek is geweest.");
}

/** The check of an action that its time has come for and that was not filled in: the latest one. */
export function dueCheck(
  endsAt: number | null,
  hasAction: boolean,
  done: readonly { afterDays: number }[],
  now: number,
): CheckDays | null {
  if (endsAt === null || !hasAction) return null;
  const last = CHECK_DAYS.findLast((days) => now >= endsAt + days * DAY_MS);
  return last !== undefined && !done.some(({ afterDays }) => afterDays === last) ? last : null;
}

/** Whether this check may be filled in now; each is filled in once. */
export function mayCheck(
  viewer: Viewer | null,
  visit: VisitFacts | undefined,
  after: { hasAction: boolean; checks: readonly { afterDays: number }[] },
  days: CheckDays | undefined,
  now: number,
): Decision {
  const look = mayLookBack(viewer, visit, now);
  if (!look.may || !visit) return look;
  if (days === undefined || !after.hasAction) return refused("missing");
  if (after.checks.some(({ afterDays }) => afterDays === days))
    return refused("stale", "Dit is al ingevuld.");
  if (dueCheck(visit.endsAt, true, after.checks, now) !== days)
    return refused("stale", "Het is nog te vroeg, of er staat al een latere vraag open.");
  return allowed;
}

/** The guest writes, until the host approved; a lesson that was taken back may be written anew. */
export function mayWriteLesson(
  viewer: Viewer | null,
  visit: VisitFacts | undefined,
  lesson: LessonFacts | null,
  now: number,
): Decision {
  const look = mayLookBack(viewer, visit, now);
  if (!look.may || !viewer || !visit) return look;
  if (sideOf(viewer, visit) !== "guest") return refused("forbidden", "De gast schrijft de les op.");
  return lesson?.state === "approved"
    ? refused("stale", "De les staat open voor alle leden. Trek haar eerst in als je haar wilt veranderen.")
    : allowed;
}

const sideOfLesson = (viewer: Viewer, lesson: LessonFacts): Side | null => {
  if (viewer.member?.memberId === lesson.guestMemberId) return "guest";
  return lesson.hostMemberId !== null && viewer.member?.memberId === lesson.hostMemberId ? "host" : null;
};

/** An approved lesson is for everybody who is signed in; before that only for the two teams. */
export function mayReadLesson(viewer: Viewer | null, lesson: LessonFacts | undefined): Decision {
  if (!viewer) return refused("anonymous");
  if (!lesson) return refused("missing");
  return lesson.state === "approved" || sideOfLesson(viewer, lesson) ? allowed : refused("missing");
}

/** The host lets others read a lesson about his own team, or asks for other words first. */
export function mayJudgeLesson(viewer: Viewer | null, lesson: LessonFacts | undefined): Decision {
  const read = mayReadLesson(viewer, lesson);
  if (!read.may || !viewer || !lesson) return read;
  if (sideOfLesson(viewer, lesson) !== "host" || !viewer.member?.roles.includes("host"))
    return refused("forbidden", "Alleen een gastheer van het team dat ontving, keurt de les goed.");
  return lesson.state === "proposed" ? allowed : refused("stale", "Deze les wacht niet op jullie akkoord.");
}

/** Both teams may take back what stands about them. */
export function mayWithdrawLesson(viewer: Viewer | null, lesson: LessonFacts | undefined): Decision {
  const read = mayReadLesson(viewer, lesson);
  if (!read.may || !viewer || !lesson) return read;
  const side = sideOfLesson(viewer, lesson);
  if (!side) return refused("forbidden", "Alleen de twee teams van het bezoek trekken een les in.");
  if (side === "host" && !viewer.member?.roles.includes("host"))
    return refused("forbidden", "Alleen een gastheer doet dit namens jouw team.");
  return lesson.state === "withdrawn" ? refused("stale", "Deze les is al ingetrokken.") : allowed;
}
