import { formatNumber, formatPercentage } from "../ui/dutch.ts";
import type { Column, TableProps } from "../ui/table.tsx";
import { type Cell, wordsIn } from "./cell.ts";
import { linesOf } from "./figure-table.ts";
import type { ShownFigure } from "./shown-figure.ts";

/** A count, or the words that stand for it; a gap leads to the nearest view in which it is filled. */
function shown(cell: Cell, viewHref: (key: string) => string) {
  if (cell.kind === "exact") return formatNumber(cell.count);
  const words = <span class="wt-withheld">{wordsIn(cell)}</span>;
  if (cell.kind !== "withheld" || cell.nearest === null) return words;
  return (
    <a href={viewHref(cell.nearest)} title="Naar de dichtstbijzijnde groep waarvan dit cijfer er is">
      {words}
    </a>
  );
}

/** What a share is a part of, as the head of its column. */
export const shareLabel = ({ audience }: ShownFigure): string =>
  audience === "members" ? "Deel van wie antwoord gaf" : "Deel van de groep";

/** Head of the column with how many gave an answer; only of facts, whose shares are a part of these. */
export const GIVEN_LABEL = "Gaf antwoord";

/** The table that says the same as the chart. `viewHref` gives the address of a group by its key. */
export function tableOf(figure: ShownFigure, viewHref: (key: string) => string): TableProps {
  const lines = linesOf(figure);
  const hasShares = lines.some((line) => line.share !== null);
  const hasMentions = lines.some((line) => line.mentions !== null);
  const isCompared = figure.compared !== null;
  const isFact = figure.audience === "members";
  const ofWhole = isFact && !isCompared ? ` (n = ${formatNumber(figure.view.whole ?? 0)})` : "";
  const columns: Column[] = [
    { key: "label", label: figure.kind === "open" ? "Thema" : "Antwoord" },
    ...(isCompared ? [{ key: "group", label: "Groep" }] : []),
    { key: "organisations", label: "Organisaties", numeric: true },
    ...(hasMentions ? [{ key: "mentions", label: "Keer genoemd", numeric: true }] : []),
    ...(isCompared ? [{ key: "n", label: "n", numeric: true }] : []),
    ...(isCompared && hasShares && isFact ? [{ key: "given", label: GIVEN_LABEL, numeric: true }] : []),
    ...(hasShares ? [{ key: "share", label: `${shareLabel(figure)}${ofWhole}`, numeric: true }] : []),
  ];
  const total = { label: "Organisaties die meetellen (n)", organisations: formatNumber(figure.view.n ?? 0) };
  return {
    caption: `${figure.shortName}: aantallen`,
    columns,
    rows: lines.map((line) => ({
      label: line.label,
      group: line.group,
      organisations: shown(line.organisations, viewHref),
      mentions: line.mentions === null ? "" : formatNumber(line.mentions),
      n: line.n === null ? "" : formatNumber(line.n),
      given: line.whole === null ? "" : formatNumber(line.whole),
      share: line.share === null ? "" : formatPercentage(line.share, 0),
    })),
    ...(isCompared || figure.view.n === null ? {} : { total }),
  };
}
