import type { StoredMatch } from "../../db/schema/insights-trends.ts";
import type { Cell } from "../../web/insights/cell.ts";
import type { ShownFigure } from "../../web/insights/shown-figure.ts";
import type { Bounds, MatchLine, ShownMatch } from "../../web/insights/trend.ts";
import type { MatchRow } from "./trend-queries.ts";

/** Change at the same organisations, between the last two of these rounds; null when nothing was stored of them. */
export function shownMatch(
  match: MatchRow | null,
  moments: readonly { round: { year: number }; figure: ShownFigure }[],
): ShownMatch | null {
  const [before, after] = [moments.at(-2), moments.at(-1)];
  if (!match || before?.round.year !== match.previousYear || after?.round.year !== match.year) return null;
  const stored = JSON.parse(match.body) as StoredMatch[];
  const { previousYear: from, year: to, both, joined, left } = match;
  // Figures of all organisations go beside it only when they are of the version that it was made with.
  const isSame = before.figure.view.n === both + left && after.figure.view.n === both + joined;
  const lines = rowsOf(after.figure).flatMap(({ key, label }): MatchLine[] => {
    const line = stored.find(({ option }) => option === key);
    if (!line) return [];
    const [was, is] = [cellIn(before.figure, key), cellIn(after.figure, key)].map(boundsIn);
    const all = isSame &&
      was &&
      is && { before: was, after: is, sizeBefore: both + left, sizeAfter: both + joined };
    return [{ label, before: line.before, after: line.after, all: all || null }];
  });
  return lines.length === 0 ? null : { from, to, both, joined, left, lines };
}

const rowsOf = ({ view }: ShownFigure) => (view.merged ? [view.merged, ...view.rows] : view.rows);

const cellIn = (figure: ShownFigure, key: string): Cell | undefined =>
  rowsOf(figure).find((row) => row.key === key)?.organisations;

function boundsIn(cell: Cell | undefined): Bounds | null {
  if (!cell || cell.kind === "withheld") return null;
  return cell.kind === "exact" ? { low: cell.count, high: cell.count } : { low: cell.low, high: cell.high };
}
