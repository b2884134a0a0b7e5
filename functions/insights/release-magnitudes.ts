import { type Attribute, cellKey } from "./gate/cells.ts";
import { type MagnitudeFigures, type MagnitudeGroup, releaseMagnitudes } from "./gate/magnitudes.ts";
import { lotOf } from "./gate/withholding.ts";
import { classAt } from "./number-classes.ts";
import type { Openings } from "./release-openings.ts";
import type { GivenAnswer, ItemShape } from "./release-support.ts";

/** The one division of numbers: every organisation is in one group of it, so there are no differences to take. */
const DIVISION = "grootte";

/**
 * Classes of a confidential number can be filtered by this division only: its sums and medians are safe beside
 * counts by class as long as no other figure tells the organisations of a group apart.
 */
export const attributesFor = (shape: ItemShape, attributes: readonly Attribute[]): readonly Attribute[] =>
  shape.kind === "number" ? attributes.filter(({ key }) => key === DIVISION) : attributes;

/** A row of `release_magnitudes`, without its release. */
export interface StoredMagnitude extends MagnitudeFigures {
  filterKey: string;
}

/**
 * Median, sum and mean of a confidential number in its first edition, for all and by size class; of any other
 * item none.
 *
 * @param given of the organisations that count in this edition
 */
export function magnitudesOf(
  { concept, shape, secret }: { concept: string; shape: ItemShape; secret: string },
  given: ReadonlyMap<string, GivenAnswer>,
  openings: Openings,
  attributes: readonly Attribute[],
): StoredMagnitude[] {
  if (shape.kind !== "number") return [];
  const numbers = [...given].flatMap(([id, { state, value }]) =>
    state === "given" && value?.number !== undefined ? [{ id, number: value.number }] : [],
  );
  if (numbers.some(({ number }) => !(number >= 0))) return [];
  const division = attributes.find(({ key }) => key === DIVISION);
  const sideOf = (id: string) => division?.of[id]?.[0] ?? null;
  const groups = [...(division?.values ?? []), null].map((value): MagnitudeGroup => {
    const key = value === null ? "" : cellKey([{ attribute: DIVISION, value }]);
    return {
      key,
      lot: value === null ? { isWithheld: true, isCoarser: false } : lotFor(concept, secret, key),
      magnitudes: numbers
        .filter(({ id }) => sideOf(id) === value)
        .map(({ id, number }) => ({
          value: number,
          class: classAt(number, shape),
          isOpened: openings[id] !== undefined,
        })),
    };
  });
  const all = { key: cellKey([]), lot: lotFor(concept, secret, cellKey([])) };
  return [...releaseMagnitudes(groups, all)].map(([filterKey, figures]) => ({ filterKey, ...figures }));
}

const lotFor = (item: string, seed: string, key: string) =>
  lotOf({ seed, item: `${item}/omvang`, cell: key, edition: 1 }, []);
