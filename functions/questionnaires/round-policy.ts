import type { RoundState } from "../../db/vocabulary.ts";
import { ROUND_LIFECYCLE, ROUND_STATE_WORDS, type RoundMove } from "../../web/questionnaires/round-moves.ts";
import { mayManage } from "../accounts/policy.ts";
import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";

interface RoundFacts {
  state: RoundState;
  signed: number;
}

/** Whether somebody runs this round. */
export function mayRunRound(viewer: Viewer | null, round: RoundFacts | undefined): Decision {
  const manage = mayManage(viewer);
  return manage.may && !round ? refused("missing") : manage;
}

/** Whether this move can be made now. Without one signed response there is nothing to publish. */
export function mayMoveRound(
  viewer: Viewer | null,
  round: RoundFacts | undefined,
  move: RoundMove,
): Decision {
  const run = mayRunRound(viewer, round);
  if (!run.may || !round) return run;
  if (!ROUND_LIFECYCLE[round.state][move])
    return refused("stale", `Dit kan nu niet: de ronde is ${ROUND_STATE_WORDS[round.state]}.`);
  if (move === "publication" && round.signed === 0)
    return refused("stale", "Nog niemand heeft ondertekend. Er is niets te publiceren.");
  return allowed;
}
