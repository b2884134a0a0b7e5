import type { ActionOutcome, LessonState } from "../../../db/visit-vocabulary.ts";
import type { Side } from "../moves.ts";
import type { CheckDays } from "./labels.ts";

/** What the pages show of the time after a visit. Moments in milliseconds, UTC. */
export interface ReflectionSeen {
  memberId: string;
  first: string;
  second: string;
  third: string;
  revision: number;
  savedAt: number;
  /** null when that person is no longer there */
  personName: string | null;
}

export interface ActionSeen {
  memberId: string;
  action: string;
  ownerId: string | null;
  ownerName: string | null;
}

export interface CheckSeen {
  memberId: string;
  afterDays: number;
  outcome: ActionOutcome;
  why: string;
  checkedAt: number;
}

export interface LessonSeen {
  id: string;
  visitId: string;
  themeId: string;
  themeSlug: string;
  themeName: string;
  title: string;
  learned: string;
  tip: string;
  state: LessonState;
  reason: string;
  revision: number;
  approvedAt: number | null;
  writtenAt: number;
  guestMemberId: string;
  guestMemberName: string;
  guestMemberSlug: string;
  hostMemberId: string | null;
  hostMemberName: string | null;
  hostMemberSlug: string | null;
}

/** A visit that is over, as its pages need it. */
export interface PastVisit {
  id: string;
  guestMemberName: string;
  hostMemberName: string | null;
  themeName: string;
  learningQuestion: string;
  endsAt: number | null;
}

/** All that both sides wrote, and what this side may do about it. */
export interface AfterSeen {
  visit: PastVisit;
  side: Side;
  /** of the own organisation; null before it wrote */
  own: ReflectionSeen | null;
  others: ReflectionSeen | null;
  action: ActionSeen | null;
  checks: readonly CheckSeen[];
  /** the check that may be filled in now */
  dueCheck: CheckDays | null;
  lesson: LessonSeen | null;
  mayWriteLesson: boolean;
}
