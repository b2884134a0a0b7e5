import { answerText } from "../../web/questionnaires/answer-text.tsx";
import { CONSENT_WORDS, consentOf } from "../../web/questionnaires/consent.ts";
import type { Difference } from "../../web/questionnaires/differences.tsx";
import { type KeptAnswer, sameAnswer } from "./section-save.ts";
import { type ChoiceRow, type ItemRow, shapeOf } from "./section-view.ts";

const NOTHING: KeptAnswer = { state: "cleared", value: null, explanation: "", consent: null };

/** What the current version says otherwise than the version before it, in the order of the questions. */
export function differencesBetween(
  items: readonly ItemRow[],
  previous: readonly (KeptAnswer & { concept: string })[],
  choices: readonly ChoiceRow[],
  day: string,
): Difference[] {
  return items.flatMap((item) => {
    const before = previous.find(({ concept }) => concept === item.concept) ?? NOTHING;
    const now = item.answer ?? NOTHING;
    if (sameAnswer(before, now)) return [];
    const shape = shapeOf(item, choices, day);
    return [
      {
        concept: item.concept,
        shortName: item.shortName,
        before: answerText(shape, before),
        now: answerText(shape, now),
        opened: openedDifferently(item, before, now),
      },
    ];
  });
}

/** Whom the answer was and is opened to, when that is what changed. */
function openedDifferently(item: ItemRow, before: KeptAnswer, now: KeptAnswer): Difference["opened"] {
  const [was, is] = [consentOf(item, before.consent), consentOf(item, now.consent)];
  if (was === null || is === null || was === is) return null;
  return { before: `Te zien voor ${CONSENT_WORDS[was]}.`, now: `Te zien voor ${CONSENT_WORDS[is]}.` };
}
