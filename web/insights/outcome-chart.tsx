import type { JSX } from "preact";
import { type Bar, BarChart } from "../ui/bar-chart.tsx";
import { countOf, formatNumber } from "../ui/dutch.ts";
import { StackedScale } from "../ui/stacked-scale.tsx";
import { CELL_WORDS, countIn } from "./cell.ts";
import type { ShownFigure, ShownRow } from "./shown-figure.ts";

// What is hatched has one of three lengths, by its kind alone: a length must not tell the count.
const HATCHED = { few: "little", nearly_all: "all", hidden: "half" } as const;

function barOf(row: ShownRow, figure: ShownFigure): Bar {
  const by = row.organisations;
  const isMedian = figure.median !== null && figure.rows[figure.median.at] === row;
  const bar = {
    label: row.label,
    value: countIn(row.mentions ?? by),
    mark: isMedian ? `mediaan ${formatNumber(figure.median?.value ?? 0)}` : undefined,
  };
  if (by.kind !== "exact") {
    const words = `${row.mentions ? "door " : ""}${CELL_WORDS[by.kind]}`;
    return { ...bar, shown: words, words, hatched: HATCHED[by.kind] };
  }
  const organisations = countOf(by.count, "organisatie", "organisaties");
  return { ...bar, words: row.mentions ? `${bar.value} keer genoemd door ${organisations}` : organisations };
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
      bars={figure.rows.map((row) => barOf(row, figure))}
    />
  );
}
