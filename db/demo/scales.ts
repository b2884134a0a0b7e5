import type { DemoAnswer } from "./facts.ts";
import { type Random, randomFrom } from "./random.ts";
import { sentenceDeck } from "./sentence-deck.ts";
import { scaleExplanations } from "./sentences/scale-explanations.ts";

/**
 * How often each level was chosen in the 48 responses of 2024 (helemaal niet … volledig), then "weet ik
 * niet", "n.v.t." and blank. In words as published: 4A1 varies, 4A2 to 4A4 are high, 4B leaves much to
 * improve.
 */
const decks: Readonly<
  Record<string, readonly [number[], unknown: number, notApplicable: number, blank: number]>
> = {
  "4A1": [[5, 11, 12, 11, 6], 1, 1, 1],
  "4A2": [[0, 2, 8, 22, 14], 1, 0, 1],
  "4A3": [[0, 2, 10, 23, 12], 0, 0, 1],
  "4A4": [[1, 4, 12, 20, 9], 1, 0, 1],
  "4B1": [[3, 14, 20, 8, 1], 1, 0, 1],
  "4B2": [[2, 13, 21, 9, 1], 1, 1, 0],
  "4B3": [[8, 20, 14, 4, 0], 1, 0, 1],
  "4B4": [[3, 16, 19, 7, 1], 1, 0, 1],
};

export const scaleConcepts: readonly string[] = Object.keys(decks);

/** Deals the answers on one scale: 48 for the round of 2024, or as many as wanted for another round. */
export function scaleAnswers(concept: string, round: number, count: number): (DemoAnswer | undefined)[] {
  const random = randomFrom(`scale ${concept} in ${round}`);
  const deck = decks[concept];
  const pool = scaleExplanations[concept];
  if (!deck || !pool) throw new Error(`${concept} is not a scale`);
  const explanations = sentenceDeck(pool, `explanations ${concept} in ${round}`);
  const [levels, unknown, notApplicable, blank] = deck;
  const cards: (DemoAnswer | undefined)[] = [
    ...levels.flatMap((times, index) => Array.from({ length: times }, () => given(index + 1))),
    ...Array.from({ length: unknown }, () => ({ state: "unknown" as const })),
    ...Array.from({ length: notApplicable }, () => ({ state: "not_applicable" as const })),
    ...Array.from({ length: blank }, () => undefined),
  ];
  return random
    .shuffled(cards)
    .slice(0, count)
    .map((answer) =>
      answer?.value?.scale ? explained(answer, answer.value.scale, explanations, random) : answer,
    );
}

function given(scale: number): DemoAnswer {
  return { state: "given", value: { scale } };
}

function explained(
  answer: DemoAnswer,
  scale: number,
  explanations: { draw(level: string): string },
  random: Random,
): DemoAnswer {
  if (!random.chance(0.6)) return answer;
  const level = scale <= 2 ? "low" : scale === 3 ? "middle" : "high";
  return { ...answer, explanation: explanations.draw(level) };
}
