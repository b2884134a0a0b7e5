import { sendDigests } from "./accounts/notice-digest.ts";
import type { DueTask, DueWork } from "./http/due-work.ts";
import { checkContacts } from "./members/contact-check.ts";
import { forgetOldImports } from "./members/import-forgetting.ts";
import { applyMergers } from "./members/municipality-merging.ts";
import { openRounds, sendRoundMessages } from "./questionnaires/round-sending.ts";
import { remindSignatories } from "./questionnaires/signature-reminders.ts";
import { askAfterwards } from "./visits/after/follow-ups.ts";
import { askAboutMinimum } from "./visits/minimum.ts";
import { forgetParticipants } from "./visits/participant-forgetting.ts";
import { remindOfVisits } from "./visits/reminders.ts";
import { keepWaitingLists } from "./visits/telling.ts";

/** All work that falls due by the clock, in the order of the features. */
export const DUE_TASKS: Readonly<Record<string, DueTask>> = {
  "daily digests": sendDigests,
  "forgetting what was read in": forgetOldImports,
  "questionnaires to sign": remindSignatories,
  "checks of contacts": checkContacts,
  "opening of rounds": openRounds,
  "messages of rounds": sendRoundMessages,
  "mergers of municipalities": applyMergers,
  "reminders of visits": remindOfVisits,
  "forgetting who came along": forgetParticipants,
  "waiting lists of visits": keepWaitingLists,
  "days with too few people": askAboutMinimum,
  "questions after visits": askAfterwards,
};

/** Does what is due. A task that fails must not keep the others waiting: it comes back the next time. */
export async function doDueWork(work: DueWork, tasks = DUE_TASKS): Promise<void> {
  for (const [name, task] of Object.entries(tasks)) {
    try {
      await task(work);
    } catch (error) {
      // Without parameters: those hold what people typed.
      console.error(JSON.stringify({ task: name, error: error instanceof Error ? error.name : "unknown" }));
    }
  }
}

/** Does what is due every so many milliseconds, for a process that keeps running; `stop` ends that. */
export function doDueWorkRegularly(work: () => DueWork, everyMs: number): { stop(): void } {
  let busy = false;
  const timer = setInterval(async () => {
    // A run that takes longer than its turn must not meet itself.
    if (busy) return;
    busy = true;
    await doDueWork(work());
    busy = false;
  }, everyMs);
  return { stop: () => clearInterval(timer) };
}
