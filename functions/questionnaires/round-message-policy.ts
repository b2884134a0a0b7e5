import type { RoundMessageState } from "../../db/vocabulary.ts";
import { allowed, type Decision, refused } from "../http/faults.tsx";
import type { Viewer } from "../http/session.ts";
import { mayRunRound } from "./round-policy.ts";

type Round = Parameters<typeof mayRunRound>[1];
type Message = { state: RoundMessageState } | undefined;

/** What can be done with a message of a round; `trial` is a test mail to oneself. */
export type MessageStep = "change" | "plan" | "cancel" | "trial";

const FROM: Record<MessageStep, readonly RoundMessageState[]> = {
  change: ["draft", "scheduled"],
  plan: ["draft"],
  cancel: ["draft", "scheduled", "sending"],
  trial: ["draft", "scheduled", "sending", "sent", "cancelled"],
};

/** Whether somebody may do this with a message. What has left stays as it was. */
export function mayStepMessage(
  viewer: Viewer | null,
  round: Round,
  message: Message,
  step: MessageStep,
): Decision {
  const run = mayRunRound(viewer, round);
  if (!run.may) return run;
  if (!message) return refused("missing");
  return FROM[step].includes(message.state)
    ? allowed
    : refused("stale", "Dit bericht is al weg of geannuleerd. Je kunt het niet meer veranderen.");
}

/** Whether somebody may write mail for a round; a published round is over. */
export function mayWriteMessage(viewer: Viewer | null, round: Round): Decision {
  const run = mayRunRound(viewer, round);
  if (!run.may || !round) return run;
  return round.state === "published"
    ? refused("stale", "Deze ronde is gepubliceerd. Er gaan geen berichten meer uit.")
    : allowed;
}
