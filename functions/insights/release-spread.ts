import { cellKey } from "./gate/cells.ts";
import { display, LEAST_ORGANISATIONS } from "./gate/display.ts";
import { carriedRows } from "./gate/editions.ts";
import { knownText, type OpenedTo, readersOf } from "./gate/known.ts";
import { laysBareAnEnd, shownBefore } from "./gate/offering.ts";
import type { Solver } from "./gate/program.ts";
import type { Reason, Release, ReleasedCell } from "./gate/released.ts";
import { lotOf } from "./gate/withholding.ts";
import { type LayerWitnesses, layerWitnesses } from "./release-layers.ts";
import { SCALE_OPTIONS } from "./release-support.ts";

export interface SpreadInput {
  /** the part with filters, of the same item and edition */
  high: Release;
  earlierHigh: readonly Release[];
  earlierSpread: readonly Release[];
  answers: Readonly<Record<string, readonly string[]>>;
  /** who opened its answer to whom */
  opened: Readonly<Record<string, OpenedTo>>;
  secret: string;
  solver: Solver;
  /** nothing may be shown, whatever is safe */
  isSilent: boolean;
}

/**
 * The steps of a scale for all organisations together: exact, or else in words, or else withheld; each only when
 * it is safe beside the part with filters.
 *
 * @returns null when what earlier editions said of the steps is no longer safe beside this edition's filters
 */
export function releaseSpread(input: SpreadInput): { spread: Release; layers: LayerWitnesses } | null {
  const { high, earlierHigh, earlierSpread } = input;
  const item = `${high.item}/verdeling`;
  const at = new Map(high.organisations.map((id, index) => [id, index]));
  const members = Object.keys(input.answers)
    .sort()
    .map((id) => at.get(id) ?? -1);
  const counts = SCALE_OPTIONS.map(
    (option) => Object.values(input.answers).filter(([only]) => only === option).length,
  );
  const steps = high.organisations.map((id) =>
    (SCALE_OPTIONS as readonly string[]).indexOf(input.answers[id]?.[0] ?? ""),
  );
  const tiers = high.organisations.map((id) => input.opened[id] ?? null);
  const readers = readersOf(steps, tiers, SCALE_OPTIONS.length) ?? [];
  const open = steps.map((step, at) => (tiers[at] ? step : -1));
  const isTooFew = members.filter((member) => !tiers[member]).length < LEAST_ORGANISATIONS;
  const cost = { offered: 0, walks: 0, solves: 0, proofs: 0, limited: 0 };
  const offer = (cells: ReleasedCell[]) => {
    const withheld = { chance: 0, unsafe: 0, limit: 0, solver: 0 };
    for (const { reason } of cells) if (reason) withheld[reason] += 1;
    const spread = (sheets: readonly string[][]): Release => ({
      item,
      edition: high.edition,
      organisations: high.organisations,
      strands: [
        {
          name: "",
          options: SCALE_OPTIONS.length,
          carried: carriedRows(earlierSpread, "", high.organisations),
          bits: Object.fromEntries(SCALE_OPTIONS.map((option, step) => [option, 1 << step])),
          cells,
          witnesses: sheets[0] ?? [],
          ...(tiers.includes("public") && readers[0] ? { known: knownText(readers[0]) } : {}),
          ...(readers.length > 1
            ? {
                readers: readers
                  .slice(1)
                  .map((known, at) => ({ known: knownText(known), witnesses: sheets[at + 1] ?? [] })),
              }
            : {}),
          cost: { ...cost, classes: 1, kept: cells.filter(({ shown }) => shown).length, withheld },
        },
      ],
      tied: [],
    });
    const layers = { high, spread: spread([]), earlierHigh, earlierSpread };
    const found = readers.map((known) => layerWitnesses({ ...layers, known }, input.solver, cost));
    const proven = found.filter((each) => each !== null);
    if (proven.length < found.length || found.length === 0) return null;
    return {
      spread: spread(proven.map((each) => each.flatMap(({ sheets }) => sheets))),
      layers: proven.flatMap((each, reader) => each.map((one) => (reader === 0 ? one : { reader, ...one }))),
    };
  };
  const cellsOf = (
    shownOf: (count: number) => ReleasedCell["shown"],
    reason: Reason | null,
  ): ReleasedCell[] =>
    SCALE_OPTIONS.map((option, step) => ({
      key: cellKey([]),
      filters: [],
      depth: 0,
      option,
      members,
      shown: shownOf(counts[step] ?? 0),
      reason,
    }));

  const before = shownBefore(earlierSpread, "", cellKey([]));
  const draw = { seed: input.secret, item, cell: `/${cellKey([])}`, edition: high.edition };
  const lot = lotOf(draw, before);
  const isSilent = lot.isWithheld || input.isSilent;
  for (const inWords of isSilent ? [] : lot.isCoarser ? [true] : [false, true]) {
    const cells = cellsOf((count) => display(count, members.length, 0, inWords), null);
    const laysBare = cells.some(({ shown }, step) => shown && laysBareAnEnd(shown, 1 << step, members, open));
    const made = isTooFew || laysBare ? null : offer(cells);
    if (made) return made;
  }
  return offer(cellsOf(() => null, lot.isWithheld ? "chance" : "unsafe"));
}
