import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { Hatching } from "../ui/hatching.tsx";
import {
  drawsMiddle,
  GRADE_LABELS,
  pointWords,
  type ShownTrend,
  type TrendJoin,
  type TrendLine,
} from "./trend.ts";

const HEIGHT = 116;
/** Room above for the value, below for the year. */
const TOP = 26;
const BOTTOM = 84;

/** Where a round stands, in percentages of the width: the first and last keep room for their words. */
const placeOf = (at: number, of: number): number => (of < 2 ? 50 : 12 + (76 * at) / (of - 1));
const x = (place: number): string => `${place.toFixed(2)}%`;

function Joined({ trend, line, y }: { trend: ShownTrend; line: TrendLine; y: (value: number) => number }) {
  const { rounds, joins } = trend;
  return joins.map((join, at) => {
    const [one, other] = [line.points[at], line.points[at + 1]];
    const [from, to] = [placeOf(at, rounds.length), placeOf(at + 1, rounds.length)];
    const isDrawn =
      join.join !== "broken" &&
      one?.low != null &&
      one.low === one.high &&
      other?.low != null &&
      other.low === other.high;
    return (
      <g key={join.to}>
        {isDrawn ? (
          <line
            class={`wt-trend__line${join.join === "marked" ? " wt-trend__line--marked" : ""}`}
            x1={x(from)}
            y1={y(one?.low ?? 0)}
            x2={x(to)}
            y2={y(other?.low ?? 0)}
          />
        ) : null}
        <Mark join={join} place={(from + to) / 2} />
      </g>
    );
  });
}

/** A break is a dashed upright line, a rewording a short one; both carry their word. */
function Mark({ join, place }: { join: TrendJoin; place: number }): JSX.Element | null {
  if (join.join === "through") return null;
  const isBroken = join.join === "broken";
  return (
    <>
      <line
        class={isBroken ? "wt-trend__break" : "wt-trend__mark"}
        x1={x(place)}
        x2={x(place)}
        y1={isBroken ? 14 : BOTTOM - 14}
        y2={BOTTOM}
      />
      <text class="wt-trend__why" x={x(place)} y={HEIGHT - 18}>
        {GRADE_LABELS[join.grade]}
      </text>
    </>
  );
}

function Line({ trend, line, max }: { trend: ShownTrend; line: TrendLine; max: number }): JSX.Element {
  const id = useId();
  const y = (value: number): number => BOTTOM - ((BOTTOM - TOP) * value) / (max || 1);
  const said = trend.rounds.map(({ year }, at) => `${year}: ${pointWords(trend, line.points[at] ?? null)}`);
  const breaks = trend.joins.flatMap((join) =>
    join.join === "through" ? [] : [`tussen ${join.from} en ${join.to}: ${GRADE_LABELS[join.grade]}`],
  );
  return (
    <li>
      <span class="wt-trend__label" aria-hidden="true">
        {line.label}
      </span>
      <svg
        class="wt-trend__drawing"
        role="img"
        aria-labelledby={`${id}-t ${id}-d`}
        width="100%"
        height={HEIGHT}
        focusable="false"
      >
        <title id={`${id}-t`}>{line.label}</title>
        <desc id={`${id}-d`}>{[...said, ...breaks].join("; ")}.</desc>
        <line class="wt-trend__ground" x1="0" x2="100%" y1={BOTTOM} y2={BOTTOM} />
        <Joined trend={trend} line={line} y={y} />
        {trend.rounds.map(({ year }, at) => (
          <Point
            key={year}
            id={`${id}-${year}`}
            trend={trend}
            line={line}
            at={at}
            y={y}
            place={placeOf(at, trend.rounds.length)}
          />
        ))}
      </svg>
    </li>
  );
}

interface PointProps {
  id: string;
  trend: ShownTrend;
  line: TrendLine;
  at: number;
  y: (value: number) => number;
  place: number;
}

function Point({ id, trend, line, at, y, place }: PointProps): JSX.Element {
  const point = line.points[at] ?? null;
  const year = trend.rounds[at]?.year;
  const words = shortWords(trend, line, at);
  return (
    <>
      <text class="wt-trend__year" x={x(place)} y={HEIGHT - 2}>
        {year}
      </text>
      {point && point.low === null ? (
        <svg x={x(place - 3)} y={TOP} width="6%" height={BOTTOM - TOP} aria-hidden="true" focusable="false">
          <Hatching id={id} width="100%" height={BOTTOM - TOP} />
        </svg>
      ) : null}
      {point?.low != null && point.high !== null && point.low !== point.high ? (
        <line class="wt-trend__range" x1={x(place)} x2={x(place)} y1={y(point.low)} y2={y(point.high)} />
      ) : null}
      {point?.low != null && point.low === point.high ? (
        <circle class="wt-trend__point" cx={x(place)} cy={y(point.low)} r="5" />
      ) : null}
      {words ? (
        <text class="wt-trend__value" x={x(place)} y={y(point?.high ?? 0) - 9}>
          {words}
        </text>
      ) : null}
    </>
  );
}

function shortWords(trend: ShownTrend, line: TrendLine, at: number): string {
  const point = line.points[at];
  if (point?.cell.kind === "withheld" || !point) return "";
  const words = pointWords(trend, point);
  // Beside the point only the share; the count and n stand in the table and the description.
  return /\(([^)]+)\)$/.exec(words)?.[1] ?? words.replace(/, n = .*$/, "");
}

/** One small chart an answer, all on one scale; every round a point, a range, or hatched. */
export function TrendChart({ trend }: { trend: ShownTrend }): JSX.Element {
  const lines = trend.lines.slice(0, trend.drawn);
  const tops = lines.flatMap(({ points }) => points.map((point) => point?.high ?? 0));
  return (
    <div class="wt-chart">
      <ul class="wt-trends" aria-label={`Ontwikkeling: ${trend.shortName}`}>
        {lines.map((line) => (
          <Line key={line.key} trend={trend} line={line} max={drawsMiddle(trend) ? Math.max(...tops) : 1} />
        ))}
      </ul>
    </div>
  );
}
