import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { formatNumber } from "./dutch.ts";
import { Hatching, WithheldKey } from "./hatching.tsx";

/** A count of which only the ends are known, with what is said of it: "hooguit 2". */
export interface ScaleRange {
  low: number;
  high: number;
  said: string;
}
type ScaleCount = number | ScaleRange;

export interface ScaleRow {
  /** The statement; may be left out when there is one row. */
  label?: string;
  /** One count per word of the scale, low to high; null when withheld. */
  counts: readonly ScaleCount[] | null;
  /** The reader's own answer: which word, and what it is called ("jullie"). */
  own?: { at: number; label: string } | undefined;
}

export interface StackedScaleProps {
  title: string;
  /** The answers in words, low to high. */
  words: readonly string[];
  rows: readonly ScaleRow[];
  withheldReason?: string;
}

const HEIGHT = 34;
/** A number inside its segment needs about this share of the width, also on a phone. */
const ROOM_FOR_NUMBER = 8;

/** Which of the five colours the steps of a scale take: two steps take the ends, three add the middle. */
export function scaleSteps(length: number): number[] {
  const chosen: Record<number, number[]> = { 1: [5], 2: [1, 5], 3: [1, 3, 5], 4: [1, 2, 4, 5] };
  return chosen[length] ?? Array.from({ length }, (_, at) => 1 + Math.round((at * 4) / (length - 1)));
}

/** How wide a count is drawn; of a range its middle, in a lighter colour. */
const drawn = (count: ScaleCount): number =>
  typeof count === "number" ? count : (count.low + count.high) / 2;
const saidOf = (count: ScaleCount): string => (typeof count === "number" ? formatNumber(count) : count.said);
const isRange = (count: ScaleCount | undefined): boolean => typeof count === "object";

function ScaleBar({
  row,
  words,
  reason,
}: {
  row: ScaleRow;
  words: readonly string[];
  reason: string;
}): JSX.Element {
  const id = useId();
  const steps = scaleSteps(words.length);
  const counts = row.counts ?? [];
  const total = counts.reduce<number>((sum, count) => sum + drawn(count), 0);
  // With a range in it the total is a guess, and a guess is not said.
  const lead = counts.some(isRange) ? "Antwoorden" : `${formatNumber(total)} antwoorden`;
  const share = (count: number) => (100 * count) / (total || 1);
  let before = 0;
  const segments = words.map((word, at) => {
    const count = counts[at] ?? 0;
    const from = before;
    before += drawn(count);
    return { word, count, step: steps[at] ?? 5, x: share(from), width: share(drawn(count)) };
  });
  const said = segments.map((segment) => `${segment.word} ${saidOf(segment.count)}`).join(", ");
  return (
    <svg
      class="wt-scale__drawing"
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
      width="100%"
      height={HEIGHT}
      focusable="false"
    >
      <title id={`${id}-t`}>{row.label ?? "Verdeling van de antwoorden"}</title>
      <desc id={`${id}-d`}>
        {row.counts === null ? reason : `${lead}: ${said}.`}
        {row.own ? ` ${row.own.label}: ${words[row.own.at]}.` : ""}
      </desc>
      {row.counts === null ? (
        <Hatching id={`${id}-h`} width="99.5%" height={HEIGHT} />
      ) : (
        segments
          .filter((segment) => segment.width > 0)
          .map((segment) => (
            <g
              key={segment.word}
              class={`wt-scale__segment wt-scale--${segment.step}${isRange(segment.count) ? " wt-scale--range" : ""}`}
            >
              <rect x={`${segment.x.toFixed(3)}%`} width={`${segment.width.toFixed(3)}%`} height={HEIGHT} />
              {row.own && words[row.own.at] === segment.word ? (
                <rect
                  class="wt-scale__own"
                  x={`${segment.x.toFixed(3)}%`}
                  y={HEIGHT - 5}
                  width={`${segment.width.toFixed(3)}%`}
                  height="5"
                />
              ) : null}
              {segment.width >= ROOM_FOR_NUMBER && typeof segment.count === "number" ? (
                <text x={`${(segment.x + segment.width / 2).toFixed(3)}%`} y={HEIGHT / 2}>
                  {formatNumber(segment.count)}
                </text>
              ) : null}
            </g>
          ))
      )}
    </svg>
  );
}

/**
 * Answers on one ordinal scale as segments of a bar, with a gap between neighbours, the count inside
 * and the words in the legend: colour is never the only carrier. One scale, one or more statements.
 */
export function StackedScale({
  title,
  words,
  rows,
  withheldReason = "Niet getoond: te weinig organisaties.",
}: StackedScaleProps): JSX.Element {
  const steps = scaleSteps(words.length);
  const only = rows.length === 1 ? rows[0] : undefined;
  return (
    <div class="wt-chart">
      <ul class="wt-scales" aria-label={title}>
        {rows.map((row, at) => (
          <li key={row.label ?? at}>
            {row.label ? (
              <span class="wt-scale__label" aria-hidden="true">
                {row.label}
              </span>
            ) : null}
            <ScaleBar row={row} words={words} reason={withheldReason} />
          </li>
        ))}
      </ul>
      <ol class="wt-legend" aria-label="Betekenis van de vlakken, van laag naar hoog">
        {words.map((word, at) => (
          <li key={word}>
            <svg class="wt-key" width="16" height="16" aria-hidden="true" focusable="false">
              <rect
                class={`wt-scale--${steps[at]}${isRange(only?.counts?.[at]) ? " wt-scale--range" : ""}`}
                width="16"
                height="16"
                rx="3"
              />
            </svg>
            <span>
              {word}
              {only?.counts ? (
                <strong class="wt-legend__count"> {saidOf(only.counts[at] ?? 0)}</strong>
              ) : null}
              {only?.own?.at === at ? <span class="wt-bar__own">{only.own.label}</span> : null}
            </span>
          </li>
        ))}
      </ol>
      {rows.some((row) => row.counts === null) ? (
        <p class="wt-chart__why">
          <WithheldKey /> {withheldReason}
        </p>
      ) : null}
    </div>
  );
}
