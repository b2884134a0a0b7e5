import type { JSX } from "preact";
import { type Bar, BarChart } from "../ui/bar-chart.tsx";
import { countOf, formatNumber } from "../ui/dutch.ts";
import { StackedScale } from "../ui/stacked-scale.tsx";
import { countIn, WITHHELD_SENTENCE, wordsIn } from "./cell.ts";
import type { ShownFigure, ShownRow, ShownView } from "./shown-figure.ts";

function barOf(row: ShownRow, isMedian: boolean, figure: ShownFigure): Bar {
  const cell = row.organisations;
  const bar = {
    label: row.label,
    value: countIn(cell),
    mark: isMedian ? `mediaan ${formatNumber(figure.median?.value ?? 0)}` : undefined,
  };
  if (cell.kind === "exact") return { ...bar, words: countOf(cell.count, "organisatie", "organisaties") };
  const words = wordsIn(cell) ?? "";
  if (cell.kind === "withheld") return { ...bar, words: WITHHELD_SENTENCE };
  return { ...bar, shown: words, words, range: { from: cell.low, to: cell.high } };
}

/** The chart of one group that fits the kind of item. Drawn from cells only. */
export function OutcomeChart({ figure, view }: { figure: ShownFigure; view: ShownView }): JSX.Element {
  const counts = view.rows.map((row) => countIn(row.organisations));
  const isExact = counts.every((count): count is number => count !== null);
  if (figure.kind === "scale" && isExact && counts.length > 1)
    return (
      <StackedScale
        title={`Verdeling: ${figure.shortName}, ${view.label.toLowerCase()}`}
        words={view.rows.map((row) => row.label)}
        rows={[{ counts }]}
      />
    );
  const isOrdered = figure.kind === "scale" || figure.kind === "number";
  const isMiddle = (at: number) => view === figure.view && figure.median?.at === at;
  return (
    <BarChart
      title={`Organisaties per ${figure.kind === "open" ? "thema" : "antwoord"}, ${view.label.toLowerCase()}`}
      kind={isOrdered ? "classes" : "names"}
      // Beside each other bars are parts of their own group; alone they fill the width.
      {...(figure.compared && view.n ? { max: view.n } : {})}
      withheldReason={WITHHELD_SENTENCE}
      bars={view.rows.map((row, at) => barOf(row, isMiddle(at), figure))}
    />
  );
}
