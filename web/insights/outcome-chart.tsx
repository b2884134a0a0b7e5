import type { JSX } from "preact";
import { type Bar, BarChart } from "../ui/bar-chart.tsx";
import { countOf, formatNumber } from "../ui/dutch.ts";
import { StackedScale } from "../ui/stacked-scale.tsx";
import { CELL_WORDS, type Cell, countIn } from "./cell.ts";
import type { ShownFigure, ShownRow } from "./shown-figure.ts";

// What is hatched has one of three lengths, by its kind alone: a length must not tell the count.
const HATCHED = { few: "little", nearly_all: "all", hidden: "half" } as const;

function barOf(row: ShownRow, cell: Cell, figure: ShownFigure): Bar {
  const count = countIn(cell);
  const mark =
    figure.median && figure.rows[figure.median.at] === row
      ? `mediaan ${formatNumber(figure.median.value)}`
      : undefined;
  const others = { mark, label: row.label, value: count };
  if (cell.kind !== "exact")
    return {
      ...others,
      shown: CELL_WORDS[cell.kind],
      words: CELL_WORDS[cell.kind],
      hatched: HATCHED[cell.kind],
    };
  if (figure.kind !== "open") return { ...others, words: countOf(cell.count, "organisatie", "organisaties") };
  const by = countIn(row.organisations);
  return { ...others, words: `${cell.count} keer genoemd${by === null ? "" : ` door ${by} organisaties`}` };
}

/** The chart that fits the kind of item. Drawn from cells only, scaled on the visible numbers only. */
export function OutcomeChart({ figure }: { figure: ShownFigure }): JSX.Element {
  const counts = figure.rows.map((row) => countIn(row.organisations));
  const isVisible = counts.every((count): count is number => count !== null);
  if (figure.kind === "scale" && isVisible)
    return (
      <StackedScale
        title={`Verdeling: ${figure.shortName}`}
        words={figure.rows.map((row) => row.label)}
        rows={[{ counts }]}
      />
    );
  const isOrdered = figure.kind === "scale" || figure.kind === "number";
  return (
    <BarChart
      title={figure.kind === "open" ? "Aantal keer genoemd per thema" : "Aantal organisaties per antwoord"}
      kind={isOrdered ? "classes" : "names"}
      withheldReason="Gearceerd: dit aantal tonen we niet precies, want je zou een organisatie kunnen herkennen."
      bars={figure.rows.map((row) => barOf(row, row.mentions ?? row.organisations, figure))}
    />
  );
}
