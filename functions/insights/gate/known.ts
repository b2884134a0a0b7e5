import type { Row, Sheet } from "./sheet.ts";

/**
 * What a reader knows beside the figures, because organisations opened their answers: per organisation the
 * number of its answer, or -1. Such an answer protects nobody else any more, and needs no protection itself.
 */
export type Known = readonly number[];

export type OpenedTo = "public" | "members" | "learning_group";

/** Each known answer as a row of its own; for yes/no it counts yes, like every row of such an item. */
export function knownRows(known: Known, options: number): Row[] {
  return known.flatMap((answer, at): Row[] => {
    if (answer < 0) return [];
    return options === 2
      ? [{ members: [at], options: 2, low: answer, high: answer }]
      : [{ members: [at], options: 1 << answer, low: 1, high: 1 }];
  });
}

/** A sheet with the known answers filled in. */
export const filledIn = (sheet: Sheet, known: Known): Sheet =>
  sheet.map((answer, at) => (known[at]! >= 0 ? known[at]! : answer));

/** More than this and nothing is released: every scenario is an audit of its own. */
const MOST_SCENARIOS = 64;

/**
 * The readers a release must be safe for, as what each of them knows:
 *
 * - a visitor: the public answers. Protects also what was opened to members.
 * - a member: those that were opened to members too.
 * - the learning group: also the answers that were opened to it alone. Members do not know these, so a verdict
 *   that depended on them would tell members about them ("it is shown, so they cannot both have said yes").
 *   Therefore a figure has to be safe for a whole family of scenarios for these answers: the true one, changed
 *   by every word of a linear code. The family is the same whichever of its scenarios is true, so a verdict
 *   does not tell which it is. And of any two of these organisations it holds all four combinations (the words
 *   of the code have distinct, non-zero columns: an orthogonal array of strength 2), so to members each of them
 *   stays as protected as everybody else. Source: Rao, "Factorial experiments derivable from combinatorial
 *   arrangements of arrays", JRSS suppl. 9 (1947); auditing that does not depend on the secret: Kenthapadi,
 *   Mishra, Nissim, "Simulatable auditing", PODS 2005.
 *
 * @param answers the number of each organisation's answer; -1: it does not count
 * @param openedTo per organisation to whom it opened its answer
 * @returns null when it cannot be done: more than two answers, or too many organisations, for the learning group
 */
export function readersOf(
  answers: readonly number[],
  openedTo: readonly (OpenedTo | null)[],
  options: number,
): Known[] | null {
  const knows = (...tiers: OpenedTo[]): number[] =>
    answers.map((answer, at) => (tiers.some((tier) => tier === openedTo[at]) ? answer : -1));
  const visitor = knows("public");
  const member = knows("public", "members");
  const learning = openedTo.flatMap((tier, at) => (tier === "learning_group" ? [at] : []));
  if (learning.length === 0) return openedTo.includes("members") ? [visitor, member] : [visitor];
  if (options !== 2) return null;
  const scenarios = 2 ** Math.ceil(Math.log2(learning.length + 1));
  if (scenarios > MOST_SCENARIOS) return null;
  const families = Array.from({ length: scenarios }, (_, word) => {
    const known = [...member];
    for (const [nth, at] of learning.entries()) known[at] = answers[at]! ^ parity(word & (nth + 1));
    return known;
  });
  return [visitor, ...families];
}

const parity = (bits: number): number => {
  let sum = 0;
  for (let left = bits; left > 0; left >>= 1) sum ^= left & 1;
  return sum;
};

/** Known answers as text, a character an organisation: base 36 number of the answer, or a dot. */
export const knownText = (known: Known): string =>
  known.map((answer) => (answer < 0 ? "." : answer.toString(36))).join("");

export const knownFrom = (text: string): Known =>
  Array.from(text, (character) => (character === "." ? -1 : Number.parseInt(character, 36)));
