import type { AuditCost } from "./gate/audit.ts";
import { type Combination, Coverage } from "./gate/coverage.ts";
import { carriedRows, publishedRows } from "./gate/editions.ts";
import { type Known, knownRows } from "./gate/known.ts";
import { type Partition, refine, undivided } from "./gate/partition.ts";
import type { OpenProgram, Solver } from "./gate/program.ts";
import type { Release, ReleasedStrand } from "./gate/released.ts";
import { fits, type Row } from "./gate/sheet.ts";
import { ask, programOf } from "./gate/sheet-program.ts";
import { HIGH_STEPS, SCALE_OPTIONS } from "./release-support.ts";

/**
 * A scale goes through the gate as two layers: `high` (4 or 5, or not; with filters) and `spread` (all steps, for
 * all organisations together). Each is safe by itself. Together they are when, for every number of high answers
 * that the totals of `high` leave possible, all steps of `spread` on the right
 * sides remain possible for every pair.
 *
 * Why that is enough. Take two organisations and two steps. `high` has a sheet y that fits and puts both on the
 * right side. `spread` has a sheet s with these two steps and just as many high answers as y, in each class of
 * organisations that its figures tell apart (one class in a first edition). Exchange the answers of the others
 * within their classes until s is high where y is: that breaks no figure of `spread`, which counts classes only,
 * and no figure of `high`, which now sees y. So one sheet fits everything and has both steps.
 */
export interface Layers {
  high: Release;
  spread: Release;
  /** earlier editions of each, oldest first */
  earlierHigh: readonly Release[];
  earlierSpread: readonly Release[];
  /** the steps that a reader knows because organisations opened their answers; each is a class of its own */
  known: Known;
}

/**
 * Per number of high answers in each class: sheets that show every combination of steps. `reader`: for who knows
 * more than the first reader, the place in the list of readers.
 */
export type LayerWitnesses = { reader?: number; high: number[]; sheets: string[] }[];

/** More ways than this to deal high answers over classes are not looked at: the spread is withheld. */
const MOST_DEALINGS = 60;
const HIGH_BITS = HIGH_STEPS.of.reduce((bits, step) => bits | (1 << SCALE_OPTIONS.indexOf(step)), 0);

/**
 * Witnesses that the layers are safe together, or null when they are not, or not within the limits.
 *
 * @param cost what the search cost is added to it
 */
export function layerWitnesses(layers: Layers, solver: Solver, cost: AuditCost): LayerWitnesses | null {
  const { rows, partition, dealings } = ground(layers);
  if (!dealings) return null;
  const witnesses: LayerWitnesses = [];
  for (const high of dealings) {
    const all = [...rows, ...dealt(high, partition)];
    let program: OpenProgram | null = null;
    const coverage = new Coverage(partition, SCALE_OPTIONS.length, layers.known);
    const sheets: string[] = [];
    cost.offered += 1;
    try {
      program = solver.open(programOf(partition, SCALE_OPTIONS.length, all));
      for (const combination of coverage.missing()) {
        if (!isPossible(combination, high, partition)) continue;
        cost.solves += 1;
        const outcome = ask(program, combination, partition, coverage);
        if (outcome.verdict === "none") cost.proofs += 1;
        if (outcome.verdict !== "fits" || !fits(outcome.sheet, all)) return null;
        coverage.add(outcome.sheet);
        if (!coverage.has(combination)) return null;
        sheets.push(Array.from(outcome.sheet, String).join(""));
      }
    } catch {
      // A foreign system: whatever goes wrong in it, the spread is withheld.
      return null;
    } finally {
      program?.close();
    }
    witnesses.push({ high, sheets });
  }
  return witnesses;
}

/** Whether two organisations can stand on the sides of these steps when so many answers are high. */
function isPossible(
  { first, firstOption, second, secondOption }: Combination,
  high: readonly number[],
  { members }: Partition,
): boolean {
  const isHigh = (option: number) => (HIGH_BITS >> option) & 1;
  const sides = [
    [first, isHigh(firstOption)],
    [second, isHigh(secondOption)],
  ];
  return [first, second].every((group) => {
    const here = sides.filter(([at]) => at === group);
    const highHere = here.filter(([, side]) => side === 1).length;
    const room = high[group] ?? 0;
    return highHere <= room && here.length - highHere <= (members[group]?.length ?? 0) - room;
  });
}

/** Checks stored witnesses by plain addition; answers what is wrong, in English. */
export function recheckLayers(layers: Layers, witnesses: LayerWitnesses): string[] {
  const { rows, partition, dealings } = ground(layers);
  if (!dealings) return ["too many dealings of high answers"];
  const n = layers.high.organisations.length;
  return dealings.flatMap((high) => {
    const all = [...rows, ...dealt(high, partition)];
    const coverage = new Coverage(partition, SCALE_OPTIONS.length, layers.known);
    const stored = witnesses.find((each) => each.high.join() === high.join())?.sheets ?? [];
    for (const characters of stored) {
      const sheet = Uint8Array.from(characters, Number);
      if (sheet.length === n && sheet.every((step) => step < SCALE_OPTIONS.length) && fits(sheet, all))
        coverage.add(sheet);
    }
    const missing = [...coverage.missing()].filter((each) => isPossible(each, high, partition)).length;
    return missing === 0 ? [] : [`${missing} combinations of steps have no witness at ${high.join()} high`];
  });
}

/** The same edition with nothing shown: its witnesses still hold, for less is said. */
export function withheldWhole(release: Release): Release {
  const strands = release.strands.map((strand): ReleasedStrand => {
    const cells = strand.cells.map(
      (cell) => ({ ...cell, shown: null, reason: cell.reason ?? "unsafe" }) as const,
    );
    const withheld = { chance: 0, unsafe: 0, limit: 0, solver: 0 };
    for (const { reason } of cells) withheld[reason] += 1;
    return { ...strand, cells, cost: { ...strand.cost, kept: 0, withheld } };
  });
  return { ...release, strands };
}

/**
 * All that the spread says over its editions, the classes it tells apart, and every way to deal high answers
 * over them that the totals of `high` allow. Its filters may allow fewer: looking at more is on the safe side.
 */
function ground({ high, spread, earlierHigh, earlierSpread, known }: Layers) {
  const { organisations } = high;
  const knownHigh = known.map((step) => (step < 0 ? -1 : (HIGH_BITS >> step) & 1));
  const said = (release: Release, earlier: readonly Release[]): Row[] => [
    ...carriedRows(earlier, "", organisations),
    ...release.strands.flatMap(publishedRows),
  ];
  const rows = [...knownRows(known, SCALE_OPTIONS.length), ...said(spread, earlierSpread)];
  const partition = refine(undivided(organisations.length), rows);
  const totals = [...knownRows(knownHigh, 2), ...said(high, earlierHigh)].filter(
    (row) => refine(partition, [row]).members.length === partition.members.length,
  );
  return { rows, partition, dealings: dealingsOf(partition, totals) };
}

function dealingsOf({ members, classOf }: Partition, totals: readonly Row[]): number[][] | null {
  const isIn = totals.map((row) => new Set(row.members.map((member) => classOf[member])));
  const allowed = (dealing: readonly number[], isWhole: boolean) =>
    totals.every((row, at) => {
      const sum = dealing.reduce((all, count, group) => all + (isIn[at]?.has(group) ? count : 0), 0);
      return sum <= row.high && (!isWhole || sum >= row.low);
    });
  let dealings: number[][] = [[]];
  for (const [nth, group] of members.entries()) {
    const isWhole = nth === members.length - 1;
    dealings = dealings
      .flatMap((dealing) => Array.from({ length: group.length + 1 }, (_, count) => [...dealing, count]))
      .filter((dealing) => allowed(dealing, isWhole));
    if (dealings.length > MOST_DEALINGS * 50) return null;
  }
  return dealings.length > MOST_DEALINGS ? null : dealings;
}

const dealt = (high: readonly number[], { members }: Partition): Row[] =>
  members.map((group, at) => ({
    members: group,
    options: HIGH_BITS,
    low: high[at] ?? 0,
    high: high[at] ?? 0,
  }));
