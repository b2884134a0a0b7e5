import type { Filter } from "./cells.ts";
import { cellKey } from "./cells.ts";
import { keyedHash } from "./keyed-hash.ts";

/**
 * About one in ten: a cell withheld because of its count is a message ("7 organisations, hidden: so it was
 * none or all"). When one in ten is withheld anyway, every pattern of gaps is possible under every fitting
 * sheet. Certainty disappears; likelihood does not.
 *
 * Source: that a refusal is an answer too, Kenthapadi, Mishra, Nissim, "Simulatable auditing", PODS 2005. They let no
 * verdict depend on the answers. Here it does depend on the count that is offered, so its refusals hide among others;
 * that, and the share of one in ten, is the association's own choice.
 */
const WITHHELD_SHARE = 0.1;

/** The one sentence for every withheld cell, whatever the reason. */
export const WITHHELD_SENTENCE = "Dit cijfer tonen we niet. Zo blijft elk antwoord vertrouwelijk.";

/** What chance and earlier editions decide about a figure, before anybody looks at its count. */
export interface Lot {
  isWithheld: boolean;
  /** in words where an exact count might be possible; only a total or one filter has that choice */
  isCoarser: boolean;
}

export interface Draw {
  /** secret, kept out of every export; the same for all editions of a round */
  seed: string;
  item: string;
  /** the figure: strand and set */
  cell: string;
  edition: number;
  share?: number;
}

/**
 * Draws a figure's lot by the secret seed and its name, never by a count. Both draws are needed: what the audit
 * withholds and what it lets through in words only must be able to come by chance as well, or the gap, or the
 * word, would say that the count is one of those that the audit refuses. With them, whoever sees the figures can
 * explain every gap and every word by chance under every sheet that fits the figures.
 *
 * Every edition draws anew: by the draw of an edition in which a figure is shown, a reader knows that its gap in
 * another edition was no chance. And for the same reason a gap stays a gap, and a word never becomes a count.
 *
 * @param before what earlier editions showed of this figure
 */
export function lotOf(draw: Draw, before: readonly ("exact" | "words" | "withheld")[]): Lot {
  return {
    isWithheld: before.includes("withheld") || isDrawn(draw, ""),
    isCoarser: before.includes("words") || isDrawn(draw, "/woorden"),
  };
}

/**
 * The same for a figure with more ways than a count and a word: the finest way that it may be shown in, as its
 * place from fine to coarse. By chance every coarser way is drawn now and then, so none of them says that finer
 * ones were refused.
 *
 * @param ways how many there are
 * @param before the place of the way in which earlier editions showed it; 0 without one
 */
export function finestWay(draw: Draw, ways: number, before: number): number {
  const drawn = isDrawn(draw, "/woorden") ? 1 + Math.floor(drawnOf(draw, "/stap") * (ways - 1)) : 0;
  return Math.max(drawn, before);
}

const isDrawn = (draw: Draw, what: string): boolean => drawnOf(draw, what) < (draw.share ?? WITHHELD_SHARE);

/** A number in [0, 1) that nobody without the seed can foretell. */
function drawnOf({ seed, item, cell, edition }: Draw, what: string): number {
  const name = edition === 1 ? `${cell}${what}` : `${cell}${what}#${edition}`;
  const hash = keyedHash(seed, JSON.stringify([item, name]));
  return new DataView(hash.buffer).getUint32(0) / 4294967296;
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
