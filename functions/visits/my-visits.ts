import type { VisitState } from "../../db/visit-vocabulary.ts";
import { isAgreed, LIVE_STATES, waitsFor } from "./lifecycle.ts";

interface GroupedVisit {
  guestMemberId: string;
  state: VisitState;
  startsAt: number | null;
  endsAt: number | null;
}

/** The visits of one organisation by what is to be done about them. */
export interface VisitGroups<T> {
  /** it is our turn, or the day is over and nobody said how it went */
  waiting: T[];
  /** somebody else is to move */
  pending: T[];
  upcoming: T[];
  /** the latest first */
  past: T[];
}

/** Parts visits, in the order given, over the four groups; each is in exactly one. */
export function groupVisits<T extends GroupedVisit>(
  visits: readonly T[],
  memberId: string,
  now: number,
): VisitGroups<T> {
  const groups: VisitGroups<T> = { waiting: [], pending: [], upcoming: [], past: [] };
  for (const visit of visits) groups[groupOf(visit, memberId, now)].push(visit);
  groups.past.reverse();
  return groups;
}

function groupOf(visit: GroupedVisit, memberId: string, now: number): keyof VisitGroups<unknown> {
  if (!LIVE_STATES.some((state) => state === visit.state)) return "past";
  const side = visit.guestMemberId === memberId ? "guest" : "host";
  const isOurTurn = waitsFor(visit.state) === side;
  if (isAgreed(visit.state)) {
    if (visit.endsAt !== null && visit.endsAt <= now) return "waiting";
    return isOurTurn ? "waiting" : "upcoming";
  }
  return isOurTurn ? "waiting" : "pending";
}
