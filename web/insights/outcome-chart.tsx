import type { JSX } from "preact";
import { type Bar, BarChart } from "../ui/bar-chart.tsx";
import { countOf, formatNumber, formatPercentage } from "../ui/dutch.ts";
import { type ScaleRange, StackedScale } from "../ui/stacked-scale.tsx";
import { countIn, WITHHELD_SENTENCE, wordsIn } from "./cell.ts";
import type { ShownFigure, ShownRow, ShownView } from "./shown-figure.ts";

/** Own answers of the viewer's organisation, as keys of rows; none where there is nothing of its own to show. */
export type OwnKeys = readonly string[];

/** Whether a row is an own answer; of a scale also the row that holds its two highest steps together. */
const isOwn = ({ key }: ShownRow, own: OwnKeys): boolean =>
  own.includes(key) || (key === "4-5" && own.some((each) => each === "4" || each === "5"));

function barOf(
  row: ShownRow,
  isMedian: boolean,
  figure: ShownFigure,
  { whole }: ShownView,
  own: OwnKeys,
): Bar {
  const cell = row.organisations;
  const bar = {
    label: row.label,
    value: countIn(cell),
    own: isOwn(row, own) ? "jullie" : undefined,
    mark: isMedian
      ? `mediaan ${formatNumber(figure.median?.value ?? 0)}`
      : row.mentions && `${formatNumber(row.mentions)} keer genoemd`,
  };
  if (cell.kind === "exact") {
    const words = countOf(cell.count, "organisatie", "organisaties");
    // Groups differ in size: beside each other people compare parts, not counts.
    if (!figure.compared || !whole) return { ...bar, words };
    const share = formatPercentage(cell.count / whole, 0);
    return { ...bar, words: `${words}, ${share}`, shown: `${formatNumber(cell.count)} (${share})` };
  }
  const words = wordsIn(cell) ?? "";
  if (cell.kind === "withheld") return { ...bar, words: WITHHELD_SENTENCE };
  return { ...bar, shown: words, words, range: { from: cell.low, to: cell.high } };
}

/**
 * What has a bar. Groups show the two highest steps of a scale together, so beside each other only those are
 * compared; alone they come first, where not all steps fit in one bar.
 */
function barsOf(figure: ShownFigure, { rows, merged }: ShownView): readonly ShownRow[] {
  if (!merged) return rows;
  if (figure.compared || rows.length === 0) return [merged];
  return [merged, ...rows];
}

/** Steps that fit in one bar: exact, or within two of an end. Of words and gaps nobody knows how wide they are. */
function stackedOf(rows: readonly ShownRow[]): (number | ScaleRange)[] | null {
  const counts = rows.flatMap(({ organisations: cell }): (number | ScaleRange)[] => {
    if (cell.kind === "exact") return [cell.count];
    if (cell.kind === "withheld" || cell.kind === "word") return [];
    return [{ low: cell.low, high: cell.high, said: wordsIn(cell) ?? "" }];
  });
  const isWhole =
    counts.length === rows.length && rows.some(({ organisations }) => organisations.kind !== "few");
  return isWhole ? counts : null;
}

/** The chart of one group that fits the kind of item. Drawn from cells only. */
export function OutcomeChart({
  figure,
  view,
  own = [],
}: {
  figure: ShownFigure;
  view: ShownView;
  own?: OwnKeys;
}): JSX.Element {
  const rows = barsOf(figure, view);
  const isAlone = !figure.compared || !view.merged;
  const counts = figure.kind === "scale" && isAlone ? stackedOf(view.rows) : null;
  if (counts) {
    const ownStep = view.rows.findIndex((row) => isOwn(row, own));
    return (
      <StackedScale
        title={`Verdeling: ${figure.shortName}, ${view.label.toLowerCase()}`}
        words={view.rows.map((row) => row.label)}
        rows={[{ counts, own: ownStep < 0 ? undefined : { at: ownStep, label: "jullie" } }]}
      />
    );
  }
  const isOrdered = figure.kind === "scale" || figure.kind === "number";
  const isMiddle = (at: number) => view === figure.view && figure.median?.at === at;
  return (
    <BarChart
      title={`Organisaties per ${figure.kind === "open" ? "thema" : "antwoord"}, ${view.label.toLowerCase()}`}
      kind={isOrdered ? "classes" : "names"}
      // Beside each other bars are parts of their own group; alone they fill the width.
      {...(figure.compared && view.n ? { max: view.n } : {})}
      withheldReason={WITHHELD_SENTENCE}
      bars={rows.map((row, at) => barOf(row, isMiddle(at), figure, view, own))}
    />
  );
}
