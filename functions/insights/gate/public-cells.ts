import { cellKey, type Filter } from "./cells.ts";
import type { Shown } from "./display.ts";
import type { Release } from "./released.ts";
import { nearestView, WITHHELD_SENTENCE } from "./withholding.ts";

/** A cell as readers get it: no reason, no members, and nothing that differs between withheld cells. */
export interface PublicCell {
  key: string;
  filters: readonly Filter[];
  option: string;
  /** how many organisations the set has; null when withheld */
  size: number | null;
  shown: Shown | null;
  /** when withheld: the one sentence, and the nearest view that is shown */
  withheld: { sentence: string; nearest: readonly Filter[] | null } | null;
}

/** All cells of a release, in the order of the report: what dashboards, exports and the API may read. */
export function publicCells(release: Release): PublicCell[] {
  return release.strands.flatMap(({ cells }) => {
    const shownAt = new Set(cells.filter(({ shown }) => shown).map(({ filters }) => cellKey(filters)));
    return cells.map(({ key, filters, option, members, ...cell }) => {
      // Ranges are of supplements, which are shown with the rounds that they compare.
      const shown = cell.shown?.kind === "range" ? null : cell.shown;
      return {
        key,
        filters,
        option,
        size: shown ? members.length : null,
        shown,
        withheld: shown
          ? null
          : { sentence: WITHHELD_SENTENCE, nearest: nearestView(filters, (view) => shownAt.has(view)) },
      };
    });
  });
}
