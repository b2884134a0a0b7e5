import type { Filter } from "./cells.ts";
import { cellKey } from "./cells.ts";
import { keyedHash } from "./keyed-hash.ts";

/**
 * About one in ten: a cell withheld because of its count is a message ("7 organisations, hidden: so it was
 * none or all"). When one in ten is withheld anyway, every pattern of gaps is possible under every fitting
 * sheet. Certainty disappears; likelihood does not.
 */
export const WITHHELD_SHARE = 0.1;

/** The one sentence for every withheld cell, whatever the reason. */
export const WITHHELD_SENTENCE = "Dit cijfer tonen we niet. Zo blijft elk antwoord vertrouwelijk.";

/**
 * Is this cell one of those withheld by chance? Decided by the secret seed and the name of the cell, never by a
 * count. The same in every edition: withheld once and shown later would give the gap away.
 *
 * @param seed secret, kept out of every export; the same for all editions of a round
 */
export function isWithheldByChance(
  seed: string,
  item: string,
  cell: string,
  share = WITHHELD_SHARE,
): boolean {
  const hash = keyedHash(seed, JSON.stringify([item, cell]));
  return new DataView(hash.buffer).getUint32(0) < share * 4294967296;
}

/**
 * The nearest view that is shown, one step coarser: one of two filters less, else the total.
 *
 * @param isShown whether the cell with this key is shown
 * @returns the filters of that view, in the order asked; null when even the total is not shown
 */
export function nearestView(
  filters: readonly Filter[],
  isShown: (key: string) => boolean,
): readonly Filter[] | null {
  if (filters.length === 0) return null;
  const coarser = filters.map((_, without) => filters.filter((_, at) => at !== without));
  const shown = coarser.find((view) => isShown(cellKey(view)));
  return shown ?? nearestView(filters.slice(0, -1), isShown);
}
