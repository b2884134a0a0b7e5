import { ExchangedSheets } from "./coherence-exchange.ts";
import { isHigh, onTheseSides, type ScaleSheet, valuesOf } from "./coherence-sheet.ts";
import { asShown, type Precision, pairsOf, shownTau } from "./coherence-table.ts";
import { seededRandom } from "./statistics/random.ts";

/** Limits on the search are counted in steps, so that a slow machine comes to the same verdict. */
const MOST_STARTS = 20;
const MOST_EXCHANGES = 120;
/** The check grows with the square of these; above it nothing is shown. */
const MOST_ORGANISATIONS = 250;
const SHOWS_N: readonly Precision[] = ["one_decimal", "two_decimals"];

/**
 * How exact a matrix of coherences may be shown: the most exact way in which nobody's answer is determined by it
 * together with all released figures. A matrix of confidential answers is a figure of each of them.
 *
 * Of every organisation and every question two other worlds are sought: answer sheets to all questions that fit
 * every released figure and give the very same matrix. In both this organisation answered this question
 * differently, and no other organisation differs in both. So an outsider, and everybody who knows only its own
 * answers, must hold another answer possible. The worlds are found by exchanging answers between organisations.
 * Answers that were opened are the same in every world: who reads the matrix knows them.
 * What is not found within the limits does not count: then the matrix is shown less exactly, or not at all.
 */
export function safePrecision(sheets: readonly ScaleSheet[]): Precision {
  if ((sheets[0]?.answers.length ?? 0) > MOST_ORGANISATIONS) return "withheld";
  const pairs = pairsOf(sheets.map(valuesOf), "normal");
  const isSafe = (precision: Precision): boolean => {
    const shown = JSON.stringify(asShown(pairs, precision));
    const isSame = (world: readonly ScaleSheet[]) =>
      JSON.stringify(asShown(pairsOf(world.map(valuesOf), "normal"), precision)) === shown;
    return sheets.every((sheet, nth) =>
      sheet.answers.every((_, at) => sheet.known.has(at) || isOpen({ sheets, nth, at, precision, isSame })),
    );
  };
  // From vague to exact: what is not safe more vaguely, is not safe more exactly.
  let found: Precision = "withheld";
  for (const precision of ["demonstrated", "words", "one_decimal", "two_decimals"] as const) {
    if (!isSafe(precision)) return found;
    found = precision;
  }
  return found;
}

interface Target {
  sheets: readonly ScaleSheet[];
  /** which question, and which organisation */
  nth: number;
  at: number;
  precision: Precision;
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
  const [first] = exchanged(target, new Set());
  if (first) yield first;
  yield* exchanged(target, new Set(first));
  yield* proven(target);
}

/** Worlds made from the sheets that the gate kept as proof; these take answers to the other side of the scale. */
function* proven({ sheets, nth, at, isSame }: Target): Generator<number[]> {
  const { answers, witnesses, known } = sheets[nth] as ScaleSheet;
  for (const highs of witnesses) {
    const moved = onTheseSides(answers, highs);
    if (!moved || moved[at] === answers[at]) continue;
    if ([...known].some((org) => moved[org] !== answers[org])) continue;
    if (!isSame(sheets.map((sheet, other) => (other === nth ? { ...sheet, answers: moved } : sheet))))
      continue;
    yield [...moved.keys()].filter((org) => org !== at && moved[org] !== answers[org]);
  }
}

/** Worlds in which the organisation changes places with another one; the fixed ones do not differ in them. */
function* exchanged(
  { sheets, nth, at, precision, isSame }: Target,
  fixed: ReadonlySet<number>,
): Generator<number[]> {
  const own = sheets[nth] as ScaleSheet;
  const random = seededRandom(nth * 7919 + at * 31 + fixed.size);
  const free = [...own.answers.keys()].filter((org) => org !== at && !fixed.has(org));
  for (const partner of partnersOf(sheets, nth, at, free))
    for (const isWhole of [true, false]) {
      const world = new ExchangedSheets(
        sheets,
        (tau) => shownTau(tau, precision),
        SHOWS_N.includes(precision),
      );
      if (!world.exchange(nth, at, partner)) continue;
      // The nearer the two change places as a whole, the less of the matrix moves.
      for (const other of sheets.keys()) if (isWhole && other !== nth) world.exchange(other, at, partner);
      const others = free.filter((org) => org !== partner);
      const below = (most: number) => Math.floor(random() * most);
      const pick = () => others[below(others.length)] ?? at;
      for (let tried = 0; tried < MOST_EXCHANGES && world.distance > 0; tried += 1)
        world.improve(below(sheets.length), pick(), pick());
      if (world.distance === 0 && isSame(world.sheets)) yield world.differing().filter((org) => org !== at);
    }
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
  const fits = free.filter((org) => own.answers[org] !== own.answers[at] && !own.known.has(org));
  return fits.sort((one, other) => unlike(one) - unlike(other) || one - other).slice(0, MOST_STARTS);
}
