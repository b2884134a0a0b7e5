import { formatNumber, formatPercentage } from "../ui/dutch.ts";
import type { Column, TableProps } from "../ui/table.tsx";
import { CELL_WORDS, type Cell } from "./cell.ts";
import { linesOf } from "./figure-table.ts";
import type { ShownFigure } from "./shown-figure.ts";

const shown = (cell: Cell) =>
  cell.kind === "exact" ? formatNumber(cell.count) : <span class="wt-withheld">{CELL_WORDS[cell.kind]}</span>;

/** The table that says the same as the chart. */
export function tableOf(figure: ShownFigure): TableProps {
  const lines = linesOf(figure);
  const hasMentions = lines.some((line) => line.mentions !== null);
  const hasShares = lines.some((line) => line.share !== null);
  const columns: Column[] = [
    { key: "label", label: figure.kind === "open" ? "Thema" : "Antwoord" },
    ...(hasMentions ? [{ key: "mentions", label: "Keer genoemd", numeric: true }] : []),
    { key: "organisations", label: "Organisaties", numeric: true },
    ...(hasShares ? [{ key: "share", label: "Deel van wie antwoord gaf", numeric: true }] : []),
  ];
  return {
    caption: `${figure.shortName}: aantallen`,
    columns,
    rows: lines.map((line) => ({
      label: line.label,
      mentions: line.mentions && shown(line.mentions),
      organisations: shown(line.organisations),
      share: line.share === null ? "" : formatPercentage(line.share, 0),
    })),
    total: { label: "Organisaties die meetellen (n)", organisations: formatNumber(figure.counted) },
  };
}
