import { mayManage, stillMember } from "../accounts/policy.ts";
import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";
import { mayReadAnswers } from "./policy.ts";
import { type RoundWindow, takesAnswers } from "./round-window.ts";

/** One of two responses of an organisation, as it stands now. */
export interface Side {
  /** the version to compare: the open one, or else the signed one */
  id: string;
  sequence: number;
  hasSigned: boolean;
  isOpen: boolean;
}

/** Two responses of one organisation in one round; `left` is the earlier. */
export interface Pair {
  left: Side;
  right: Side;
}

const ALONE = "Er is nog maar één inzending. Misschien heeft een collega dit net opgelost.";

/** Which responses stand beside each other: the first and the last that live; null when there is one. */
export function pairOf(rows: readonly { id: string; sequence: number; state: string }[]): Pair | null {
  const side = (sequence: number): Side => {
    const own = rows.filter((row) => row.sequence === sequence);
    const open = own.find(({ state }) => state !== "signed");
    const hasSigned = own.some(({ state }) => state === "signed");
    return { id: (open ?? own[0])?.id ?? "", sequence, hasSigned, isOpen: open !== undefined };
  };
  const sequences = rows.map(({ sequence }) => sequence);
  const [first, last] = [Math.min(...sequences), Math.max(...sequences)];
  return rows.length > 1 && first < last ? { left: side(first), right: side(last) } : null;
}

/** Comparing the answers: the organisation itself. The bureau compares without reading opinions; see below. */
export const mayCompare = (viewer: Viewer | null, round: RoundWindow | undefined): Decision =>
  mayReadAnswers(viewer, round);

/** Solving it for one's own organisation: editors and signatories, while the round takes answers. */
function maySolve(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  pair: Pair | null,
  today: string,
): Decision {
  const reading = mayCompare(viewer, round);
  if (!reading.may || !viewer || !round) return reading;
  const taking = stillMember(viewer);
  if (!taking.may) return taking;
  if (!pair) return refused("stale", ALONE);
  return takesAnswers(round, today)
    ? allowed
    : refused("stale", "Deze ronde is gesloten. Vraag het bureau om uitstel.");
}

/** Whether a new version can be made of both: both are signed, and nobody works on a next version. */
const isAtRest = ({ left, right }: Pair): boolean =>
  left.hasSigned && right.hasSigned && !left.isOpen && !right.isOpen;

const BUSY = "Aan een van beide wordt nog gewerkt. Dien die eerst in, of houd één inzending.";

/** Choosing per question. */
export function mayMerge(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  pair: Pair | null,
  today: string,
): Decision {
  const solving = maySolve(viewer, round, pair, today);
  if (!solving.may || !pair) return solving;
  return isAtRest(pair) ? allowed : refused("stale", BUSY);
}

/**
 * Keeping one side whole. The later one counts already, so keeping it drops the earlier at once. Keeping the
 * earlier drops a later one that was never signed; else its answers become a new version, which is signed again.
 */
export function mayKeep(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  pair: Pair | null,
  today: string,
  kept: "left" | "right",
): Decision {
  const solving = maySolve(viewer, round, pair, today);
  return solving.may && pair ? canKeep(pair, kept) : solving;
}

const canKeep = (pair: Pair, kept: "left" | "right"): Decision =>
  kept === "right" || !pair.right.hasSigned || isAtRest(pair) ? allowed : refused("stale", BUSY);

/** The bureau sees that there are two; it keeps one whole or asks the organisation, and never mixes answers. */
export function mayArbitrate(
  viewer: Viewer | null,
  round: RoundWindow | undefined,
  pair: Pair | null,
  kept: "left" | "right" | null,
): Decision {
  const managing = mayManage(viewer);
  if (!managing.may) return managing;
  if (!round || round.state === "concept") return refused("missing");
  if (!pair) return refused("stale", ALONE);
  return kept === null ? allowed : canKeep(pair, kept);
}
