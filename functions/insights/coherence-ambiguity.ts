import { type Change, ExchangedSheets } from "./coherence-exchange.ts";
import { type Matrix, saidOf } from "./coherence-matrix.ts";
import { isHigh, onTheseSides, type ScaleSheet } from "./coherence-sheet.ts";
import type { Precision } from "./coherence-table.ts";
import { fits } from "./gate/sheet.ts";
import { SCALE_OPTIONS } from "./release-support.ts";
import { Drawn } from "./statistics/chance.ts";
import { seededRandom } from "./statistics/random.ts";

/** Limits on the search are counted in steps, so that a slow machine comes to the same verdict. */
const MOST_STARTS = 24;
const MOST_MOVES = 160;
/** The check grows with the square of these; above it nothing is shown. */
const MOST_ORGANISATIONS = 250;

/**
 * How exact a matrix of coherences may be shown: the most exact way in which nobody's answer is determined by it
 * together with all released figures and the matrices that were shown before. A matrix of confidential answers is
 * a figure of each of them.
 *
 * @param wanted the matrix, without how exact
 * @param earlier matrices that were shown of earlier editions
 */
export function safePrecision(
  sheets: readonly ScaleSheet[],
  wanted: Omit<Matrix, "precision">,
  earlier: readonly Matrix[] = [],
  drawn: Drawn = new Drawn(),
): Precision {
  // From vague to exact: what is not safe more vaguely, is not safe more exactly.
  let found: Precision = "withheld";
  for (const precision of ["demonstrated", "words", "one_decimal", "two_decimals"] as const) {
    if (!leavesOpen(sheets, [...earlier, { ...wanted, precision }], drawn)) return found;
    found = precision;
  }
  return found;
}

/**
 * Whether these matrices, together with everything that the sheets say was released, leave every answer open.
 *
 * Of every organisation and every question two other worlds are sought: answer sheets to all questions that fit
 * every released figure and give the very same matrices, each over who counted in it. In both this organisation
 * answered this question differently, and no other organisation differs in both. So an outsider, and everybody who
 * knows only its own answers, must hold another answer possible. The worlds are found by moving answers. Answers
 * that were opened are the same in every world: who reads the matrix knows them. Every world is worked out anew
 * from its answers before it counts. What is not found within the limits does not count.
 */
export function leavesOpen(
  sheets: readonly ScaleSheet[],
  matrices: readonly Matrix[],
  drawn: Drawn = new Drawn(),
): boolean {
  if ((sheets[0]?.answers.length ?? 0) > MOST_ORGANISATIONS) return false;
  const saying = (world: readonly ScaleSheet[]) =>
    JSON.stringify(matrices.map((matrix) => saidOf(world, matrix, drawn)));
  const said = saying(sheets);
  const isSame = (world: readonly ScaleSheet[]) =>
    world.every(({ answers, rows }) => fits(answers, rows)) && saying(world) === said;
  const near = new Drawn();
  return sheets.every((sheet, nth) =>
    sheet.answers.every(
      (_, at) => sheet.known.has(at) || isOpen({ sheets, matrices, drawn: near, nth, at, isSame }),
    ),
  );
}

interface Target {
  sheets: readonly ScaleSheet[];
  matrices: readonly Matrix[];
  drawn: Drawn;
  /** which question, and which organisation */
  nth: number;
  at: number;
  isSame: (world: readonly ScaleSheet[]) => boolean;
}

/**
 * The organisations that differ in every world found so far shrink to this one alone: then for everybody else
 * there is a world in which its own answers are what they are.
 */
function isOpen(target: Target): boolean {
  let always: Set<number> | null = null;
  for (const differing of worldsOf(target)) {
    always = always ? new Set(differing.filter((org) => always?.has(org))) : new Set(differing);
    if (always.size === 0) return true;
  }
  return false;
}

/** Who differs, besides the organisation itself, in worlds where it answered something else. */
function* worldsOf(target: Target): Generator<number[]> {
  const [first] = moved(target, new Set());
  if (first) yield first;
  yield* moved(target, new Set(first));
  yield* proven(target);
}

/** Worlds made from the sheets that the gate kept as proof; these take answers to the other side of the scale. */
function* proven({ sheets, nth, at, isSame }: Target): Generator<number[]> {
  const { answers, witnesses, known } = sheets[nth] as ScaleSheet;
  for (const highs of witnesses) {
    const shifted = onTheseSides(answers, highs);
    if (!shifted || shifted[at] === answers[at]) continue;
    if ([...known].some((org) => shifted[org] !== answers[org])) continue;
    if (!isSame(sheets.map((sheet, other) => (other === nth ? { ...sheet, answers: shifted } : sheet))))
      continue;
    yield [...shifted.keys()].filter((org) => org !== at && shifted[org] !== answers[org]);
  }
}

/** Worlds in which the organisation answers something else; the fixed ones do not differ in them. */
function* moved(target: Target, fixed: ReadonlySet<number>): Generator<number[]> {
  const { sheets, matrices, drawn, nth, at, isSame } = target;
  const random = seededRandom(nth * 7919 + at * 31 + fixed.size);
  const free = [...(sheets[nth] as ScaleSheet).answers.keys()].filter((org) => !fixed.has(org));
  for (const { changes, isWhole } of startsOf(target, free)) {
    const world = new ExchangedSheets(sheets, matrices, drawn);
    if (!world.move(nth, changes)) continue;
    const partner = changes[1]?.org;
    // The nearer the two change places as a whole, the less of the matrix moves.
    if (isWhole && partner !== undefined)
      for (const other of sheets.keys()) if (other !== nth) world.exchange(other, at, partner);
    for (let tried = 0; tried < MOST_MOVES && world.distance > 0; tried += 1)
      improve(world, target, free, random);
    if (world.distance === 0 && isSame(world.sheets)) yield world.differing().filter((org) => org !== at);
  }
}

/** One more step towards the true matrices: two exchange an answer, or one answers something else. */
function improve(world: ExchangedSheets, { nth, at }: Target, free: readonly number[], random: () => number) {
  const below = (most: number) => Math.floor(random() * most);
  const question = below(world.sheets.length);
  const pick = () => free[below(free.length)] ?? at;
  const [one, other] = [pick(), pick()];
  const isAlone = below(2) === 0;
  // What was changed to begin with stays changed.
  if (question === nth && (one === at || (other === at && !isAlone))) return;
  if (one === other && !isAlone) return;
  world.improve(
    question,
    isAlone ? [{ org: one, to: below(SCALE_OPTIONS.length) }] : world.exchanging(question, one, other),
  );
}

/** How a world may begin: another answer alone, or that of an organisation that takes over this one. */
function startsOf({ sheets, nth, at }: Target, free: readonly number[]) {
  const { answers } = sheets[nth] as ScaleSheet;
  const own = answers[at] ?? 0;
  const alone = [...SCALE_OPTIONS.keys()]
    .filter((to) => to !== own)
    .sort((one, other) => Math.abs(one - own) - Math.abs(other - own) || one - other)
    .map((to) => ({ changes: [{ org: at, to }] as Change[], isWhole: false }));
  const exchanged = partnersOf(sheets, nth, at, free).flatMap((partner) =>
    [true, false].map((isWhole) => ({
      changes: [
        { org: at, to: answers[partner] ?? 0 },
        { org: partner, to: own },
      ],
      isWhole,
    })),
  );
  // Totals that stay as they were have been drawn already.
  return [...exchanged, ...alone];
}

/** With whom answers may be exchanged, those first who stand on the same side most often. */
function partnersOf(
  sheets: readonly ScaleSheet[],
  nth: number,
  at: number,
  free: readonly number[],
): number[] {
  const own = sheets[nth] as ScaleSheet;
  const isOn = (sheet: ScaleSheet, org: number) => isHigh(sheet.answers[org] ?? 0);
  const unlike = (org: number) => sheets.filter((sheet) => isOn(sheet, org) !== isOn(sheet, at)).length;
  const fits = free.filter(
    (org) => org !== at && own.answers[org] !== own.answers[at] && !own.known.has(org),
  );
  return fits.sort((one, other) => unlike(one) - unlike(other) || one - other).slice(0, MOST_STARTS);
}
