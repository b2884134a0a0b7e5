import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { formatNumber } from "./dutch.ts";
import { Hatching, WithheldKey } from "./hatching.tsx";

export interface Bar {
  label: string;
  /** Null when withheld: drawn hatched, without a number and without a length that tells it. */
  value: number | null;
  /** Words for who hears the chart: "21 van 46 leden". By default the number. */
  words?: string;
  /** Number as shown behind the bar; by default `formatNumber(value)`, or a dash when withheld. */
  shown?: string;
  /** Of a value that is known as a range only: drawn full up to `from`, light up to `to`. Leave `value` null. */
  range?: { from: number; to: number };
  /** A word under the label: "mediaan". */
  mark?: ComponentChildren;
  /** The reader's own answer: said beside the label, so that no colour has to carry it. */
  own?: string | undefined;
}

export interface BarChartProps {
  /** Names the chart: "Leden per systeem". */
  title: string;
  bars: readonly Bar[];
  /** Value at full length; by default the largest. Give it to make charts comparable. */
  max?: number;
  /** Why hatched bars carry no number. */
  withheldReason?: string;
  /** "classes" draws the bars close together, in an order that means something. */
  kind?: "names" | "classes";
}

const HEIGHT = 22;

function Drawing({
  bar,
  length,
  id,
}: {
  bar: Bar;
  length: (value: number) => number;
  id: string;
}): JSX.Element {
  const percentage = (value: number) => `${value.toFixed(2)}%`;
  if (bar.value !== null)
    return <rect class="wt-bar__fill" width={percentage(length(bar.value))} height={HEIGHT} rx="3" />;
  if (!bar.range) return <Hatching id={id} width="99%" height={HEIGHT} />;
  const from = length(bar.range.from);
  return (
    <>
      <rect
        class="wt-bar__range"
        x={percentage(from)}
        y="0.5"
        width={percentage(Math.max(1, length(bar.range.to) - from))}
        height={HEIGHT - 1}
        rx="3"
      />
      {from > 0 ? <rect class="wt-bar__fill" width={percentage(from)} height={HEIGHT} rx="3" /> : null}
    </>
  );
}

function BarLine({
  bar,
  length,
  reason,
}: {
  bar: Bar;
  length: (value: number) => number;
  reason: string;
}): JSX.Element {
  const id = useId();
  const words = bar.value === null ? (bar.words ?? reason) : (bar.words ?? formatNumber(bar.value));
  return (
    <li class={`wt-bar${bar.own ? " wt-bar--own" : ""}`}>
      <span class="wt-bar__label">
        {bar.label}
        {bar.own ? <span class="wt-bar__own">{bar.own}</span> : null}
        {bar.mark ? <span class="wt-bar__mark">{bar.mark}</span> : null}
      </span>
      <svg
        class="wt-bar__drawing"
        role="img"
        aria-labelledby={`${id}-t`}
        width="100%"
        height={HEIGHT}
        focusable="false"
      >
        <title id={`${id}-t`}>{words}</title>
        <Drawing bar={bar} length={length} id={`${id}-h`} />
      </svg>
      <span
        class={`wt-bar__value${bar.value === null && bar.shown ? " wt-bar__value--words" : ""}`}
        aria-hidden="true"
      >
        {bar.shown ?? (bar.value === null ? "–" : formatNumber(bar.value))}
      </span>
    </li>
  );
}

/**
 * Horizontal bars. Labels and numbers are HTML, so they wrap and never shrink; each bar is an SVG
 * whose lengths are percentages, so it is as sharp at 320 px as on paper.
 */
export function BarChart({
  title,
  bars,
  max,
  withheldReason = "Niet getoond: te weinig organisaties.",
  kind = "names",
}: BarChartProps): JSX.Element {
  const largest = max ?? Math.max(0, ...bars.map((bar) => bar.value ?? bar.range?.to ?? 0));
  const length = (value: number) => Math.min(100, Math.max(0, (100 * value) / (largest || 1)));
  const isHidden = bars.some((bar) => bar.value === null && !bar.range);
  return (
    <div class="wt-chart">
      <ul class={`wt-bars wt-bars--${kind}`} aria-label={title}>
        {bars.map((bar) => (
          <BarLine key={bar.label} bar={bar} length={length} reason={withheldReason} />
        ))}
      </ul>
      {isHidden ? (
        <p class="wt-chart__why">
          <WithheldKey /> {withheldReason}
        </p>
      ) : null}
    </div>
  );
}
