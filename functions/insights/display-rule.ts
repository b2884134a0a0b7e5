import { type Cell, exactly } from "../../web/insights/cell.ts";

/**
 * The display rule for confidential answers: the one place that decides which counts about the whole
 * membership may be shown. The publication gate will take its place; until then there are no filters and no
 * cross tables.
 *
 * Who is guarded against: an outsider who knows this rule and the number of organisations that count, and an
 * insider who also knows the answer of one organisation. From all that is shown, each of them must be left
 * with at least two possible values for every count that is not shown.
 *
 * 1. Below 5 organisations nothing is shown.
 * 2. A count of 0, 1 or 2 reads "hooguit 2"; one of n-2, n-1 or n reads "vrijwel alle".
 * 3. The parts of a whole add up to n, so what is masked has a known sum. That sum must leave every masked
 *    part free to be 0, 1 or 2; otherwise further parts are hidden, in an order fixed beforehand.
 * 4. Where that does not help, nothing is shown.
 *
 * What it does not do: two organisations that combine what they know, and likelihood instead of certainty.
 */

/** Below this many organisations an outcome is withheld altogether. */
const LEAST_ORGANISATIONS = 5;

/** This close to none or to all, a count is put into words. */
export const ENDS = 2;

const few: Cell = { kind: "few" };
const nearlyAll: Cell = { kind: "nearly_all" };
const hidden: Cell = { kind: "hidden" };

/** One count of `n` by itself: "hooguit 2", the number, or "vrijwel alle". */
function displayCount(count: number, n: number): Cell {
  if (count <= ENDS) return few;
  return count >= n - ENDS ? nearlyAll : exactly(count);
}

/**
 * Shows the parts of a whole: every organisation is in exactly one part, so the parts add up to n.
 *
 * @param counts the parts
 * @param hideFirst indexes of `counts`, all of them, in the order in which parts are hidden to protect
 *   others. It must not depend on the counts, or the choice of what to hide would tell about them.
 * @returns one cell per part, in the same order; null when nothing may be shown
 */
export function displayParts(counts: readonly number[], hideFirst: readonly number[]): Cell[] | null {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n < LEAST_ORGANISATIONS) return null;
  const cells = counts.map((count) => displayCount(count, n));
  const masked = cells.filter((cell) => cell.kind === "few").length;
  // With one part near to all, the others only share what is left: 0, 1 or 2 in each stays possible.
  if (masked === 0 || cells.some((cell) => cell.kind === "nearly_all")) return cells;

  let sum = counts.filter((count) => count <= ENDS).reduce((total, count) => total + count, 0);
  if (sum >= ENDS && sum <= ENDS * (masked - 1)) return cells;

  const candidates = hideFirst.filter((at) => cells[at]?.kind === "exact");
  for (const [before, at] of candidates.entries()) {
    cells[at] = hidden;
    sum += counts[at] ?? 0;
    // A hidden part is 3 or more. From this sum on, the masked parts may be anything from none to all of
    // 2 x masked and leave the hidden ones 3 each. The test looks at the visible sum only: looking at the
    // counts themselves would make "not hidden" a message.
    const least = ENDS * masked + ENDS + (ENDS + 1) * (before + 1);
    const oneStaysShown = before + 1 < candidates.length;
    if (oneStaysShown && sum >= least) return cells;
  }
  return null;
}

/** How many organisations and mentions a theme or an option has. */
export interface Mentioned {
  organisations: number;
  mentions: number;
}

/**
 * Shows how many organisations named each of a list of things, where one organisation may name several.
 * Nothing adds up here, so each count stands by itself between its ends.
 *
 * @param given the cell with the number of organisations that gave an answer at all: the upper end
 * @param n the number of organisations that count
 * @returns organisations and mentions per thing; null when nothing may be shown
 */
export function displayMentions(
  named: readonly Mentioned[],
  given: Cell,
  n: number,
): { organisations: Cell; mentions: Cell }[] | null {
  const least = given.kind === "exact" ? given.count : given.kind === "nearly_all" ? n - ENDS : 0;
  if (least < LEAST_ORGANISATIONS) return null;
  const cells = named.map(({ organisations, mentions }) => {
    // Against the visible end: a count above it would give away how many answered.
    const cell = displayCount(organisations, least);
    return { organisations: cell, mentions: cell.kind === "exact" ? exactly(mentions) : hidden };
  });
  return leavesMaskedFree(cells, given.kind === "exact" ? given.count : n) ? cells : null;
}

/**
 * Who answered named at least one thing, so all counts together are no less than the number that answered.
 * If the visible ones fall short, the masked ones must make up for it; each must still be free to be none.
 */
function leavesMaskedFree(cells: readonly { organisations: Cell }[], mostGiven: number): boolean {
  const masked = cells.filter((cell) => cell.organisations.kind === "few").length;
  if (masked === 0 || cells.some((cell) => cell.organisations.kind === "nearly_all")) return true;
  const visible = cells.reduce(
    (sum, { organisations: cell }) => sum + (cell.kind === "exact" ? cell.count : 0),
    0,
  );
  return visible + ENDS * (masked - 1) >= mostGiven;
}
